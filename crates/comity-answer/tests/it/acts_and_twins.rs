//! Acts and partners in a two-by-two table: the lady tasting tea.

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
fn an_odds_ratio_with_its_exact_test() {
    expect![[r#"
        ACTS AGAINST POLICY AND AGREEMENTS THERE
        as of 1985

        No figure is given: only 5 cities have such an act or agreement on record: no link between the two can be read. It takes 20.

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
    assert!(text.contains("only 0 cities have such an act or agreement on record"), "{text}");
}
