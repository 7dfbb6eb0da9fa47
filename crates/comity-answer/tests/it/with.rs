//! What do we have with …?

use comity_answer::Answer;
use expect_test::expect;

use crate::{answer, page, world};

/// Rochester is in New York or in Minnesota, and the list says only "United States".
const UPSTATE: &str = r#"
    nation united-states "United States" country=US also="USA;United States of America"
    nation japan country=JP
    state new-york "New York" in united-states
    state minnesota in united-states
    city rochester-ny "Rochester" in new-york pop=211328
    city rochester-mn "Rochester" in minnesota pop=121395
    city syracuse in new-york
    city duluth in minnesota
    city hamamatsu in japan
    city fukui in japan
    city ohara in japan
    source wiki third-party-list seen=2026-02 "Wikipedia list" caveat="undated copy"
    source city-of-syracuse official-page 2025-06 "City of Syracuse"
    open "Rochester" party per wiki locator="row 7" country="United States" other=hamamatsu why="two places of this name"
    open "Rochester" party per wiki locator="row 8" country="Canada" other=fukui
    open "Kyoto" party per wiki locator="row 9" country="Japan" other=syracuse
    syracuse — fukui 199X/.. per city-of-syracuse
    duluth — ohara 1990/.. per wiki
    network c40 "C40"
    network mayors-for-peace
    syracuse member mayors-for-peace 2010/.. per city-of-syracuse
    fukui member mayors-for-peace per wiki
    looked party per wiki subject=united-states object=japan completeness=partial found=2
"#;

