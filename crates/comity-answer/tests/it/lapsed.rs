//! How long agreements live.

use expect_test::expect;

use crate::{page, world};

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
