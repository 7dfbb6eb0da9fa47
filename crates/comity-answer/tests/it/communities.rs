//! Groups that hold together, and what they follow.

use expect_test::expect;

use crate::{page, world};

/// Two triangles of twins and one tie between them: 6 of 7 ties within, so modularity 6/7 − 1/2 = 5/14 = 0.3571.
/// The triangles are countries: assortativity (6/7 − 1/2)/(1/2) = 5/7 and E-I (1 − 6)/7. The tie between them is
/// undated: by confirmed ties nothing crosses, assortativity 1 and modularity 1/2.
const WORLD: &str = r#"
    nation france country=FR
    nation italy country=IT
    city lyon in france
    city nice in france
    city lille in france
    city turin in italy
    city milan in italy
    city rome in italy
    organisation fund
    network n
    source s report 2024 "S"
    source old report "An undated list"
    lyon — nice 1981/.. per s
    nice — lille 1981/.. per s
    lille — lyon 1981/.. per s
    turin — milan 1981/.. per s
    milan — rome 1981/.. per s
    rome — turin 1981/.. per s
    lyon — turin per old
    lyon member n per s
    fund backs n 2020/.. per s
    attribute n issue-area "climate" per s
"#;

#[test]
fn two_triangles_follow_their_countries() {
    expect![[r#"
        GROUPS THAT HOLD TOGETHER
        as of 2024

        The ties of 6 places fall into 2 groups of two or more.
          places with ties: 6 nodes
              Sources: S (2024), row 5: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 7: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       2 more
          modularity of the best run (worst to best): 0.50 share of ties
              Sources: S (2024), row 5: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 7: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       2 more
          groups of two and more (least to most): 2 groups
              Sources: S (2024), row 5: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
                       S (2024), row 7: sister city, since 1981
                       S (2024), row 1: sister city, since 1981
              and       2 more

        Groups, the largest first
          By the run of seed 1. Groups are numbered for this table alone.
          Group  ·  Members  ·  Countries  ·  Most connected in it  ·  Ties within  ·  Ties out of it
          1  ·  3  ·  France 3  ·  Lille, Lyon, Nice  ·  3  ·  0
              Sources: S (2024), row 5: sister city, since 1981
          2  ·  3  ·  Italy 3  ·  Milan, Rome, Turin  ·  3  ·  0
              Sources: S (2024), row 7: sister city, since 1981

        Do ties follow …
          A city's issue area and backer are those of most of the things it is in; language is on file of no city.
          Computed from all ties together: the rows of the table of groups carry claims for them.
          Trait  ·  Known of  ·  Different ones  ·  Assortativity  ·  E-I  ·  Modularity of its groups  ·  Share of the best run's
          country  ·  6  ·  2  ·  1  ·  -1  ·  0.50  ·  1
          issue area  ·  1  ·  1  ·  –  ·  –  ·  –  ·  –
          backer  ·  1  ·  1  ·  –  ·  –  ·  –  ·  –

        Who meets whom
          The 2 countries with most ties.
          Country  ·  And  ·  Ties
          France  ·  France  ·  0.50
              Sources: S (2024), row 5: sister city, since 1981
          Italy  ·  Italy  ·  0.50
              Sources: S (2024), row 9: sister city, since 1981

        Searched
          Agreements: An undated list (undated): 1 found, completeness unknown
          Agreements: S (2024): 6 found, completeness unknown
          Networks: S (2024): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings

        To keep in mind
          Counting cities, each for itself, by their agreements, networks, events, offices abroad, resolutions and laws and programmes and foundings.
          Runs differ: what holds is that they are about as good as each other, not which city is in which group. The groups listed are those of the best run.
    "#]].assert_eq(&page(&world(WORLD), "communities at=2024 seeds=3"));
}
