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
fn four_agreements_are_too_few_and_what_sleeps() {
    expect![[r#"
        HOW LONG AGREEMENTS OF US LIVE
        as of 2024

        No pattern can be read: only 3 of 4 agreements on file are dated; it takes 20 with a start and a later sighting or end.
          agreements on file: 4
              Sources: An old list (2000), row 9: sister city, date unknown
                       An old list (2000), row 1: sister city, 1980 to 1990
                       An old list (2000), row 3: sister city, since 1985
                       Another list (2021), row 7: sister city, since 1990
              and       1 more
          agreements with a start and a later sighting or end: 3
              Sources: An old list (2000), row 1: sister city, 1980 to 1990
                       An old list (2000), row 3: sister city, since 1985
                       Another list (2021), row 7: sister city, since 1990
                       A new list (2022), row 5: sister city, 1990 to 2022

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

/// Twenty agreements of 1980: one ended in each of ten years, ten were still alive in 2000.
fn many() -> String {
    let mut text = String::from("nation us country=US\ncity a in us\nsource s report 2000-01-01\n");
    for n in 1..=20 {
        let end = if n <= 10 { format!("{}-01-01", 1980 + n) } else { "..".to_owned() };
        text.extend([format!("city c{n} country=DE\na — c{n} 1980-01-01/{end} per s\n")]);
    }
    text
}

/// By hand: nobody is lost from sight before the last end, so that the share alive after n years is (20 − n)/20, its standard
/// error √(s(1 − s)/20), 0.11 at one half, and the median the year in which one half is reached: the tenth.
#[test]
fn a_curve_of_twenty() {
    let text = page(&world(&many()), "lapsed us by=country at=2024");
    let told: Vec<&str> = text.lines().filter(|line| !line.contains("Sources:")).take(60).collect();
    expect![[r#"
        HOW LONG AGREEMENTS OF US LIVE
        as of 2024

        Half of 20 dated agreements live 10 years or longer; 10 of them have ended.
          median life, least to most as dates allow: 10 years
                       S (1 January 2000), row 31: sister city, since 1 January 1980
                       S (1 January 2000), row 35: sister city, since 1 January 1980
                       S (1 January 2000), row 21: sister city, since 1 January 1980
              and       8 more
          dated agreements that have ended: 10
                       S (1 January 2000), row 3: sister city, 1 January 1980 to 1 January 1982
                       S (1 January 2000), row 9: sister city, 1 January 1980 to 1 January 1985
                       S (1 January 2000), row 19: sister city, 1 January 1980 to 1 January 1990
              and       6 more
          agreements on file: 20
                       S (1 January 2000), row 31: sister city, since 1 January 1980
                       S (1 January 2000), row 35: sister city, since 1 January 1980
                       S (1 January 2000), row 21: sister city, since 1 January 1980
              and       8 more
          agreements with a start and a later sighting or end: 20
                       S (1 January 2000), row 31: sister city, since 1 January 1980
                       S (1 January 2000), row 35: sister city, since 1 January 1980
                       S (1 January 2000), row 21: sister city, since 1 January 1980
              and       8 more

        Survival
          An empty cell: too few cases, more than half go on at the end, or fewer than 20 are dated.
          Agreements  ·  With a start  ·  Ended  ·  Median life  ·  Alive after 10 years  ·  Alive after 25 years  ·  Alive after 50 years
          country not on file  ·  20  ·  10  ·  10  ·  0.50  ·  –  ·  –

        The curve of all of them
          After  ·  Still followed  ·  Ended then  ·  Share alive  ·  Standard error
          1  ·  20  ·  1  ·  0.95  ·  0.049
          2  ·  19  ·  1  ·  0.90  ·  0.067
          3  ·  18  ·  1  ·  0.85  ·  0.080
          4  ·  17  ·  1  ·  0.80  ·  0.089
          5  ·  16  ·  1  ·  0.75  ·  0.097
          6  ·  15  ·  1  ·  0.70  ·  0.10
          7  ·  14  ·  1  ·  0.65  ·  0.11
          8  ·  13  ·  1  ·  0.60  ·  0.11
          9  ·  12  ·  1  ·  0.55  ·  0.11
          10  ·  11  ·  1  ·  0.50  ·  0.11

        Dormant by rule
          Not said to have ended, and no source on file saw it within 10 years of the day asked about. That nobody looked is no sign of an end.
          Agreement  ·  Last reported  ·  Years ago
          A – C16  ·  2000  ·  25
          A – C18  ·  2000  ·  25
          A – C11  ·  2000  ·  25
          A – C17  ·  2000  ·  25
          A – C15  ·  2000  ·  25
          A – C12  ·  2000  ·  25
          A – C14  ·  2000  ·  25
          A – C19  ·  2000  ·  25
          A – C20  ·  2000  ·  25
          A – C13  ·  2000  ·  25

        Said to have ended
          Agreement  ·  Began  ·  Lived  ·  State
          A – C7  ·  1980  ·  7  ·  –
    "#]].assert_eq(&format!("{}\n", told.join("\n")));
}
