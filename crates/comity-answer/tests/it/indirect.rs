//! Through a league to its cities; a ring of associations ends.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city austin in us
    city boston in us
    city waco in us
    network uclg "UCLG"
    network nlc "National League of Cities"
    network texas "Texas Municipal League"
    source list report 2020 "A list"
    source paper press 2021 "A paper"
    nlc member uclg 2004/.. per list
    texas member nlc 1950/.. per list
    uclg member texas 2010/.. per list
    boston member uclg 2004/.. per list
    boston member nlc 2000/.. per list
    austin member nlc 2000/2018 per list
    waco member texas 1950/.. per list
    not waco member texas 2019/.. per paper
    count 2700 cities per paper link=member object.entity=nlc wording="cities in it"
"#;

#[test]
fn each_at_its_shortest_way() {
    expect![[r#"
        WHOM UCLG REACHES
        as of 2020

        UCLG reaches 1 place on file, none of them only through an association.

        How far away
          The claims are of the last step to each place; the places below have the whole way.
          Steps  ·  Places
          1  ·  1
              Sources: A list (2020), row 4: since 2004

        Associations in it
          What an association claims and nobody has listed cannot be reached here.
          Association  ·  Steps  ·  Its members on file  ·  Claimed by sources
          National League of Cities  ·  1  ·  2  ·  2,700 cities (as of 2021)
              Sources: A list (2020), row 1: since 2004
          Texas Municipal League  ·  2  ·  1 (1 to 2)  ·  –
              Sources: A list (2020), row 2: since 1950

        Places
          Place  ·  Steps  ·  Through  ·  On that day
          Boston, United States  ·  1  ·  –  ·  on record
              Sources: A list (2020), row 4: since 2004

        Searched
          Networks: A list (2020): 3 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "indirect uclg at=2020"));
}

#[test]
fn not_further_than_asked() {
    let text = page(&world(WORLD), "indirect uclg depth=1 at=2020");
    assert!(text.contains("1 place on file, none of them only through an association."), "{text}");
}

/// Before Waco is said to be out and Austin left: through a league in a league, and no further than asked.
#[test]
fn in_three_steps() {
    let world = world(WORLD);
    let text = page(&world, "indirect uclg at=2017");
    let places = text
        .split(
            "

",
        )
        .find(|part| {
            part.starts_with(
                "Places
",
            )
        })
        .unwrap_or_default();
    expect![[r#"
        Places
          Place  ·  Steps  ·  Through  ·  On that day
          Boston, United States  ·  1  ·  –  ·  on record
              Sources: A list (2020), row 4: since 2004
          Austin, United States  ·  2  ·  National League of Cities  ·  on record
              Sources: A list (2020), row 6: 2000 to 2018
          Waco, United States  ·  3  ·  Texas Municipal League, in National League of Cities  ·  on record
              Sources: A list (2020), row 7: since 1950"#]]
    .assert_eq(places);
    let nearer = page(&world, "indirect uclg depth=2 at=2017");
    assert!(!nearer.contains("Waco") && nearer.contains("Austin"), "{nearer}");
}

/// What was on record once and nothing has ended is said as that, not as none.
#[test]
fn a_place_that_was_reached() {
    let world = world(
        r#"
        nation us "United States" country=US
        city bluffton in us
        city lima in us
        network uclg "UCLG"
        source list report 2011 "A list"
        bluffton member uclg 2011 per list
        "#,
    );
    let text = page(&world, "indirect uclg at=2026");
    expect![[r#""#]].assert_eq(&text);
}
