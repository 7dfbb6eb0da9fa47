//! Acts and partners in a two-by-two table.

use expect_test::expect;

use crate::{page, world};

/// Eighteen cities with both, one with an act only, one with a partner only, one with neither.
fn many() -> String {
    let mut text = String::from(
        "
        nation us country=US
        nation nicaragua country=NI
        city leon in nicaragua
        city alone in us
        act policy class=law-or-policy
        source s report 1985
        ",
    );
    for n in 0..20 {
        text.extend([format!("city c{n} in us\n")]);
        if n != 19 {
            text.extend([format!(
                "act x{n} class=aid\nc{n} adopts x{n} 1984 per s\nx{n} concerns policy per s stance=against\n"
            )]);
        }
        if n != 18 {
            text.extend([format!("c{n} — leon 1983/.. per s\n")]);
        }
    }
    text
}

/// By hand: 19 of 21 cities acted and 19 have a partner, so that 17, 18 or 19 have both, in C(19,17)·C(2,2) = 171,
/// C(19,18)·C(2,1) = 38 and 1 of 210 ways. Eighteen or what is rarer: p = 39/210 = 0.186. The odds ratio is 18·1/(1·1) = 18.
/// Its interval: (38w + w²)/(171 + 38w + w²) = 0.025 gives w = √365.38 − 19 = 0.115, and (171 + 38w)/(171 + 38w + w²) = 0.025
/// gives w = 741 + √555750 = 1486.
#[test]
fn an_odds_ratio_with_its_exact_test() {
    let text = page(&world(&many()), "acts-and-twins policy nicaragua us at=1985");
    let told: Vec<&str> = text.lines().take(14).collect();
    expect![[r#"
        ACTS AGAINST POLICY AND AGREEMENTS THERE
        as of 1985

        18 of 19 cities with such an act also had such an agreement, 1 of 2 without one.
          odds ratio, 95 % interval: 18 (0.12 to 1,486)
              Sources: S (1985), row 1: 1984
                       S (1985), row 3: sister city, since 1983
                       S (1985), row 5: 1984
                       S (1985), row 7: sister city, since 1983
              and       8 more
          two-sided probability without any association: 0.19
              Sources: S (1985), row 1: 1984
                       S (1985), row 3: sister city, since 1983
                       S (1985), row 5: 1984
    "#]]
    .assert_eq(&format!("{}\n", told.join("\n")));
}
