//! Who is in a network on a day.

use expect_test::expect;

use crate::{page, world};

const PLATFORMS: &str = r#"
    nation united-states "United States" country=US
    nation france country=FR
    city new-york-city "New York City" in united-states
    city los-angeles in united-states
    city paris in france
    network metropolis
    source gazette press 1985-04 "Gazette"
    source page official-page 2009 "Its own page"
    new-york-city member metropolis 1985/.. per gazette role=founding-member
    los-angeles member metropolis 1985/1999 per page
    paris member metropolis per page
    count 140 members per page link=member object.entity=metropolis wording="members of Metropolis" about=yes
    count 60 members per gazette link=member subject.within=france object.entity=metropolis wording="members in France"
"#;

#[test]
fn as_of_1990() {
    expect![[r#"
        MEMBERS OF METROPOLIS
        as of 1990

        2 members on record; 2 more are named without a date that places them here.

        How many, according to sources
          sources may disagree; none is overwritten
          about 140 members: members of Metropolis (as of 2009)
              Sources: Its own page (2009), row 4: about 140 members: members of Metropolis
          60 members: members in France (as of April 1985)
              Sources: Gazette (April 1985), row 5: 60 members: members in France

        Members by country
          Country  ·  Members
          United States  ·  2 (1 to 2)
              Sources: Its own page (2009), row 2: 1985 to 1999
          France  ·  0
              Sources: Its own page (2009), row 3: date unknown

        Members: 2 (1 to 3) (2 not placed in time)
          Los Angeles, United States  ·  member  ·  since 1985  ·  on record
              Sources: Its own page (2009), row 2: 1985 to 1999
          New York City, United States  ·  founding member  ·  since 1985  ·  last reported 1985, not counted
              Sources: Gazette (April 1985), row 1: since 1985
          Paris, France  ·  member  ·  date unknown  ·  first reported 2009
              Sources: Its own page (2009), row 3: date unknown

        Searched
          Networks: Gazette (April 1985): 1 found, completeness unknown
          Networks: Its own page (2009): 2 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(PLATFORMS), "members metropolis at=1990"));
}

#[test]
fn within_a_country() {
    expect![[r#"
        MEMBERS OF METROPOLIS IN FRANCE
        as of 2009

        1 member in France on record.

        How many, according to sources
          sources may disagree; none is overwritten
          about 140 members: members of Metropolis (as of 2009)
              Sources: Its own page (2009), row 4: about 140 members: members of Metropolis
          60 members: members in France (as of April 1985)
              Sources: Gazette (April 1985), row 5: 60 members: members in France

        Members by country
          Country  ·  Members
          France  ·  1
              Sources: Its own page (2009), row 3: date unknown

        Members: 1
          Paris, France  ·  member  ·  date unknown  ·  on record
              Sources: Its own page (2009), row 3: date unknown

        Searched
          Networks: Gazette (April 1985): 1 found, completeness unknown
          Networks: Its own page (2009): 2 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(PLATFORMS), "members metropolis at=2009 within=france"));
}

#[test]
fn none_on_file_is_said() {
    expect![[r#"
        MEMBERS OF EMPTY
        as of 24 November 2026

        No member is on record.

        Members: 0
          no named member is on file

        Not yet searched: networks

        To keep in mind
          0 named members: no list of Empty is on file for this day.
    "#]]
    .assert_eq(&page(&world("network empty"), "members empty"));
}

#[test]
fn a_number_that_is_nearly_so_is_said_to_be() {
    let world = world(
        r#"
        network mmc "Migration Council"
        city accra
        source report report 2025 "A report"
        accra member mmc per report
        count 290 members per report link=member object.entity=mmc wording="cities that take part" about=yes
    "#,
    );
    let said = page(&world, "members mmc at=2025");
    assert!(said.contains("bout 290 members"), "{said}");
}
