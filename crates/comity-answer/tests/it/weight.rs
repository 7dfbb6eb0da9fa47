//! Weight beside presence: a board seat that is only possible, weights that can be changed.

use expect_test::expect;

use crate::{page, try_answer, world};

// On 2013: us has two members, one of them in the presidency (5) and one plain (2); france one plain member and one
// that was seen on the board in 2010 only: it weighs 2 for sure and 4 at most.
const WORLD: &str = r#"
    nation us "United States" country=US
    nation france country=FR
    city ny "New York" in us
    city austin in us
    city paris in france
    city lyon in france
    network c40 "C40"
    source list report 2013 "A list"
    source paper press 2010 "A paper"
    source bank report 2013 "A bank"
    ny member c40 2010/2013 per list role=presidency
    ny member c40 per list
    austin member c40 per list
    paris member c40 per list
    lyon member c40 per list
    lyon member c40 2010/ per paper role=board
    attribute us gdp-share 0.25 2013 per bank
"#;

#[test]
fn roles_beside_plain_membership() {
    expect![[r#"
        WEIGHT AND PRESENCE IN C40
        as of 2013

        For its members, the United States weighs most: 1.1 times its share of them.
          as many countries of equal weight would be as concentrated: 2.0 countries
              Sources: A list (2013), row 3: date unknown
                       A list (2013), row 2: date unknown
                       A list (2013), row 1: 2010 to 2013
                       A list (2013), row 5: date unknown
              and       2 more

        By country
          Country  ·  Members  ·  Share of members  ·  Share of weight  ·  Weight over presence
          United States  ·  2  ·  0.50  ·  0.54  ·  1.1
              Sources: A list (2013), row 3: date unknown
          France  ·  2  ·  0.50  ·  0.46  ·  0.92
              Sources: A list (2013), row 5: date unknown

        Against every sourced share
          Compare with more than one yardstick.
          Country  ·  Measured against  ·  That share  ·  Members over it  ·  Weight over it
          United States  ·  share of GDP (2013)  ·  0.25  ·  2  ·  2.2
              Sources: A bank (2013), row 7: share of GDP: 0.25

        What roles weigh
          An assumption, not found in a source: change it with `weights`.
          Role  ·  Weight
          participant  ·  1
          observer  ·  1
          associate  ·  1
          member  ·  2
          founding member  ·  2
          committee chair  ·  3
          board  ·  4
          presidency  ·  5
          secretariat  ·  5

        Searched
          Networks: A list (2013): 5 found, completeness unknown
          Networks: A paper (2010): 1 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "weight c40 at=2013"));
}

#[test]
fn one_weight_for_all_leaves_no_difference() {
    let text = page(&world(WORLD), "weight c40 at=2013 weights=presidency=2,board=2");
    assert!(text.contains("United States  ·  2  ·  0.50  ·  0.50  ·  1\n"), "{text}");
}

#[test]
fn only_roles_can_weigh() {
    let error = try_answer(&world(WORLD), "weight c40 weights=boss=2").unwrap_err().to_string();
    assert_eq!(
        error,
        "weights: expected up to 9 roles with weights from 0 to 100, such as board=4, joined by commas, not `boss=2`"
    );
}
