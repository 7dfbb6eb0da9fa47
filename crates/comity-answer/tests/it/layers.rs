//! How ties spread over their kinds.

use expect_test::expect;

use crate::{page, world};

/// With what may hold: Lyon and Turin are tied by an agreement and in N; Lyon and Porto by an agreement; Turin and
/// Porto in N, of which Porto is an undated member, as with Lyon. So Lyon has 2 and 2, Turin 1 and 2, Porto 1 and 2:
/// participation 2·(1 − ¼ − ¼) = 1 and 2·(1 − 1/9 − 4/9) = 8/9; both kinds tie Lyon–Turin and Lyon–Porto, either
/// also Turin–Porto and Ulm–Bonn: Jaccard 2/4. By confirmed ties N ties Lyon and Turin alone: Jaccard 1/3.
const WORLD: &str = r#"
    city lyon
    city turin
    city porto
    city ulm
    city bonn
    network n
    source s report 2024 "S"
    source old report "An undated list"
    lyon — turin 1981/.. per s
    lyon — porto 1981/.. per s
    lyon member n per s
    turin member n per s
    porto member n per old
    ulm — bonn 1990/.. per s
    attribute n issue-area "climate" per s
"#;

#[test]
fn by_hand() {
    expect![[r#"
        HOW TIES SPREAD OVER THEIR KINDS
        as of 2024

        Of 5 places with ties, 2 have ties of both kinds, and 3 depend on one kind alone.
          places with ties: 5 nodes
              Sources: S (2024), row 8: sister city, since 1990
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 3: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       1 more
          active in every kind: 2 nodes
              Sources: S (2024), row 8: sister city, since 1990
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 3: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       1 more
          depend on one kind: 3 nodes
              Sources: S (2024), row 8: sister city, since 1990
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 3: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       1 more

        City by city, the most evenly spread first
          City  ·  Partners by kind  ·  Participation  ·  Entropy  ·  Overlapping  ·  From the mean  ·  Different partners
          Turin  ·  Agreements 1, Networks 1  ·  1  ·  0.69  ·  2  ·  0.50  ·  1
              Sources: S (2024), row 1: sister city, since 1981
          Lyon  ·  Agreements 2, Networks 1  ·  0.89  ·  0.64  ·  3  ·  1.7  ·  2
              Sources: S (2024), row 1: sister city, since 1981
          Bonn  ·  Agreements 1  ·  0  ·  0  ·  1  ·  −0.75  ·  1
              Sources: S (2024), row 8: sister city, since 1990
          Porto  ·  Agreements 1  ·  0  ·  0  ·  1  ·  −0.75  ·  1
              Sources: S (2024), row 3: sister city, since 1981
          Ulm  ·  Agreements 1  ·  0  ·  0  ·  1  ·  −0.75  ·  1
              Sources: S (2024), row 8: sister city, since 1990

        How alike the kinds are
          Kind  ·  And  ·  Tied in both, of those in either  ·  Tied in the first, of those in the second  ·  Tied in the second, of those in the first
          Agreements  ·  Networks  ·  0.33  ·  1  ·  0.33
              Sources: S (2024), row 1: sister city, since 1981

        In how many kinds pairs are tied
          Tied in  ·  Pairs
          1  ·  2
              Sources: S (2024), row 8: sister city, since 1990
          2  ·  1
              Sources: S (2024), row 1: sister city, since 1981

        Searched
          Agreements: S (2024): 3 found, completeness unknown
          Networks: An undated list (undated): 1 found, completeness unknown
          Networks: S (2024): 2 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
    "#]].assert_eq(&page(&world(WORLD), "layers at=2024"));
}

#[test]
fn one_issue_area_is_no_multiplex() {
    let text = page(&world(WORLD), "layers at=2024 each=issue");
    assert!(text.contains("Things of fewer than two issue areas"), "{text}");
}
