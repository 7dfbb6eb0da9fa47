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

        With what may hold, 2 nodes and 2 meeting points alone connect others to the rest.
          alone connect others: 0 (0 to 2) cities
              Says who? An undated list (undated), row 4: sister city, year: not found
              and       S (2024), row 10: sister city, since 1990
              and       S (2024), row 2: year: not found
              and       S (2024), row 8: sister city, since 1990
              and       2 more
          things they meet in that alone connect others: 1 (1 to 2) things
              Says who? An undated list (undated), row 4: sister city, year: not found
              and       S (2024), row 10: sister city, since 1990
              and       S (2024), row 2: year: not found
              and       S (2024), row 8: sister city, since 1990
              and       2 more
          single ties: 0 (0 to 1) pairs
              Says who? An undated list (undated), row 4: sister city, year: not found
              and       S (2024), row 10: sister city, since 1990
              and       S (2024), row 2: year: not found
              and       S (2024), row 8: sister city, since 1990
              and       2 more

        Cities that alone connect
          With what may hold. A row carries 12 of its claims at most.
          City  ·  Would cut off  ·  Whom  ·  Where  ·  Parts left  ·  Would lose every path  ·  Would cut off, confirmed ties
          Apia  ·  2  ·  Nadi, Suva  ·  Fiji 2  ·  2  ·  6  ·  0
              Says who? An undated list (undated), row 4: sister city, year: not found
          Sydney, Australia  ·  2  ·  Lyon, Perth  ·  Australia 1  ·  2  ·  6  ·  0
              Says who? S (2024), row 10: sister city, since 1990

        Networks and other things that alone connect
          With what may hold. A row carries 12 of its claims at most.
          Thing  ·  Would cut off  ·  Whom  ·  Where  ·  Parts left  ·  Would lose every path  ·  Would cut off, confirmed ties
          Apia – Sydney  ·  3  ·  Lyon, Perth, Sydney  ·  Australia 2  ·  2  ·  9  ·  0
              Says who? An undated list (undated), row 4: sister city, year: not found
          Pacific  ·  2  ·  Nadi, Suva  ·  Fiji 2  ·  3  ·  9  ·  2
              Says who? S (2024), row 3: year: not found

        Single ties that alone connect
          One  ·  and  ·  meet in  ·  Smaller side  ·  Confirmed
          Apia  ·  Sydney, Australia  ·  Apia – Sydney  ·  3  ·  no
              Says who? An undated list (undated), row 4: sister city, year: not found

        Looked at
          Agreements: An undated list (undated): 1 found, how completely: not stated
          Agreements: S (2024): 3 found, how completely: not stated
          Networks: S (2024): 3 found, how completely: not stated

        Not looked yet: events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counted: cities, each for itself, through agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
          A register that has not been told of other ties makes bridges of those it has: read this as where to look, not as what is missing.
    "#]].assert_eq(&page(&world(WORLD), "bridges at=2024"));
}

#[test]
fn a_country_is_shown_where_its_own_are_cut_off() {
    let text = page(&world(WORLD), "bridges of=fiji at=2024");
    assert!(text.contains("  Apia  ·  2  ·  Nadi, Suva  ·  Fiji 2  ·"), "{text}");
}
