//! Who came: shares only where a list is said to be complete.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city ny "New York" in us
    city austin in us
    city lyon country=FR
    city bonn country=DE
    person ann "Ann"
    event first "Mayors Summit, Rio" class=summit
    event second "Mayors Summit, Paris" class=summit
    event fair "World Fair" class=fair
    source list report 1993 "A list"
    source paper press 1997 "A paper"
    ny takes-part first 1992-06 per list
    lyon takes-part first 1992-06 per list
    bonn takes-part first 1992-06 per list
    not bonn takes-part first 1992-06 per paper
    austin takes-part first 1992-06 per list role=invited-absent
    ann takes-part first 1992-06 per list
    ny takes-part second 1996 per paper
    austin takes-part second 1996 per paper
    looked takes-part per list object=first completeness=complete found=3
"#;

#[test]
fn a_share_needs_a_complete_list() {
    expect![[r#"
        UNITED STATES AMONG THOSE WHO CAME: SUMMIT
        as of 24 November 2026

        One of 2 events has a complete list of who came. At the latest, 33 % came from the United States.
          events on file: 2
              Sources: A list (1993), row 3: June 1992
                       A paper (1997), row 4: is not so (June 1992)
                       A paper (1997), row 8: 1996
                       A paper (1997), row 7: 1996
          events with a complete list of who came: 1
              Sources: A list (1993), row 3: June 1992
                       A paper (1997), row 4: is not so (June 1992)

        Events
          Year  ·  Event  ·  From this place  ·  On file in all  ·  List complete  ·  Share  ·  At least  ·  At most
          1992  ·  Mayors Summit, Rio  ·  1  ·  2 (2 to 3)  ·  a source says so  ·  0.33  ·  0.33  ·  0.50
              Sources: A list (1993), row 3: June 1992
          1996  ·  Mayors Summit, Paris  ·  2  ·  2  ·  not stated  ·  –  ·  –  ·  –
              Sources: A paper (1997), row 8: 1996

        Searched
          Events: A list (1993): 2 found, completeness unknown
          Events: A paper (1997): 2 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "series us summit"));
}

#[test]
fn words_of_names_find_a_series() {
    let text = page(&world(WORLD), "series us mayors-paris");
    assert!(text.contains("Mayors Summit, Paris") && !text.contains("Rio"), "{text}");
    assert!(text.contains("No dated event of this series has a list"), "{text}");
}
