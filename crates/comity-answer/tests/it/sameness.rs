//! One and the same: what is proposed, what was decided and by whom, what speaks for and against, names nobody placed.

use expect_test::expect;

use crate::{page, world};

// Leipzig is on file twice; the two Burlingtons share a name and nothing else; two mayors' networks were told apart.
const WORLD: &str = r#"
    nation us "United States" country=US
    nation germany country=DE
    state vermont in us
    state new-jersey "New Jersey" in us
    city vermont-burlington "Burlington" in vermont,us at=44.48,-73.21
    city jersey-burlington "Burlington" in new-jersey,us at=40.07,-74.86
    city leipzig in germany
    city leipsig in germany
    network mfp "Mayors for Peace"
    network pfm "Peace for Mayors"
    source note report 2024 "The note"
    source list report 2020 "A list"
    leipzig — vermont-burlington 1981/.. per list
    leipsig member mfp 2006/.. per note
    leipzig member mfp 2007/.. per list
    distinct pfm mfp by="Ana" why="Two offices, two letterheads"
    same burlington-city vermont-burlington by="Ben" why="One city under two numbers"
    open "Burlington" member per note country="United States" other=mfp why="two places"
"#;

#[test]
fn pairs_decisions_and_names_nobody_placed() {
    expect![[r#"
        WHICH ARE ONE AND THE SAME?
        as of 24 November 2026

        1 possible duplicate is undecided; 2 pairs were decided by a person.
          possible duplicates, undecided: 1 pairs
              Sources: The note (2024), row 3: since 2006
                       A list (2020), row 1: sister city, since 1981
                       A list (2020), row 4: since 2007
          decided to be the same: 1 pairs
              Sources: A list (2020), row 1: sister city, since 1981
          decided to be two: 1 pairs
              Sources: A list (2020), row 4: since 2007
                       The note (2024), row 3: since 2006

        Possible duplicates
          One  ·  Other  ·  Why they may be one  ·  Statements about the one  ·  Statements about the other  ·  Status
          Leipsig, Germany  ·  Leipzig, Germany  ·  Leipsig and Leipzig are written alike  ·  1  ·  2  ·  undecided
              Sources: The note (2024), row 3: since 2006

        Decided by a person
          One  ·  Other  ·  Decision  ·  By  ·  Why
          Peace for Mayors  ·  Mayors for Peace  ·  not the same  ·  Ana  ·  Two offices, two letterheads
              Sources: A list (2020), row 4: since 2007
          burlington-city  ·  Burlington, Vermont, United States  ·  the same: merged into the other  ·  Ben  ·  One city under two numbers
              Sources: A list (2020), row 1: sister city, since 1981

        Names to match
          What they may mean is by name alone.
          Written as  ·  In  ·  Statements  ·  May mean  ·  Why it is open
          Burlington  ·  United States  ·  1  ·  Burlington, New Jersey, United States; Burlington, Vermont, United States  ·  two places
              Sources: The note (2024), row 5: Burlington – Mayors for Peace
    "#]].assert_eq(&page(&world(WORLD), "sameness"));
}

#[test]
fn two_of_one_name_are_compared() {
    expect![[r#"
        ARE BURLINGTON, VERMONT, UNITED STATES AND BURLINGTON, NEW JERSEY, UNITED STATES ONE?
        as of 24 November 2026

        Nobody has decided; they are kept apart. 1 sign for it, 2 against.
          signs for it: 1
              Sources: A list (2020), row 1: sister city, since 1981
          signs against: 2
              Sources: A list (2020), row 1: sister city, since 1981

        Signs for and against
          From the records of both; the statements are some that sources make about each.
          What  ·  The one  ·  The other  ·  Speaks
          kind  ·  polity  ·  polity  ·  neither way
              Sources: A list (2020), row 1: sister city, since 1981
          name  ·  Burlington  ·  Burlington  ·  for it
              Sources: A list (2020), row 1: sister city, since 1981
          country  ·  United States  ·  United States  ·  neither way
              Sources: A list (2020), row 1: sister city, since 1981
          state or region  ·  Vermont  ·  New Jersey  ·  against it
              Sources: A list (2020), row 1: sister city, since 1981
          level  ·  city  ·  city  ·  neither way
              Sources: A list (2020), row 1: sister city, since 1981
          where it lies  ·  –  ·  509 km away  ·  against it
              Sources: A list (2020), row 1: sister city, since 1981
    "#]]
    .assert_eq(&page(&world(WORLD), "sameness vermont-burlington jersey-burlington"));
}