#[test]
fn an_unresolved_namesake_is_never_attributed() {
    let world = world(UPSTATE);
    expect![[r#"
        ROCHESTER, NEW YORK, UNITED STATES × JAPAN
        as of 24 November 2026

        Rochester–Japan: no agreement on record, 1 name to match.

        Agreements: 0
          none found

        Unconfirmed matches: 1 (not counted)
          written as "Rochester, United States" – Hamamatsu, Japan
              may be Rochester, New York, United States
              Wikipedia list (undated), row 7
              two places of this name

        Networks both sides are in: 0 (member lists found for 1 of 2 networks)
          none found

        Events both sides attended: 0
          not yet searched

        Offices: 0
          not yet searched

        Resolutions or laws that concern Japan: 0
          not yet searched

        Rules that may apply
          no rule on file; acts: not yet searched

        Others in New York with ties to Japan: 1
          Syracuse–Fukui

        Searched
          Agreements: Wikipedia list (undated): 2 found, partial

        Not yet searched: events, offices abroad, resolutions and laws
        3 statements of the whole register are not yet matched
    "#]]
    .assert_eq(&page(&world, "with rochester-new-york japan"));
    let Answer::With(with) = answer(&world, "with rochester-new-york japan") else { panic!("with") };
    assert_eq!((with.ties.figure.count.certain, with.ties.figure.count.possible), (0, 0));
    assert_eq!(with.please_check.len(), 1);
}

#[test]
fn cities_roll_up_into_their_state() {
    expect![[r#"
        NEW YORK, UNITED STATES × JAPAN
        as of 2025

        New York–Japan: 1 agreement on record, 2 names to match.

        Agreements: 1
          Syracuse – Fukui, Japan  ·  sister city  ·  since some time in the 1990s  ·  on record
              Sources: City of Syracuse (June 2025), row 4: sister city, since some time in the 1990s

        Unconfirmed matches: 2 (not counted)
          written as "Kyoto, Japan" – Syracuse, New York, United States
              Wikipedia list (undated), row 9
          written as "Rochester, United States" – Hamamatsu, Japan
              may be Rochester, New York, United States
              Wikipedia list (undated), row 7
              two places of this name

        Networks both sides are in: 0 (member lists found for 1 of 2 networks)
          none found

        Events both sides attended: 0
          not yet searched

        Offices: 0
          not yet searched

        Resolutions or laws that concern Japan: 0
          not yet searched

        Rules that may apply
          no rule on file; acts: not yet searched

        Others in the United States with ties to Japan: 1
          Duluth–Ohara

        Searched
          Agreements: City of Syracuse (June 2025): 1 found, completeness unknown
          Agreements: Wikipedia list (undated): 2 found, partial
          Networks: City of Syracuse (June 2025): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws
        3 statements of the whole register are not yet matched
    "#]]
    .assert_eq(&page(&world(UPSTATE), "with new-york japan at=2025"));
}

#[test]
fn a_network_can_be_the_other_side() {
    expect![[r#"
        UNITED STATES × MAYORS FOR PEACE
        as of June 2025

        United States–Mayors For Peace: no agreement on record. 1 membership on record.

        Agreements: 0
          none found

        Members: 1
          Syracuse – Mayors For Peace  ·  is a member of  ·  since 2010  ·  on record
              Sources: City of Syracuse (June 2025), row 8: since 2010

        Events both sides attended: 0
          not yet searched

        Offices: 0
          not yet searched

        Resolutions or laws that concern Mayors For Peace: 0
          not yet searched

        Rules that may apply
          no rule on file; acts: not yet searched

        Searched
          Agreements: City of Syracuse (June 2025): 1 found, completeness unknown
          Agreements: Wikipedia list (undated): 1 found, completeness unknown
          Networks: City of Syracuse (June 2025): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws
        3 statements of the whole register are not yet matched
    "#]]
    .assert_eq(&page(&world(UPSTATE), "with united-states mayors-for-peace at=2025-06"));
}

#[test]
fn who_cut_their_ties() {
    let world = world(
        r#"
        nation united-states "United States" country=US
        nation russia country=RU
        city chicago in united-states
        city gainesville in united-states
        city moscow in russia
        city novorossiysk in russia
        source list third-party-list 2024-05 "A list"
        source globe press 2022-03-18 "Boston Globe"
        chicago — moscow 1997/.. per list
        chicago — moscow 1997/2022-03 per globe
        gainesville — novorossiysk per list
        count 68 ties per globe link=party subject.within=united-states object.within=russia wording="official ties"
    "#,
    );
    expect![[r#"
        UNITED STATES × RUSSIA
        as of 2023

        United States–Russia: no agreement on record. Besides: sources disagree on 1. Others count 68.

        Agreements: 0
          Gainesville – Novorossiysk, Russia  ·  sister city  ·  date unknown  ·  first reported 2024
              Sources: A list (May 2024), row 5: sister city, date unknown

        Ended, suspended or in dispute: 1
          Chicago – Moscow, Russia  ·  sister city  ·  since 1997  ·  sources disagree
              Sources: A list (May 2024), row 1: sister city, since 1997
              otherwise Boston Globe (18 March 2022), row 3: sister city, 1997 to March 2022

        Networks both sides are in: 0 (member lists found for 0 of 0 networks)
          none found

        Events both sides attended: 0
          not yet searched

        Offices: 0
          not yet searched

        Resolutions or laws that concern Russia: 0
          not yet searched

        Rules that may apply
          no rule on file; acts: not yet searched

        How many, according to sources
          sources may disagree; none is overwritten
          68 ties: official ties (as of 18 March 2022)
              Sources: Boston Globe (18 March 2022), row 7: 68 ties: official ties

        Searched
          Agreements: Boston Globe (18 March 2022): 1 found, completeness unknown
          Agreements: A list (May 2024): 2 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws
    "#]]
    .assert_eq(&page(&world, "with united-states russia at=2023"));
}

#[test]
fn suspended_is_a_state_and_not_a_deletion() {
    let world = world(
        r#"
        city des-moines
        city stavropol
        agreement pact
        source list third-party-list 2021 "A list"
        source paper press 2022-03 "A paper"
        des-moines party pact 1992/.. per list
        stavropol party pact 1992/.. per list
        attribute pact state suspended 2022-03/.. per paper
    "#,
    );
    expect![[r#"
        DES MOINES × STAVROPOL
        as of June 2022

        Des Moines–Stavropol: no agreement on record. In 2022: 1 suspended.

        Agreements: 0
          none found

        Ended, suspended or in dispute: 1
          Stavropol  ·  agreement  ·  since 1992  ·  suspended 2022
              Sources: A list (2021), row 1: since 1992
                       A list (2021), row 2: since 1992
              otherwise A paper (March 2022), row 3: state: suspended

        Shortest way from one to the other
          no way over what is on file

        Networks both sides are in: 0 (member lists found for 0 of 0 networks)
          none found

        Events both sides attended: 0
          not yet searched

        Offices: 0
          not yet searched

        Resolutions or laws that concern Stavropol: 0
          not yet searched

        Rules that may apply
          no rule on file; acts: not yet searched

        Searched
          Agreements: A list (2021): 1 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws
    "#]]
    .assert_eq(&page(&world, "with des-moines stavropol at=2022-06"));
}

#[test]
fn both_sides_must_differ() {
    let world = world("nation japan country=JP\n city fukui in japan");
    let wrong = crate::try_answer(&world, "with fukui japan").unwrap_err();
    assert_eq!(
        wrong.to_string(),
        "Japan is a place on both sides, and this question is about a place apart from the other"
    );
    assert_eq!(
        crate::try_answer(&world, "with fukui fukui").unwrap_err().to_string(),
        "both sides are Fukui, Japan"
    );
}

#[test]
fn two_places_without_an_agreement_are_tied_over_others() {
    let world = world(
        r#"
        nation japan country=JP
        city kyoto in japan
        city rochester country=US
        city krakow country=PL
        source s report 2024 "S"
        rochester — krakow per s
        krakow — kyoto per s
    "#,
    );
    let text = page(&world, "with rochester kyoto at=2024");
    let way = "Rochester has an agreement with Krakow (sister city); Krakow has an agreement with Kyoto";
    assert!(text.contains(way), "{text}");
    // Of a country nobody asks which of its places is nearest; and where there is an agreement, it is the way.
    for object in ["japan", "krakow"] {
        assert!(!page(&world, &format!("with rochester {object} at=2024")).contains("Shortest way"));
    }
}
