//! Cities by networks: one confirmed, one last seen before, one denied by a rival.

use expect_test::expect;

use crate::{page, try_answer, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city la "Los Angeles" in us
    city ny "New York" in us
    city lyon country=FR
    network metropolis
    network summit
    network fmcu
    source list report 1985 "A list"
    source gazette press 2017 "A gazette"
    source paper press 1992 "A paper"
    la member metropolis 1985/1995 per gazette
    ny member metropolis 1985/.. per list
    ny member summit 1985/1995 per gazette
    not ny member summit 1989/1991 per paper
    us member fmcu 1980/2000 per gazette
    lyon member fmcu 1980/2000 per gazette
"#;

#[test]
fn a_matrix_of_cities_and_networks() {
    expect![[r#"
        UNITED STATES: WHO IS IN WHICH NETWORKS
        as of 1990

        2 memberships on record: 2 members in 1 network.
          memberships on record: 2
              Sources: A gazette (2017), row 1: 1985 to 1995
                       A list (1985), row 2: since 1985
          members: 2
              Sources: A gazette (2017), row 1: 1985 to 1995
                       A list (1985), row 2: since 1985
          networks with a member: 1
              Sources: A gazette (2017), row 1: 1985 to 1995
                       A list (1985), row 2: since 1985

        By member
          Member  ·  Networks
          Los Angeles, United States  ·  1
              Sources: A gazette (2017), row 1: 1985 to 1995
          New York, United States  ·  1
              Sources: A list (1985), row 2: since 1985

        By network
          Network  ·  Members
          Metropolis  ·  2 (1 to 2)
              Sources: A gazette (2017), row 1: 1985 to 1995

        Memberships
          Member  ·  Network  ·  Since  ·  On that day
          Los Angeles, United States  ·  Metropolis  ·  since 1985  ·  on record
              Sources: A gazette (2017), row 1: 1985 to 1995
          New York, United States  ·  Metropolis  ·  since 1985  ·  last reported 1985, not counted
              Sources: A list (1985), row 2: since 1985

        Searched
          Networks: A gazette (2017): 3 found, completeness unknown
          Networks: A list (1985): 1 found, completeness unknown
          Networks: A paper (1992): 1 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "joined us at=1990"));
}

#[test]
fn only_who_is_in_several() {
    let text = page(&world(WORLD), "joined us at=1987 least=2");
    assert!(text.contains("New York") && !text.contains("Los Angeles"), "{text}");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let refused = |asked| try_answer(&world(WORLD), asked).unwrap_err().to_string();
    assert_eq!(refused("joined us least=0"), "least: expected a whole number from 1 to 1000, not `0`");
    assert_eq!(
        refused("joined us networks=la"),
        "Los Angeles, United States is a city, and this question is about a network"
    );
}
