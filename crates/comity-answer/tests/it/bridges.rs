//! Who alone connects others to the rest.

use expect_test::expect;

use crate::{page, world};

/// Suva and Nadi are tied to the rest through Apia alone, in the network Pacific; Apia and Sydney meet in an undated
/// agreement; Sydney, Perth and Lyon meet in pairs. Without Apia or the network two are cut off; without the agreement
/// of Apia and Sydney three are on either side. By confirmed ties Apia is cut off with them.
const WORLD: &str = r#"
    nation fiji country=FJ
    nation australia country=AU
    city suva in fiji
    city nadi in fiji
    city apia
    city sydney in australia
    city perth in australia
    city lyon
    network pacific
    source s report 2024 "S"
    source old report "An undated list"
    suva member pacific per s
    nadi member pacific per s
    apia member pacific per s
    apia — sydney per old
    sydney — perth 1990/.. per s
    perth — lyon 1990/.. per s
    lyon — sydney 1990/.. per s
"#;

#[test]
fn by_hand() {
    expect![[r#"
        WHO ALONE CONNECTS
        as of 2024

        Without Pacific, 2 other places would be cut off from the rest. In all, no place and one thing that places meet in connect others alone.
          alone connect others: 0 cities
              Sources: S (2024), row 3: date unknown
                       S (2024), row 10: sister city, since 1990
                       S (2024), row 2: date unknown
                       S (2024), row 8: sister city, since 1990
              and       2 more
          things they meet in that alone connect others: 1 things
              Sources: S (2024), row 3: date unknown
                       S (2024), row 10: sister city, since 1990
                       S (2024), row 2: date unknown
                       S (2024), row 8: sister city, since 1990
              and       2 more
          single ties: 0 pairs
              Sources: S (2024), row 3: date unknown
                       S (2024), row 10: sister city, since 1990
                       S (2024), row 2: date unknown
                       S (2024), row 8: sister city, since 1990
              and       2 more

        Cities that alone connect
          nothing on file

        Networks and other things that alone connect
          Network  ·  Would cut off  ·  Whom  ·  Where  ·  Parts left  ·  Would lose every path
          Pacific  ·  2  ·  Nadi, Suva  ·  Fiji 2  ·  3  ·  3
              Sources: S (2024), row 3: date unknown

        Single ties that alone connect
          nothing on file

        Searched
          Agreements: An undated list (undated): 1 found, completeness unknown
          Agreements: S (2024): 3 found, completeness unknown
          Networks: S (2024): 3 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
          A register that has not been told of other ties makes bridges of those it has: read this as where to look, not as what is missing.
    "#]].assert_eq(&page(&world(WORLD), "bridges at=2024"));
}

#[test]
fn a_country_is_shown_where_its_own_are_cut_off() {
    let text = page(&world(WORLD), "bridges of=fiji at=2024 bound=possible");
    assert!(text.contains("  Apia  ·  2  ·  Nadi, Suva  ·  Fiji 2  ·"), "{text}");
}
