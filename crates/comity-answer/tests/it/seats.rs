//! Offices in a network: by role, by person, with rival numbers of inhabitants.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city south-bay "South Bay" in us
    city paris country=FR
    network uclg "UCLG"
    person clarence "Clarence Anthony"
    person ann "Ann Other"
    source note report 2024 "The note"
    source bio report 2010 "A biography"
    source times press 1999 "The Times"
    south-bay member uclg 2004 per note role=board
    paris member uclg 2004/2010 per note role=presidency
    paris member uclg 2004/.. per note
    clarence holds uclg 2004/ per bio post="founding treasurer"
    clarence holds south-bay 1984/2008 per bio post=mayor
    ann holds uclg per times post="interim manager"
    attribute south-bay population 4700 2004 per note
    attribute south-bay population 4000 1999 per times
"#;

#[test]
fn places_and_people_with_the_size_of_their_place() {
    expect![[r#"
        WHO HELD OFFICE IN UCLG
        as of 2004

        Led by Paris (presidency). 4 offices in UCLG are on file.
          offices on file: 4
              Sources: The Times (1999), row 6: date unknown
                       The note (2024), row 2: 2004 to 2010
                       The note (2024), row 1: 2004
                       A biography (2010), row 4: since 2004

        Offices
          Place  ·  Office  ·  Held by  ·  Stated time  ·  Population (stated for)  ·  On that day
          –  ·  interim manager  ·  Ann Other  ·  date unknown  ·  –  ·  last reported 1999, not counted
              Sources: The Times (1999), row 6: date unknown
          Paris, FR  ·  presidency  ·  –  ·  2004 to 2010  ·  –  ·  on record
              Sources: The note (2024), row 2: 2004 to 2010
          South Bay, United States  ·  board  ·  –  ·  2004  ·  4700 (2004)  ·  first reported 2024
              Sources: The note (2024), row 1: 2004
          South Bay, United States  ·  founding treasurer  ·  Clarence Anthony  ·  since 2004  ·  4700 (2004)  ·  on record
              Sources: A biography (2010), row 4: since 2004

        Searched
          Networks: The note (2024): 3 found, completeness unknown
          Posts: A biography (2010): 1 found, completeness unknown
          Posts: The Times (1999): 1 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "seats uclg at=2004"));
}

#[test]
fn of_one_country_and_what_is_left_out_is_said() {
    expect![[r#"
        WHO HELD OFFICE IN UCLG, FROM THE UNITED STATES
        as of 2012

        2 offices in UCLG are on file.
          offices on file: 2
              Sources: The note (2024), row 1: 2004
                       A biography (2010), row 4: since 2004

        Offices
          Place  ·  Office  ·  Held by  ·  Stated time  ·  Population (stated for)  ·  On that day
          South Bay, United States  ·  board  ·  –  ·  2004  ·  4700 (2004)  ·  first reported 2024
              Sources: The note (2024), row 1: 2004
          South Bay, United States  ·  founding treasurer  ·  Clarence Anthony  ·  since 2004  ·  4700 (2004)  ·  last reported 2010
              Sources: A biography (2010), row 4: since 2004

        Searched
          Networks: The note (2024): 3 found, completeness unknown
          Posts: A biography (2010): 1 found, completeness unknown
          Posts: The Times (1999): 1 found, completeness unknown

        To keep in mind
          1 post-holder without a known city is not shown.
    "#]].assert_eq(&page(&world(WORLD), "seats uclg us at=2012"));
}

#[test]
fn a_chair_is_one_office_of_the_city_and_of_its_mayor() {
    let world = world(
        r#"
        state ny "New York"
        city nyc "New York City" in ny also="New York"
        city london "London" country=GB
        network c40 "C40"
        person mike "Mike"
        person ken "Ken"
        person sadiq "Sadiq"
        person ann "Ann"
        source site official-page 2024 "Leadership"
        source times press 2023 "The Times"
        nyc member c40 2010/2013 per site role=presidency
        mike holds c40 2010/2013 per site post=chair on-behalf-of="New York"
        mike holds c40 2014/ per site post="president of the board"
        london member c40 2005/2008 per site role=presidency
        ken holds c40 2005/2008 per site post=chair on-behalf-of=London
        london member c40 2021/ per site role=presidency
        london member c40 2023/.. per times role=presidency
        sadiq holds c40 2021/ per site post=co-chair on-behalf-of=London
        ann holds c40 2021/ per site post="vice-president" on-behalf-of=London
    "#,
    );
    expect![[r#"
        WHO HELD OFFICE IN C40
        as of 2024

        Led by Sadiq (co-chair) and London (presidency). 6 offices in C40 are on file.
          offices on file: 6
              Sources: Leadership (2024), row 5: 2005 to 2008
                       Leadership (2024), row 4: 2005 to 2008
                       Leadership (2024), row 2: 2010 to 2013
                       Leadership (2024), row 1: 2010 to 2013
              and       5 more

        Offices
          Place  ·  Office  ·  Held by  ·  Stated time  ·  Population (stated for)  ·  On that day
          London, GB  ·  chair  ·  Ken  ·  2005 to 2008  ·  –  ·  ended 2008
              Sources: Leadership (2024), row 5: 2005 to 2008
          New York City, New York  ·  chair  ·  Mike  ·  2010 to 2013  ·  –  ·  ended 2013
              Sources: Leadership (2024), row 2: 2010 to 2013
          –  ·  president of the board  ·  Mike  ·  since 2014  ·  –  ·  on record
              Sources: Leadership (2024), row 3: since 2014
          London, GB  ·  vice-president  ·  Ann  ·  since 2021  ·  –  ·  on record
              Sources: Leadership (2024), row 9: since 2021
          London, GB  ·  co-chair  ·  Sadiq  ·  since 2021  ·  –  ·  on record
              Sources: Leadership (2024), row 8: since 2021
          London, GB  ·  presidency  ·  –  ·  since 2023  ·  –  ·  on record
              Sources: The Times (2023), row 7: since 2023

        Searched
          Networks: Leadership (2024): 3 found, completeness unknown
          Networks: The Times (2023): 1 found, completeness unknown
          Posts: Leadership (2024): 5 found, completeness unknown
    "#]]
    .assert_eq(&page(&world, "seats c40 at=2024"));
}
