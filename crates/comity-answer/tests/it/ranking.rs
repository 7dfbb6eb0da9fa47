//! Whether named cities are the top of their country, by each measure.

use expect_test::expect;

use crate::{page, try_answer, world};

/// In the United States, with what may hold: Austin meets three (Lyon, Nice, Ulm), Boston two in N (Austin is not in
/// it), Chicago one. Chicago is on the board of its network, so by Taylor's N it is ahead of Boston.
const WORLD: &str = r#"
    nation us country=US
    nation france country=FR
    city austin in us
    city boston in us
    city chicago in us
    city dallas in us
    city lyon in france
    city nice in france
    city ulm country=DE
    network n
    network p
    source s report 2024 "S"
    source note report 2024-02 "The note"
    source old report "An undated list"
    austin — lyon 1981/.. per s
    austin — nice 1990/.. per s
    austin — ulm per old
    boston member n per s
    nice member n per s
    ulm member n per s
    chicago member p per s role=board
    lyon member p per s role=presidency
    opinion "Austin and Chicago are the liveliest" per note about=austin label=S48
"#;

/// By hand: partners Austin 3 (2 confirmed), Boston 2, Chicago 1; N Chicago 4·5 = 20, Austin 3 · 2·2 = 12, Boston
/// 2·(2+2) = 8; confirmed Austin 8, which equals Boston.
#[test]
fn some_measures_agree_and_others_do_not() {
    expect![[r#"
        ARE AUSTIN AND BOSTON THE TOP 2 OF US?
        as of 2024

        By 7 of 7 measures Austin and Boston are the top 2 of Us.
          measures by which they are: 7 of 7
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 3: sister city, since 1990
                       S (2024), row 7: date unknown

        By each measure
          Measure  ·  Holds  ·  The top  ·  Named but not in it
          Partners  ·  yes  ·  Austin, Boston  ·  –
          Between others  ·  yes  ·  Austin, Boston, Chicago  ·  –
          Closeness (harmonic)  ·  yes  ·  Austin, Boston  ·  –
          Eigenvector  ·  yes  ·  Boston, Austin  ·  –
          PageRank  ·  yes  ·  Austin, Boston  ·  –
          Taylor's N  ·  yes  ·  Chicago, Austin, Boston  ·  –
          N without roles  ·  yes  ·  Austin, Boston  ·  –

        Rank of each
          Ranks within the country; empty: no tie on record.
          City  ·  Partners  ·  Between others  ·  Closeness (harmonic)  ·  Eigenvector  ·  PageRank  ·  Taylor's N  ·  N without roles
          Austin, Us  ·  1  ·  1  ·  1  ·  2  ·  1  ·  2  ·  1
              Sources: S (2024), row 1: sister city, since 1981
          Boston, Us  ·  1  ·  2  ·  2  ·  1  ·  2  ·  2  ·  1
              Sources: S (2024), row 7: date unknown

        Searched
          Agreements: An undated list (undated): 1 found, completeness unknown
          Agreements: S (2024): 2 found, completeness unknown
          Networks: S (2024): 2 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
          A city is as connected here as the register has been told: a city nobody has listed ranks low.
    "#]].assert_eq(&page(&world(WORLD), "ranking cities=austin,boston at=2024 of=us"));
}

#[test]
fn the_cities_of_a_statement_in_the_country_they_share() {
    let text = page(&world(WORLD), "ranking S48 at=2024");
    assert!(text.contains("ARE AUSTIN THE TOP 1 OF US"), "{text}");
    assert!(text.contains("The note (February 2024)"), "{text}");
    let refused = try_answer(&world(WORLD), "ranking S99").unwrap_err();
    assert_eq!(
        refused.to_string(),
        "statement: expected the label or number of a statement on file, such as S48, up to 300 characters, not `S99`"
    );
    let refused = try_answer(&world(WORLD), "ranking of=us").unwrap_err();
    assert!(refused.to_string().starts_with("ranking needs `cities`"), "{refused}");
}

#[test]
fn a_city_nobody_has_listed_has_no_rank() {
    let text = page(&world(WORLD), "ranking cities=dallas at=2024");
    assert!(text.contains("Dallas (no tie on record)"), "{text}");
}
