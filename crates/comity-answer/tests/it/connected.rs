//! Who is connected most, over ties that hold, may hold, are disputed or over.

use expect_test::expect;

use crate::{page, try_answer, world};

/// Confirmed in 2024: Lyon and Leipzig by their agreement, Lyon and Turin by N. May hold: the agreement of Lyon and
/// Turin, which an undated list has; the membership of Porto, which one source denies. Over: Leipzig and Turin.
const WORLD: &str = r#"
    nation france country=FR
    nation italy country=IT
    city lyon in france
    city nice in france
    city leipzig
    city turin in italy
    city porto
    county rhone in france
    network n
    source s report 2024 "S"
    source t report 2025 "T"
    source old report "An undated list"
    lyon — leipzig 1981/.. per s
    lyon — turin per old
    leipzig — turin 1990/2000 per s
    turin member n per s role=board
    lyon member n per s
    porto member n 1990/.. per s
    not porto member n 1990/.. per t
    rhone member n per s
    open "Kyoto" party per old other=turin
"#;

/// By hand, with what may hold: ties Lyon–Leipzig, Lyon–Turin, Lyon–Porto, Turin–Porto. Lyon lies between Leipzig
/// and the two others: 2 pairs. N of Lyon 2·2 + 2·2 + 2·(8−2) = 20, of Turin 2·2 + 4·(8−4) = 20, of Porto 2·6,
/// of Leipzig 2·2; confirmed alone, Lyon 2·2 + 2·4 = 12.
#[test]
fn measures_side_by_side() {
    let text = page(&world(WORLD), "connected at=2024");
    let (tables, _) = text.split_once("\nMore than the numbers").unwrap();
    expect![[r#"
        MOST CONNECTED CITIES
        as of 2024

        Lyon has the most partners: 2. Next are Leipzig and Turin.
          in the graph: 3 nodes
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 7: date unknown
          ties between them: 2 pairs
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 7: date unknown

        By Partners
          To check: statements about it that nobody has matched yet, which may add partners.
          City  ·  Meets others in  ·  To check  ·  Partners  ·  Between others  ·  Closeness (harmonic)  ·  Eigenvector  ·  PageRank  ·  Taylor's N  ·  N without roles  ·  ± (standard error)
          Lyon, France  ·  2  ·  0  ·  2  ·  1  ·  2  ·  0.71  ·  0.49  ·  12  ·  2  ·  –
              Sources: S (2024), row 1: sister city, since 1981
          Leipzig  ·  1  ·  0  ·  1  ·  0  ·  1.5  ·  0.50  ·  0.26  ·  4  ·  1  ·  –
              Sources: S (2024), row 1: sister city, since 1981
          Turin, Italy  ·  1  ·  1  ·  1  ·  0  ·  1.5  ·  0.50  ·  0.26  ·  8  ·  1  ·  –
              Sources: S (2024), row 7: date unknown

        Do the measures agree?
          1: the same order; 0: unrelated; −1: reversed. Cities for which one of the two is not defined are left out of that pair.
          Computed from all ties together: the rows of the first table carry claims for them.
          Measure  ·  And  ·  Agreement
          Partners  ·  Between others  ·  1.00
          Partners  ·  Closeness (harmonic)  ·  1.00
          Partners  ·  Eigenvector  ·  1.00
          Partners  ·  PageRank  ·  0.82
          Partners  ·  Taylor's N  ·  0.82
          Partners  ·  N without roles  ·  1.00
          Between others  ·  Closeness (harmonic)  ·  1.00
          Between others  ·  Eigenvector  ·  1.00
          Between others  ·  PageRank  ·  0.82
          Between others  ·  Taylor's N  ·  0.82
          Between others  ·  N without roles  ·  1.00
          Closeness (harmonic)  ·  Eigenvector  ·  1.00
          Closeness (harmonic)  ·  PageRank  ·  0.82
          Closeness (harmonic)  ·  Taylor's N  ·  0.82
          Closeness (harmonic)  ·  N without roles  ·  1.00
          Eigenvector  ·  PageRank  ·  0.82
          Eigenvector  ·  Taylor's N  ·  0.82
          Eigenvector  ·  N without roles  ·  1.00
          PageRank  ·  Taylor's N  ·  1.0
          PageRank  ·  N without roles  ·  0.82
          Taylor's N  ·  N without roles  ·  0.82
    "#]].assert_eq(tables);
}

#[test]
fn a_country_is_listed_in_the_whole_graph_and_rolled_up_where_asked() {
    let row = |asked: &str| {
        let text = page(&world(WORLD), asked);
        let rows = text.lines().skip_while(|line| !line.starts_with("By ")).skip(3);
        rows.take_while(|line| !line.is_empty())
            .filter(|line| line.contains(" · "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    expect![[r#"
        [
            "  Turin, Italy  ·  1  ·  1  ·  1  ·  0  ·  1.5  ·  0.50  ·  0.26  ·  8  ·  1  ·  –",
        ]
    "#]]
    .assert_debug_eq(&row("connected at=2024 of=italy"));
    expect![[r#"
        [
            "  France  ·  2  ·  0  ·  1  ·  0  ·  1  ·  0.71  ·  0.50  ·  8  ·  1  ·  –",
            "  Italy  ·  1  ·  1  ·  1  ·  0  ·  1  ·  0.71  ·  0.50  ·  8  ·  1  ·  –",
        ]
    "#]]
    .assert_debug_eq(&row("connected at=2024 roll=nation"));
    expect![[r#"
        [
            "  Turin, Italy  ·  1  ·  1  ·  2  ·  0  ·  2  ·  0.58  ·  0.33  ·  20  ·  2  ·  –",
            "  Lyon, France  ·  1  ·  0  ·  2  ·  0  ·  2  ·  0.58  ·  0.33  ·  11  ·  2  ·  –",
            "  Rhone, France  ·  1  ·  0  ·  2  ·  0  ·  2  ·  0.58  ·  0.33  ·  11  ·  2  ·  –",
        ]
    "#]]
    .assert_debug_eq(&row("connected at=2024 level=any layers=networks weights=board:10,member:1 by=taylor"));
}

#[test]
fn what_cannot_be_carried_is_not_printed() {
    let text = page(&world(WORLD), "connected at=2024 issue=climate");
    assert!(text.contains("No source on file names the issue areas"), "{text}");
    let text = page(&world("city lyon"), "connected at=2024");
    assert!(text.contains("No two of those counted meet in anything"), "{text}");
    let refused = try_answer(&world(WORLD), "connected weights=boss:1").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "weights: expected up to 19 roles with weights from 0 to 100, such as board:4, joined by commas, not `boss:1`"
    );
}
