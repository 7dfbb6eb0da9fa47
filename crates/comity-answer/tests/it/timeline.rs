//! What happened when.

use expect_test::expect;

use crate::{page, world};

#[test]
fn uncertain_ends_keep_their_place() {
    let world = world(
        r#"
        city lyon
        city leipzig
        network c40 "C40"
        source s report 2024 "S"
        lyon member c40 per s
        lyon — leipzig 1981/.. per s
        not lyon member c40 /1999 per s
        attribute lyon population 500000 1990 per s
        attribute lyon founded -0043 per s
        opinion "Lyon is active" per s about=lyon
    "#,
    );
    expect![[r#"
        LYON: WHAT HAPPENED WHEN
        as of 24 November 2026

        6 statements about Lyon are on file, 5 of them dated.

        Statements: 6
          When  ·  What  ·  With  ·  Source
          -0043  ·  founded: -0043  ·  –  ·  S, row 6
              Sources: S (2024), row 6: founded: -0043
          since 1981  ·  sister city  ·  Leipzig  ·  S, row 2
              Sources: S (2024), row 2: sister city, since 1981
          1990  ·  population: 500000  ·  –  ·  S, row 5
              Sources: S (2024), row 5: population: 500000
          as of 2024  ·  Lyon is active  ·  –  ·  S, row 7
              Sources: S (2024), row 7: Lyon is active
          date unknown  ·  is a member of  ·  C40  ·  S, row 1
              Sources: S (2024), row 1: date unknown
          until 1999, start unknown  ·  not: is a member of  ·  C40  ·  S, row 4
              Sources: S (2024), row 4: is not so (ended 1999)
    "#]]
    .assert_eq(&page(&world, "timeline lyon"));
}

#[test]
fn what_has_no_day_of_its_own_is_not_counted_as_dated() {
    let world = world(
        r#"
        city kyaukpyu
        agreement port "A port"
        source paper press 2018-11 "A paper"
        kyaukpyu party port 2018-11-08 per paper
        attribute port fate "not built" per paper observed=none
        port concerns kyaukpyu per paper
    "#,
    );
    let said = page(&world, "timeline port");
    assert!(said.contains("3 statements about") && said.contains("1 of them dated"), "{said}");
}
