//! Acts and partners in a two-by-two table.

use expect_test::expect;

use crate::{page, world};

/// Three cities with both, one with an act only, one with a partner only, three with neither; one of the three has
/// its partner only in a list of 1980.
const WORLD: &str = r#"
    nation us country=US
    nation nicaragua country=NI
    city a in us
    city b in us
    city c in us
    city d in us
    city e in us
    city f in us
    city g in us
    city h in us
    city leon in nicaragua
    act policy class=law-or-policy
    act x class=aid
    act y class=aid
    act z class=aid
    act w class=aid
    source s report 1985 "S"
    source t report 1980 "T"
    a adopts x 1984 per s
    b adopts y 1984 per s
    c adopts z 1984 per s
    d adopts w 1984 per s
    x concerns policy per s stance=against
    y concerns policy per s stance=against
    z concerns policy per s stance=against
    w concerns policy per s stance=against
    a — leon 1983/.. per s
    b — leon 1983/.. per s
    c — leon per t
    e — leon 1983/.. per s
"#;

#[test]
fn five_cities_are_too_few() {
    expect![[r#"
        ACTS AGAINST POLICY AND AGREEMENTS THERE
        as of 1985

        No link can be read: only 5 cities have such an act or agreement on record; it takes 20.
          cities with an act or an agreement: 5
              Sources: S (1985), row 1: 1984
                       S (1985), row 9: sister city, since 1983
                       S (1985), row 2: 1984
                       S (1985), row 11: sister city, since 1983
              and       4 more

        Cities with an act or an agreement
          City  ·  Act  ·  Agreement
          A, Us  ·  on record  ·  on record
              Sources: S (1985), row 1: 1984
          B, Us  ·  on record  ·  on record
              Sources: S (1985), row 2: 1984
          C, Us  ·  on record  ·  on record
              Sources: S (1985), row 3: 1984
          D, Us  ·  on record  ·  –
              Sources: S (1985), row 4: 1984
          E, Us  ·  –  ·  on record
              Sources: S (1985), row 15: sister city, since 1983

        Searched
          Agreements: S (1985): 3 found, completeness unknown
          Agreements: T (1980): 1 found, completeness unknown
          Resolutions and laws: S (1985): 4 found, completeness unknown

        To keep in mind
          Cities are on file because something is known of them: cities with neither are missing, which makes the two look less tied than they are, or even opposed. Read the ratio only where all cities were searched.
    "#]].assert_eq(&page(&world(WORLD), "acts-and-twins policy nicaragua us at=1985"));
}

#[test]
fn without_acts_there_is_no_ratio() {
    let text = page(&world(WORLD), "acts-and-twins policy nicaragua us at=1970");
    assert!(
        text.contains("No link can be read: no city has such an act or agreement on record; it takes 20."),
        "{text}"
    );
}

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
