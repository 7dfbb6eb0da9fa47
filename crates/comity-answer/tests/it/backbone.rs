//! Which shared memberships are more than chance.

use expect_test::expect;

use crate::{page, world};

/// Four networks. Lyon and Turin are in P and Q: of the six ways to draw two of four, one is theirs, so p = 1/6. That
/// Turin is in Q is undated: by confirmed ties it is in P alone, which two of four draws hit, p = 2/4. Porto and Ulm
/// share R and S likewise. At 0.9 and six tests, Bonferroni asks for 0.15 and the false discovery rate for 0.3.
const WORLD: &str = r#"
    city lyon
    city turin
    city porto
    city ulm
    network p
    network q
    network r
    network s
    source list report 2024 "A list"
    source old report "An undated list"
    lyon member p per list
    lyon member q per list
    turin member p per list
    turin member q per old
    porto member r per list
    porto member s per list
    ulm member r per list
    ulm member s per list
    lyon — porto 1990/.. per list
"#;

#[test]
fn by_hand() {
    expect![[r#"
        TIES THAT ARE MORE THAN CHANCE
        as of 2024

        Of 2 pairs that share something, none shares more than chance would give.
          tested: 6 pairs
              Sources: A list (2024), row 1: date unknown
                       A list (2024), row 5: date unknown
                       A list (2024), row 3: date unknown
                       A list (2024), row 7: date unknown
          share something: 2 pairs
              Sources: A list (2024), row 1: date unknown
                       A list (2024), row 5: date unknown
                       A list (2024), row 3: date unknown
                       A list (2024), row 7: date unknown
          stand under the false discovery rate: 0 pairs
              Sources: A list (2024), row 1: date unknown
                       A list (2024), row 5: date unknown
                       A list (2024), row 3: date unknown
                       A list (2024), row 7: date unknown
          stand firmly, under Bonferroni: 0 pairs
              Sources: A list (2024), row 1: date unknown
                       A list (2024), row 5: date unknown
                       A list (2024), row 3: date unknown
                       A list (2024), row 7: date unknown

        Pairs, the most surprising first
          City A  ·  City B  ·  Share  ·  Such as  ·  Chance  ·  Stands  ·  Disparity
          Porto  ·  Ulm  ·  2  ·  R, S  ·  0.17  ·  no  ·  1
              Sources: A list (2024), row 5: date unknown
          Lyon  ·  Turin  ·  1  ·  P  ·  0.50  ·  no  ·  1
              Sources: A list (2024), row 1: date unknown

        Searched
          Networks: A list (2024): 7 found, completeness unknown
          Networks: An undated list (undated): 1 found, completeness unknown

        To keep in mind
          Counting cities, each for itself, by their networks.
    "#]]
    .assert_eq(&page(&world(WORLD), "backbone at=2024 layers=networks alpha=0.9"));
}
