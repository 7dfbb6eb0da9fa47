//! What one rival claim does to every question of the graph: it is in what may hold, and not in what surely does.

use comity_answer::{BoundedCount, Answer, Cell, Report};

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

/// Least and most of the measure whose label begins so.
#[track_caller]
fn measure(sheet: &Report, label: &str) -> (f64, f64) {
    let found = sheet.indicators.iter().find(|one| one.label.starts_with(label));
    let found = found.unwrap_or_else(|| panic!("no measure {label}"));
    (found.low.unwrap_or_default(), found.high.unwrap_or_default())
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

/// Surely A–B and C–D; at most the chain, in which B and C and all three agreements alone connect.
#[test]
fn bridges() {
    let found = sheet(WORLD, "bridges at=2020");
    assert_eq!(measure(&found, "alone connect others"), (0.0, 2.0));
    assert_eq!(measure(&found, "single ties"), (2.0, 3.0));
}

/// Two pairs: Q = 1/2. The chain, halved: Q = 2/3 − (1/4 + 1/4) = 1/6.
#[test]
fn communities() {
    let found = sheet(WORLD, "communities at=2020");
    let q = |which: &str| {
        let label = format!("modularity of the best run (worst to best), {which}");
        found.indicators.iter().find(|one| one.label == label).and_then(|one| one.value).unwrap()
    };
    assert!((q("confirmed ties") - 0.5).abs() < 1e-9 && (q("with what may hold") - 1.0 / 6.0).abs() < 1e-9);
}

/// B–C surely held in 2000; that it went by 2020 is possible and not sure.
#[test]
fn change() {
    let found = sheet(WORLD, "change from=2000 to=2020");
    assert_eq!(measure(&found, "ties before"), (3.0, 3.0));
    assert_eq!(measure(&found, "ties after"), (2.0, 3.0));
    assert_eq!(measure(&found, "went"), (0.0, 1.0));
}

/// B has A surely and C at most; by confirmed ties alone all four have one partner.
#[test]
fn connected() {
    let found = sheet(WORLD, "connected at=2020");
    assert_eq!(row(&found, "cities", "B", ["degree", "betweenness"]), ["1 to 2", "2"]);
    assert_eq!(row(&found, "confirmed", "B", ["degree", "betweenness", "harmonic"]), ["1", "0", "1"]);
}

/// In X, A and B are the best by partners: with what may hold B alone has two, surely both have one.
#[test]
fn ranking() {
    let found = sheet(WORLD, "ranking cities=a of=x at=2020");
    assert_eq!(row(&found, "ranks", "A", ["degree"]), ["2"]);
    let both = sheet(WORLD, "ranking cities=b of=x at=2020");
    assert_eq!(row(&both, "ranks", "B", ["degree"]), ["1"]);
}

/// D meets C in an agreement and, at most, A in a network, one partner in each of two kinds of three: P = 3/2·(1 − 1/2).
/// Of N and M, A shares M with D surely and N at most.
#[test]
fn layers_and_backbone() {
    let text = format!("{WORLD}{NETWORKS}").replace("d member m", "c member m");
    let found = sheet(&text, "layers at=2020");
    assert_eq!(row(&found, "cities", "D", ["participation", "participation_certain"]), ["0.75", "0"]);
    let found = sheet(&format!("{WORLD}{NETWORKS}"), "backbone layers=networks at=2020");
    assert_eq!(row(&found, "pairs", "A", ["b", "shared"]), ["D, Y", "1 to 2"]);
}

/// A and B have the act, E has not; a tie with Y have E surely and B at most.
#[test]
fn acts_and_twins() {
    let text = format!("{WORLD}city e in x\n e — d 1990/.. per list");
    let found = sheet(&text, "acts-and-twins policy y x at=2020");
    assert_eq!(row(&found, "four-fold", "with an act and an agreement", ["possible", "certain"]), ["1", "0"]);
    assert_eq!(row(&found, "four-fold", "with an act only", ["possible", "certain"]), ["1", "2"]);
}

#[test]
fn members_and_backers() {
    let text = format!("{WORLD}{NETWORKS}");
    let Answer::Members(members) = answer(&world(&text), "members n at=2020") else { panic!("members") };
    assert_eq!((members.total.count.certain, members.total.count.possible), (1, 2));
    let found = sheet(&text, "backing at=2020");
    assert_eq!(row(&found, "networks", "N", ["backers"]), ["1 to 2"]);
}

/// Without B the chain falls apart; what is before holds the disputed tie as possible alone. Losing B, C, A and D in turn
/// leaves 2, 1, 1 and 0 of 4: R = (2 + 1 + 1)/16, and as much by confirmed ties.
#[test]
fn what_if_and_robustness() {
    let found = sheet(WORLD, "what-if remove=b at=2020");
    let table = found.tables.iter().find(|table| table.id == "figures").unwrap();
    let largest = table.rows.iter().find(|row| row.cells[0].to_string().contains("largest")).unwrap();
    assert_eq!(largest.cells[1], Cell::Range(BoundedCount { certain: 2, presumed: 4, possible: 4 }));
    let found = sheet(WORLD, "robustness at=2020");
    assert_eq!(measure(&found, "R: places, most tied first"), (0.25, 0.25));
}

/// Fund and Giver back N alike, if Fund still does; D, said to have left, meets A in N alone.
#[test]
fn withdrawal() {
    let text = format!("{WORLD}{NETWORKS}").replace("d member m", "c member m");
    let found = sheet(&text, "withdrawal fund at=2020");
    assert_eq!(row(&found, "networks", "N", ["share", "backers"]), ["0.5", "1 to 2"]);
    assert_eq!(measure(&found, "networks that fail"), (1.0, 1.0));
    assert_eq!(measure(&found, "ties lost"), (0.0, 1.0));
    assert_eq!(measure(&found, "places left alone"), (0.0, 1.0));
}

/// One source has the old network end in 2010, another in 2012: the days compared are a year before the first and after
/// the last. Before: six ends of agreements, two adoptions, A and E surely and D at most in the network. After: of the chain
/// B–C is no longer sure.
#[test]
fn before_after() {
    let text = format!(
        "{WORLD}network old\n city e in x\n a member old 2000/2012 per list\n e member old 2000/2012 per list\n \
         d member old 2000/2012 per list\n not d member old 2000/2012 per paper\n \
         attribute old dissolved 2010 per list\n attribute old dissolved 2012 per paper"
    );
    let found = sheet(&text, "before-after old");
    assert_eq!(found.summary, "It ended 2010 or 2012; places that meet nobody on file after: E.");
    let figures = |first: &str| row(&found, "figures", first, ["before", "after"]);
    assert_eq!(figures("memberships"), ["10 to 11", "6 to 8"]);
    assert_eq!(figures("ties between places"), ["4 to 6", "2 to 3"]);
    assert_eq!(figures("places in the largest group"), ["5", "2 to 4"]);
}
