//! The page of an entity.

use expect_test::expect;

use crate::{page, world};

#[test]
fn a_city_with_rival_claims() {
    let world = world(
        r#"
        nation france country=FR
        city lyon in france pop=522250 also="Lugdunum"
        city leipzig country=DE
        network c40 "C40"
        source city-of-leipzig official-list 2024-01-15 "City of Leipzig"
        source list third-party-list 2020 "A list"
        source root official-page 2019 "Its root"
        lyon — leipzig 1981/.. per city-of-leipzig
        lyon — leipzig 1984/.. per list cites=root
        lyon member c40 per list role=board
        attribute lyon population 522250 2021 per list
        attribute lyon population 515695 2015 per list
        opinion "Lyon weighs more than its size" per list about=lyon
    "#,
    );
    expect![[r#"
        LYON, FRANCE
        as of 15 January 2024
          What: city
          In: France
          Also called: Lugdunum
          Population: 522250 (2021)
              Says who? A list (2020), row 6: population: 522250
          Population: 515695 (2015)
              Says who? A list (2020), row 7: population: 515695
          Inhabitants: 522,250 (the gazetteer's; to tell namesakes apart)
          Number: lyon

        Agreements: 1
          Leipzig, DE  ·  sister city  ·  since 1981 or 1984  ·  confirmed
              Says who? A list (2020), row 3, after Its root (2019): sister city, since 1984
              and       City of Leipzig (15 January 2024), row 1: sister city, since 1981

        Networks: 0 confirmed, 1 possible
          C40  ·  is on the board of  ·  year: not found  ·  may still hold (last seen 2020)
              Says who? A list (2020), row 5: year: not found

        Where sources disagree: 1
          Leipzig – Lyon: sister city
            since 1981
                City of Leipzig (15 January 2024), row 1: sister city, since 1981
            since 1984
                A list (2020), row 3, after Its root (2019): sister city, since 1984

        Opinions: 1
          A list (2020), row 8: Lyon weighs more than its size

        What happened when
          When  ·  What  ·  With  ·  Says who?
          since 1981  ·  sister city  ·  Leipzig, DE  ·  City of Leipzig, row 1
              Says who? City of Leipzig (15 January 2024), row 1: sister city, since 1981
          since 1984  ·  sister city  ·  Leipzig, DE  ·  A list, row 3
              Says who? A list (2020), row 3, after Its root (2019): sister city, since 1984
          2015  ·  population: 515695  ·  –  ·  A list, row 7
              Says who? A list (2020), row 7: population: 515695
          as of 2020  ·  Lyon weighs more than its size  ·  –  ·  A list, row 8
              Says who? A list (2020), row 8: Lyon weighs more than its size
          year: not found  ·  is on the board of  ·  C40  ·  A list, row 5
              Says who? A list (2020), row 5: year: not found
          2021  ·  population: 522250  ·  –  ·  A list, row 6
              Says who? A list (2020), row 6: population: 522250

        Looked at
          Agreements: City of Leipzig (15 January 2024): 1 found, how completely: not stated
          Agreements: A list (2020): 1 found, how completely: not stated
          Networks: A list (2020): 1 found, how completely: not stated

        Not looked yet: events, offices abroad, resolutions and laws
    "#]]
    .assert_eq(&page(&world, "profile lyon at=2024-01-15"));
}
