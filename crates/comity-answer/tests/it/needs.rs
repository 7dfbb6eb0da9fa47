//! Who looks for what, who offers it, who is near.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation japan country=JP
    nation france country=FR
    city nagi in japan at=35,134
    city manno in japan at=34,134
    city kobe in japan at=34.7,135.2
    city lyon in france at=45.7,4.8
    city paris in france
    source list official-list 2016 "A list"
    attribute nagi seeks "culture and education" per list
    attribute manno seeks "culture and education" per list
    attribute manno seeks health per list
    attribute kobe offers "culture and education" per list
    attribute lyon offers "culture and education" per list
    attribute paris offers health per list
    attribute lyon seeks digital 2030 per list
"#;

#[test]
fn by_area_with_the_nearest() {
    expect![[r#"
        WHAT IS SOUGHT AND OFFERED
        as of 2024

        2 places look for something, and 3 say what they have to offer. Most is sought in culture and education, by 2 places.
          places that look for something: 2
              Sources: A list (2016), row 2: seeks: culture and education
                       A list (2016), row 1: seeks: culture and education
                       A list (2016), row 3: seeks: health
          places that offer something: 3
              Sources: A list (2016), row 4: offers: culture and education
                       A list (2016), row 5: offers: culture and education
                       A list (2016), row 6: offers: health

        By issue area
          Issue area  ·  Places that seek it  ·  Places that offer it
          culture and education  ·  2  ·  2
              Sources: A list (2016), row 4: offers: culture and education
          health  ·  1  ·  1
              Sources: A list (2016), row 3: seeks: health

        Who seeks and offers what
          Place  ·  Seeks or offers  ·  Issue area  ·  It says  ·  When  ·  Nearest on the other side  ·  Distance
          Kobe, Japan  ·  offers  ·  culture and education  ·  –  ·  2016  ·  Nagi, Japan  ·  114
              Sources: A list (2016), row 4: offers: culture and education
          Lyon, France  ·  offers  ·  culture and education  ·  –  ·  2016  ·  Nagi, Japan  ·  9696
              Sources: A list (2016), row 5: offers: culture and education
          Manno, Japan  ·  seeks  ·  culture and education  ·  –  ·  2016  ·  Kobe, Japan  ·  135
              Sources: A list (2016), row 2: seeks: culture and education
          Nagi, Japan  ·  seeks  ·  culture and education  ·  –  ·  2016  ·  Kobe, Japan  ·  114
              Sources: A list (2016), row 1: seeks: culture and education
          Manno, Japan  ·  seeks  ·  health  ·  –  ·  2016  ·  –  ·  –
              Sources: A list (2016), row 3: seeks: health
          Paris, France  ·  offers  ·  health  ·  –  ·  2016  ·  –  ·  –
              Sources: A list (2016), row 6: offers: health
    "#]].assert_eq(&page(&world(WORLD), "needs at=2024"));
}

#[test]
fn of_one_country_in_one_area() {
    expect![[r#"
        WHAT IS SOUGHT AND OFFERED IN FRANCE
        as of 2024

        One place says what it has to offer; what it looks for is not on file.
          places that look for something: 0
          places that offer something: 1
              Sources: A list (2016), row 6: offers: health

        By issue area
          Issue area  ·  Places that seek it  ·  Places that offer it
          health  ·  0  ·  1
              Sources: A list (2016), row 6: offers: health

        Who seeks and offers what
          Place  ·  Seeks or offers  ·  Issue area  ·  It says  ·  When  ·  Nearest on the other side  ·  Distance
          Paris, France  ·  offers  ·  health  ·  –  ·  2016  ·  –  ·  –
              Sources: A list (2016), row 6: offers: health
    "#]].assert_eq(&page(&world(WORLD), "needs france area=health at=2024"));
}
