//! How long agreements live.

use expect_test::expect;

use crate::{page, world};

// Lives by hand: ulm 1980 to 1990 (ended, 9 to 11 years), pskov 1990 to 2022 by one source and still active in 2021
// by another (ended), nara from 1985 last seen 2000 (alive), graz without a start.
const WORLD: &str = r#"
    nation us country=US
    nation russia country=RU
    city a in us
    city ulm country=DE
    city graz country=AT
    city nara country=JP
    city pskov in russia
    source old report 2000 "An old list"
    source new report 2022 "A new list"
    source other report 2021 "Another list"
    a — ulm 1980/1990 per old
    a — nara 1985/.. per old
    a — pskov 1990/2022 per new
    a — pskov 1990/.. per other
    a — graz per old
"#;

#[test]
fn a_curve_and_what_sleeps() {
    expect![[r#"
        HOW LONG AGREEMENTS OF US LIVE
        as of 2024

        No figure is given: 3 of 4 agreements on file are dated: no pattern can be read. It takes 20 with a start and a later sighting or end.

        Dormant by rule
          Not said to have ended, and no source on file saw it within 10 years of the day asked about. That nobody looked is no sign of an end.
          Agreement  ·  Last reported  ·  Years ago
          A – Graz  ·  2000  ·  24
              Sources: An old list (2000), row 9: sister city, date unknown
          A – Nara  ·  2000  ·  24
              Sources: An old list (2000), row 3: sister city, since 1985

        Said to have ended
          Agreement  ·  Began  ·  Lived  ·  State
          A – Ulm  ·  1980  ·  10  ·  –
              Sources: An old list (2000), row 1: sister city, 1980 to 1990
          A – Pskov  ·  1990  ·  32  ·  –
              Sources: Another list (2021), row 7: sister city, since 1990

        Searched
          Agreements: A new list (2022): 1 found, completeness unknown
          Agreements: An old list (2000): 3 found, completeness unknown
          Agreements: Another list (2021): 1 found, completeness unknown

        To keep in mind
          Lists name what is alive when they are made: agreements that ended before anybody listed them are missing, so that lives look longer than they were.
    "#]].assert_eq(&page(&world(WORLD), "lapsed us by=country at=2024"));
}

#[test]
fn without_an_end_there_is_no_curve() {
    let text = page(&world(WORLD), "lapsed with=graz at=2024");
    assert!(text.contains("none of 1 agreements on file is dated"), "{text}");
}
