//! What came and went between two dates.

use expect_test::expect;

use crate::{page, try_answer, world};

/// From 2000 to 2020: Lyon–Turin stayed; Lyon–Porto surely came (2010); Turin–Porto surely went (2005); Ulm–Bonn may
/// hold at both, as its list is undated (Jaccard 3/5 if it does, 1/5 if it held at one of them alone); Lyon–Ulm started in the 2000s and may have come.
const WORLD: &str = r#"
    city lyon
    city turin
    city porto
    city ulm
    city bonn
    source s report 2024 "S"
    source old report "An undated list"
    lyon — turin 1981/.. per s
    lyon — porto 2010/.. per s
    turin — porto 1990/2005 per s
    ulm — bonn per old
    lyon — ulm 200X/.. per s
"#;

#[test]
fn by_hand() {
    expect![[r#"
        WHAT CHANGED FROM 2000 TO 2020
        as of 2020

        From 2000 to 2020, 2 ties began by dated statements and 1 pair has no tie on record any more. On record for 2000 are 2 ties, for 2020 3 ties.
          ties before: 2 pairs
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 5: sister city, 1990 to 2005
                       S (2024), row 1: sister city, since 1981
          ties after: 3 pairs
              Sources: S (2024), row 9: sister city, since some time in the 2000s
                       S (2024), row 3: sister city, since 2010
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 9: sister city, since some time in the 2000s
          came: 2 pairs
              Sources: S (2024), row 3: sister city, since 2010
                       S (2024), row 9: sister city, since some time in the 2000s
          went: 1 pairs
              Sources: S (2024), row 5: sister city, 1990 to 2005
          Jaccard: 0.25 share
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 5: sister city, 1990 to 2005
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 9: sister city, since some time in the 2000s
              and       3 more
          turnover: 0.60 share
              Sources: S (2024), row 1: sister city, since 1981
                       S (2024), row 5: sister city, 1990 to 2005
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 9: sister city, since some time in the 2000s
              and       3 more
          began by a dated statement: 2 pairs
              Sources: S (2024), row 3: sister city, since 2010
                       S (2024), row 9: sister city, since some time in the 2000s
          first seen on lists of that time: 0 pairs

        By kind of tie
          A pair that meets in things of several kinds counts in each.
          Kind  ·  Before  ·  After  ·  Came  ·  Went  ·  Turnover
          Agreements  ·  2  ·  3  ·  2  ·  1  ·  0.60
              Sources: S (2024), row 3: sister city, since 2010
          Networks  ·  0  ·  0  ·  0  ·  0  ·  –
          Events  ·  0  ·  0  ·  0  ·  0  ·  –
          Offices abroad  ·  0  ·  0  ·  0  ·  0  ·  –
          Resolutions and laws  ·  0  ·  0  ·  0  ·  0  ·  –
          Programmes and foundings  ·  0  ·  0  ·  0  ·  0  ·  –

        Ties that came
          City A  ·  City B  ·  Meet in
          Lyon  ·  Porto  ·  Lyon – Porto
              Sources: S (2024), row 3: sister city, since 2010
          Lyon  ·  Ulm  ·  Lyon – Ulm
              Sources: S (2024), row 9: sister city, since some time in the 2000s

        Ties that went
          City A  ·  City B  ·  Meet in
          Porto  ·  Turin  ·  Porto – Turin
              Sources: S (2024), row 5: sister city, 1990 to 2005

        Searched
          Agreements: An undated list (undated): 1 found, completeness unknown
          Agreements: S (2024): 4 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
          A tie without dates is placed on no earlier day than its list was read; a list read once cannot tell what ended.
    "#]].assert_eq(&page(&world(WORLD), "change from=2000 to=2020"));
}

#[test]
fn both_dates_are_needed() {
    let refused = try_answer(&world(WORLD), "change from=2000").unwrap_err();
    assert!(refused.to_string().starts_with("change needs `to`"), "{refused}");
}

/// A list of 2019 that nobody read before names three members; one city joined in 2015, two signed in 2012: what began
/// then is no more than what a source dates.
#[test]
fn what_is_first_read_did_not_begin_then() {
    let world = world(
        r#"
        city lyon
        city turin
        city porto
        city ulm
        network n "N"
        source list third-party-list 2019 "A list"
        source s report 2024 "S"
        lyon member n per list
        turin member n per list
        porto member n per list
        ulm member n 2015/.. per s
        lyon — turin 2012/.. per s
    "#,
    );
    let said = page(&world, "change from=2010 to=2020");
    expect!["From 2010 to 2020, 4 ties began by dated statements and no pair lost its last tie on record. Another 2 are first named on lists of that time: when they began is not on file. On record for 2010 are 0 ties, for 2020 6 ties."]
        .assert_eq(said.lines().nth(3).unwrap_or_default());
}
