//! Old networks and young ones: a complete list, a source's own count, a list too short to count.

use expect_test::expect;

use crate::{page, world};

// old: 1 of 4 (one of the others only possible) of 4 claimed; young: 40 of 200 as counted; middle: 1 of 30 listed.
const WORLD: &str = r#"
    nation us "United States" country=US
    city ny "New York" in us
    city lyon country=FR
    city bonn country=DE
    city ulm country=DE
    network old "Old union"
    network middle "Middle council"
    network young "Young council"
    source list report 2019 "A list"
    source note report 2019 "A note"
    source book report 2010 "A book"
    attribute old founded 1913 per book
    attribute middle founded 1990-09 per book
    attribute young founded 2018 per note
    ny member old per list
    lyon member old per list
    bonn member old per list
    ulm member old 1950/2018 per list
    ulm member old 1950/ per book
    ny member middle per list
    count 4 cities per note link=member object.entity=old wording="members"
    count 30 cities per note link=member object.entity=middle wording="members"
    count 200 cities per note link=member object.entity=young wording="members"
    count 40 cities per note link=member subject.within=us object.entity=young wording="of them there"
    attribute us urban-population-share 0.05 2018 per book
"#;

#[test]
fn by_generation_against_a_sourced_share() {
    expect![[r#"
        UNITED STATES BY GENERATION OF NETWORKS
        as of 2019

        One network is known well enough to count, all of one generation (3 issue and philanthropic): 20 % of the members are in the United States.
          networks known well enough to count: 1
              Sources: A note (2019), row 13: 40 cities: of them there
                       A note (2019), row 12: 200 cities: members

        By generation
          Generation  ·  Members from there  ·  All members  ·  Share  ·  Measured against  ·  Share over it  ·  95 % from  ·  95 % to
          3 issue and philanthropic  ·  40  ·  200  ·  0.20  ·  share of urban population (2018)  ·  4  ·  2.9  ·  5.2
              Sources: A book (2010), row 14: share of urban population: 0.05

        By network
          Network  ·  Generation  ·  Members from there  ·  All members  ·  By  ·  Counts
          Old union  ·  1 municipal  ·  1  ·  3  ·  3 on file of at most 4 claimed  ·  no
              Sources: A list (2019), row 4: date unknown
          Middle council  ·  2 UN-born  ·  1  ·  1  ·  1 on file of at most 30 claimed  ·  no
              Sources: A list (2019), row 9: date unknown
          Young council  ·  3 issue and philanthropic  ·  40  ·  200  ·  counted by A note  ·  yes
              Sources: A note (2019), row 13: 40 cities: of them there

        Searched
          Networks: A list (2019): 2 found, completeness unknown

        To keep in mind
          A difference between generations rests on the networks that count, which are few: read the second table.
    "#]].assert_eq(&page(&world(WORLD), "generations us at=2019"));
}

#[test]
fn a_register_of_short_lists_gives_no_figure() {
    let text = "nation us country=US\n city ny in us\n network n\n source s report 2020 \"S\"\n ny member n per s\n \
                count 30 cities per s link=member object.entity=n wording=members";
    let text = page(&world(text), "generations us");
    assert!(text.contains("No network has a list of members on file that is near to complete"), "{text}");
}
