//! What one rival claim does to every question of the graph: it is in what is possible, and not in what is on record.

use comity_answer::{Answer, Report};

use crate::{answer, world};

/// A chain of three agreements; of the middle one a paper says that it ended. Two networks; that D is in one of them is
/// denied. A fund, of which the paper says that it ceased to give.
const WORLD: &str = r#"
    nation x country=XX
    nation y country=YY
    city a in x
    city b in x
    city c in y
    city d in y
    network n
    network m
    organisation fund
    organisation giver
    act law class=aid
    act policy
    source list official-list 2020 "The list"
    source paper press 2021 "The paper"
    a — b 1990/.. per list
    b — c 1990/.. per list
    b — c 1990/2010 per paper
    c — d 1990/.. per list
    law concerns policy 1990/.. per list stance=against
    a adopts law 1995/.. per list
    b adopts law 1995/.. per list
"#;

const NETWORKS: &str = r#"
    a member n 2000/.. per list
    d member n 2000/.. per list
    not d member n 2010/.. per paper
    a member m 2000/.. per list
    d member m 2000/.. per list
    fund backs n 2000/.. per list
    fund backs n 2000/2010 per paper
    giver backs n 2000/.. per list
"#;

fn sheet(text: &str, asked: &str) -> Report {
    let Answer::Report(sheet) = answer(&world(text), asked) else { panic!("{asked} has a sheet") };
    assert!(sheet.unanswerable.is_empty(), "{asked}: {}", sheet.unanswerable);
    sheet
}

/// The measure whose label begins so.
#[track_caller]
fn measure(sheet: &Report, label: &str) -> f64 {
    let found = sheet.indicators.iter().find(|one| one.label.starts_with(label));
    let found = found.unwrap_or_else(|| panic!("no measure {label}"));
    found.value.unwrap_or_default()
}

/// The cells under these headings in the row whose first cell reads so.
#[track_caller]
fn row<const N: usize>(sheet: &Report, table: &str, first: &str, keys: [&str; N]) -> [String; N] {
    let table =
        sheet.tables.iter().find(|each| each.id == table).unwrap_or_else(|| panic!("no table {table}"));
    let row = table.rows.iter().find(|row| row.cells[0].to_string().starts_with(first));
    let row = row.unwrap_or_else(|| panic!("no row {first} in {}", table.id));
    keys.map(|key| {
        let place = table.columns.iter().position(|column| column.key == key);
        row.cells[place.unwrap_or_else(|| panic!("no column {key}"))].to_string()
    })
}

/// On record A–B and C–D; by what is possible the chain, in which B and C and all three agreements alone connect.
#[test]
fn bridges() {
    let found = sheet(WORLD, "bridges at=2020");
    assert_eq!(measure(&found, "alone connect others").to_string(), "0");
    assert_eq!(measure(&found, "single ties").to_string(), "2");
    let found = sheet(WORLD, "bridges at=2020 bound=possible");
    assert_eq!(measure(&found, "alone connect others").to_string(), "2");
    assert_eq!(measure(&found, "single ties").to_string(), "3");
}

/// Two pairs: Q = 1/2. The chain, halved: Q = 2/3 − (1/4 + 1/4) = 1/6.
#[test]
fn communities() {
    let q = |bound: &str| measure(&sheet(WORLD, &format!("communities at=2020 bound={bound}")), "modularity");
    assert!((q("presumed") - 0.5).abs() < 1e-9 && (q("possible") - 1.0 / 6.0).abs() < 1e-9);
}

/// B–C was there in 2000; of 2020 sources disagree, and it may be there still.
#[test]
fn change() {
    let figures = |bound: &str| {
        let found = sheet(WORLD, &format!("change from=2000 to=2020 bound={bound}"));
        ["ties before", "ties after", "went"].map(|label| measure(&found, label))
    };
    assert_eq!(figures("presumed").map(|n| n.to_string()), ["3", "2", "1"]);
    assert_eq!(figures("possible").map(|n| n.to_string()), ["3", "3", "0"]);
}

/// B has A on record and may have C; by what is on record all four have one partner.
#[test]
fn connected() {
    let found = sheet(WORLD, "connected at=2020 bound=possible");
    assert_eq!(row(&found, "cities", "B", ["degree", "betweenness"]), ["2", "2"]);
    let found = sheet(WORLD, "connected at=2020");
    assert_eq!(row(&found, "cities", "B", ["degree", "betweenness", "harmonic"]), ["1", "0", "1"]);
}

/// In X, A and B are the best by partners: with what is possible B alone has two, on record both have one.
#[test]
fn ranking() {
    let rank = |city: &str, bound: &str| {
        let found = sheet(WORLD, &format!("ranking cities={city} of=x at=2020 bound={bound}"));
        let [rank] = row(&found, "ranks", &city.to_uppercase(), ["degree"]);
        rank
    };
    assert_eq!([rank("a", "possible"), rank("b", "possible")], ["2", "1"]);
    assert_eq!([rank("a", "presumed"), rank("b", "presumed")], ["1", "1"]);
}

