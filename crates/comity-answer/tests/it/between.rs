//! All that ties two entities.

use expect_test::expect;

use crate::{page, world};

#[test]
fn directly_in_common_and_by_third_parties() {
    let world = world(
        r#"
        nation france country=FR
        city lyon in france
        city leipzig country=DE
        city birmingham country=GB
        network eurocities
        source leipzig-list official-list 2024 "City of Leipzig"
        source network-list official-list 2020 "Eurocities"
        lyon — leipzig 1981/.. per leipzig-list
        lyon — birmingham 1951/.. per leipzig-list
        leipzig — birmingham 1992/.. per leipzig-list
        lyon member eurocities 1986/.. per network-list role=founding-member
        leipzig member eurocities per network-list
    "#,
    );
    expect![[r#"
        WHAT TIES LYON, FRANCE AND LEIPZIG, DE
        as of 2022

        Between Lyon and Leipzig: sister city, since 1981; on record. In common: 1 network, event or act and 1 partner that both have an agreement with.

        Direct ties: 1
          Leipzig, DE  ·  sister city  ·  since 1981  ·  on record
              Sources: City of Leipzig (2024), row 1: sister city, since 1981

        What both are in: 1
          What  ·  One side  ·  How  ·  Since  ·  The other  ·  How  ·  Since  ·  Both
          Eurocities  ·  Lyon, France  ·  is a founding member of  ·  since 1986  ·  Leipzig, DE  ·  is a member of  ·  date unknown  ·  last reported 2020
              Sources: Eurocities (2020), row 7: since 1986

        Tied to both: 1
          Leipzig–Birmingham · Lyon–Birmingham

        How strong it is
          things both are in: 2 things
          link by roles (Taylor): 8 products of weights

        Shortest way from one to the other: 1 step
          Lyon has an agreement with Leipzig (sister city)
              Sources: City of Leipzig (2024), row 1: sister city, since 1981
          Lyon and Leipzig are both members of Eurocities
              Sources: Eurocities (2020), row 8: date unknown
                       Eurocities (2020), row 7: since 1986

        Searched
          Agreements: City of Leipzig (2024): 2 found, completeness unknown
          Networks: Eurocities (2020): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws, programmes and foundings
    "#]]
    .assert_eq(&page(&world, "between lyon leipzig at=2022"));
}

#[test]
fn the_shortest_way_and_none() {
    let world = world(
        r#"
        city a
        city b
        city c
        city far
        network n
        source s report 2024 "S"
        a — b per s
        b member n per s
        c member n per s
    "#,
    );
    expect![[r#"
        WHAT TIES A AND C
        as of 2024

        Between A and C: no direct tie on record. In common: no network or event and no partner that both have an agreement with.

        Direct ties: 0
          none found

        What both are in: 0
          nothing on file

        Tied to both: 0
          none found

        How strong it is
          things both are in: 0 things
          link by roles (Taylor): 0 products of weights

        Shortest way from one to the other: 2 steps
          A has an agreement with B (sister city); B and C are both members of N.
          A has an agreement with B (sister city)
              Sources: S (2024), row 1: sister city, date unknown
          B and C are both members of N
              Sources: S (2024), row 4: date unknown
                       S (2024), row 3: date unknown

        Searched
          Agreements: S (2024): 1 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws, programmes and foundings
    "#]]
    .assert_eq(&page(&world, "between a c at=2024"));
    assert!(page(&world, "between a far").contains("no way over what is on file"));
}

const SUMMIT: &str = r#"
        city copenhagen
        city boston
        city far
        network n
        event summit
        source s report 2019 "S"
        source old report "An undated list"
        summit within copenhagen 2019-10 per s
        boston takes-part summit 2019-10 per s role=speaker
        boston member n per old
        far member n per s
    "#;

#[test]
fn who_is_where_an_event_is_hosts_it() {
    let world = world(SUMMIT);
    let text = page(&world, "between boston copenhagen at=2019");
    assert!(text.contains("Copenhagen  ·  is where it is  ·  October 2019  ·  took place"), "{text}");
    // A speaker weighs 2, a host 3.
    assert!(text.contains("things both are in: 1 things\n  link by roles (Taylor): 6 products"), "{text}");
    // That Boston is a member an undated list alone says: whether it was in 2019 depends on when it was read.
    let text = page(&world, "between boston far at=2019");
    assert!(text.contains("Shortest way from one to the other\n  no way over what is on file"), "{text}");
    let text = page(
        &crate::world(&SUMMIT.replace("An undated list\"", "An undated list\" seen=2018")),
        "between boston far at=2019",
    );
    assert!(text.contains("Shortest way from one to the other: 1 step"), "{text}");
}

#[test]
fn of_ways_of_one_length_the_one_over_fewest_ties_comes_first() {
    let world = world(
        r#"
        city a
        city b
        city c
        network big
        network small
        source s report 2024 "S"
        a member big per s
        b member big per s
        c member big per s
        a member small per s
        b member small per s
    "#,
    );
    let text = page(&world, "between a b at=2024");
    let place = |network: &str| text.find(&format!("A and B are both members of {network}"));
    assert!(place("Small").unwrap() < place("Big").unwrap(), "{text}");
}