/// D meets C in an agreement and may meet A in a network, one partner in each of two kinds: P = 2·(1 − 1/2).
/// Of N and M, A shares M with D, and may share N.
#[test]
fn layers_and_backbone() {
    let text = format!("{WORLD}{NETWORKS}").replace("d member m", "c member m");
    let participation = |bound: &str| {
        let found = sheet(&text, &format!("layers at=2020 bound={bound}"));
        let [one] = row(&found, "cities", "D", ["participation"]);
        one
    };
    assert_eq!([participation("possible"), participation("presumed")], ["1", "0"]);
    let shared = |bound: &str| {
        let asked = format!("backbone layers=networks at=2020 bound={bound}");
        row(&sheet(&format!("{WORLD}{NETWORKS}"), &asked), "pairs", "A", ["b", "shared"])
    };
    assert_eq!([shared("possible"), shared("presumed")], [["D, Y", "2"], ["D, Y", "1"]]);
}

/// A and B have the act, E has not; a tie with Y has E on record, B perhaps: sources disagree about it.
#[test]
fn acts_and_twins() {
    let text = format!("{WORLD}city e in x\n e — d 1990/.. per list");
    let Answer::Report(found) = answer(&world(&text), "acts-and-twins policy y x at=2020") else {
        panic!("report")
    };
    let table = found.tables.iter().find(|table| table.id == "cities").unwrap();
    let had = |city: &str| {
        let row = table.rows.iter().find(|row| row.cells[0].to_string().starts_with(city)).unwrap();
        [1, 2].map(|at| row.cells[at].to_string())
    };
    assert_eq!(had("E"), ["", "on record"], "a tie that nobody denies");
    assert_eq!(table.rows.iter().filter(|row| row.cells[1].to_string() == "on record").count(), 2);
    assert_eq!(table.rows.iter().filter(|row| row.cells[2].to_string() == "on record").count(), 1);
}

#[test]
fn members_and_backers() {
    let text = format!("{WORLD}{NETWORKS}");
    let Answer::Members(members) = answer(&world(&text), "members n at=2020") else { panic!("members") };
    assert_eq!((members.total.count.presumed, members.total.count.possible), (1, 2));
    let found = sheet(&text, "backing at=2020");
    assert_eq!(row(&found, "networks", "N", ["backers"]), ["1"]);
}

/// Without B the chain falls apart; on record it never held. Losing B, C, A and D in turn leaves 2, 1, 1 and 0 of 4:
/// R = (2 + 1 + 1)/16, and as much by what is on record.
#[test]
fn what_if_and_robustness() {
    let largest = |bound: &str| {
        let found = sheet(WORLD, &format!("what-if remove=b at=2020 bound={bound}"));
        let table = found.tables.iter().find(|table| table.id == "figures").unwrap();
        let largest = table.rows.iter().find(|row| row.cells[0].to_string().contains("largest")).unwrap();
        largest.cells[1].to_string()
    };
    assert_eq!([largest("presumed"), largest("possible")], ["2", "4"]);
    for bound in ["presumed", "possible"] {
        let found = sheet(WORLD, &format!("robustness at=2020 bound={bound}"));
        assert_eq!(measure(&found, "R: places, most tied first").to_string(), "0.25", "{bound}");
    }
}

/// Of what Fund gives sources disagree: on record it backs nothing. In 2005 Fund and Giver back N alike, and A meets D there.
#[test]
fn withdrawal() {
    let text = format!("{WORLD}{NETWORKS}").replace("d member m", "c member m");
    let Answer::Report(none) = answer(&world(&text), "withdrawal fund at=2020") else { panic!("a sheet") };
    assert!(none.unanswerable.contains("Nothing that Fund funds or supports"), "{}", none.unanswerable);
    let found = sheet(&text, "withdrawal fund at=2005");
    assert_eq!(row(&found, "networks", "N", ["share", "backers"]), ["0.50", "2"]);
    assert_eq!(measure(&found, "networks that fail").to_string(), "1");
    assert_eq!(measure(&found, "ties lost").to_string(), "1");
    assert_eq!(measure(&found, "places left alone").to_string(), "1");
}

/// One source has the old network end in 2010, another in 2012: the days compared are a year before the first and after
/// the last. Before: six ends of agreements, A and E in the network; that D was is disputed. After: B–C is disputed too.
#[test]
fn before_after() {
    let text = format!(
        "{WORLD}network old\n city e in x\n a member old 2000/2012 per list\n e member old 2000/2012 per list\n \
         d member old 2000/2012 per list\n not d member old 2000/2012 per paper\n \
         attribute old dissolved 2010 per list\n attribute old dissolved 2012 per paper"
    );
    let found = sheet(&text, "before-after old");
    assert_eq!(
        found.summary,
        "It ended 2010 or 2012. Afterwards one place has no other to meet on record: E."
    );
    let figures = |first: &str| row(&found, "figures", first, ["before", "after"]);
    assert_eq!(figures("memberships"), ["8", "4"]);
    assert_eq!(figures("ties between places"), ["4", "2"]);
    assert_eq!(figures("places in the largest group"), ["5", "2"]);
}
