//! A document's statements against all else on file.

use comity_answer::{At, CheckedArgs, VerdictGroup, checked_document};
use expect_test::expect;

use crate::{page, today, world};

/// The paper says twelve things; the list, the gazette and the rival speak to some of them.
const WORLD: &str = r#"
    nation us country=US
    city los-angeles in us pop=3898747
    city austin in us pop=961855
    city reno in us
    city tokyo country=JP
    network metropolis
    network council
    network summit
    organisation fund class=philanthropy
    office tokyo-desk
    source paper report 2024-02 "The paper" caveat="our copy breaks off"
    source edition report 2024-02 "The paper, in Spanish"
    source list official-list 2020 "A list"
    source gazette press 1985-04 "Gazette"
    source rival report 1984 "Rival"
    source copyist report 2025 "Copyist"
    source rolls official-list 2005 "Rolls"

    los-angeles member metropolis 1985/.. per gazette
    absence "no big US city in Metropolis" 1985/2004 per paper label=S1 link=member subject.within=us subject.population_from=1000000 object.entity=metropolis
    fund backs council 2011/.. per paper label=S2
    fund backs council kind=money 2012-05/.. per list
    fund backs council 2011/.. per edition cites=paper
    austin member council role=board 2018/.. per paper label=S3
    austin member council 2019/.. per list
    count 3 cities 2018/.. per paper label=S4 link=member object.entity=council counting=subjects wording="cities in the council"
    reno member council 2019/.. per copyist cites=paper
    count 1 cities 2019/.. per paper label=S5 high=none link=member subject.within=us object.entity=council wording="US cities in the council"
    count 33 offices 1982 per paper label=S6 link=keeps subject.within=us wording="offices of US states"
    count 4 offices 1984 per rival link=keeps subject.within=us wording="offices abroad"
    opinion "Cities matter." per paper label=S7 about=us
    attribute council founded 2018 per paper label=S8
    attribute council founded 2018-12 per list
    attribute tokyo type capital-of-the-world per paper label=S9
    dispute by="Ana" why="very likely the country is meant"
    attribute council purpose talk per paper label=S10
    absence "no US city in the Summit" 1990/2000 per paper label=S11 link=member subject.within=us object.entity=summit
    absence "no US city in the council before it was made" 1990/2000 per paper label=S12 link=member subject.within=us object.entity=council
    looked member per rolls subject=us object=council completeness=complete found=0 period=1989/2005
"#;

#[test]
#[expect(clippy::too_many_lines, reason = "a whole page as it is read")]
fn every_statement_has_a_verdict_found_by_query() {
    expect![[r#"
        THE PAPER, CHECKED
        as of 24 November 2026

        12 statements: 1 contradicted, 1 looks miscopied, 1 in tension, 1 claims more than is on file, 2 rest on this document alone, 4 hold and 2 cannot be tested.
          statements: 12
              Sources: The paper (February 2024), row 2: none: no big US city in Metropolis [our copy breaks off]
                       The paper (February 2024), row 17: purpose: talk [our copy breaks off]
                       The paper (February 2024), row 18: none: no US city in the Summit [our copy breaks off]
                       The paper (February 2024), row 19: none: no US city in the council before it was made [our copy breaks off]
              and       8 more
          statements: contradicted: 1
              Sources: The paper (February 2024), row 2: none: no big US city in Metropolis [our copy breaks off]
          statements: looks miscopied: 1
              Sources: The paper (February 2024), row 16: type: capital-of-the-world [our copy breaks off]
          statements: in tension: 1
              Sources: The paper (February 2024), row 11: 33 offices: offices of US states [our copy breaks off]
          statements: more claimed than on file: 1
              Sources: The paper (February 2024), row 8: 3 cities: cities in the council [our copy breaks off]
          statements: rests on this document alone: 2
              Sources: The paper (February 2024), row 18: none: no US city in the Summit [our copy breaks off]
                       The paper (February 2024), row 6: since 2018 [our copy breaks off]
          statements: holds: 4
              Sources: The paper (February 2024), row 19: none: no US city in the council before it was made [our copy breaks off]
                       The paper (February 2024), row 3: since 2011 [our copy breaks off]
                       The paper (February 2024), row 10: 1 or more cities: US cities in the council [our copy breaks off]
                       The paper (February 2024), row 14: founded: 2018 [our copy breaks off]
          statements: cannot be tested: 2
              Sources: The paper (February 2024), row 17: purpose: talk [our copy breaks off]
                       The paper (February 2024), row 13: Cities matter. [our copy breaks off]

        Statements
          Of our copy: our copy breaks off
          Statement  ·  It says  ·  Verdict  ·  Because  ·  Parts  ·  Others who say so  ·  Others who do not
          S1  ·  none: no big US city in Metropolis  ·  contradicted  ·  on file: Los Angeles, Metropolis (dates leave it open)  ·  1 contradicted  ·  –  ·  Gazette (April 1985)
              Sources: The paper (February 2024), row 2: none: no big US city in Metropolis [our copy breaks off]
          S10  ·  purpose: talk  ·  cannot be tested  ·  a description in words, without a number or a date to test  ·  1 cannot be tested  ·  –  ·  –
              Sources: The paper (February 2024), row 17: purpose: talk [our copy breaks off]
          S11  ·  none: no US city in the Summit  ·  rests on this document alone  ·  nothing on file goes against it, but nobody has searched all of it  ·  1 rests on this document alone  ·  –  ·  –
              Sources: The paper (February 2024), row 18: none: no US city in the Summit [our copy breaks off]
          S12  ·  none: no US city in the council before it was made  ·  holds  ·  searched whole, and none found: Rolls  ·  1 holds  ·  –  ·  –
              Sources: The paper (February 2024), row 19: none: no US city in the council before it was made [our copy breaks off]
          S2  ·  Fund funds or supports Council (since 2011)  ·  holds  ·  said by a source that does not have it from here  ·  1 holds  ·  A list (2020)  ·  –
              Sources: The paper (February 2024), row 3: since 2011 [our copy breaks off]
          S3  ·  Austin is on the board of Council (since 2018)  ·  rests on this document alone  ·  others have the tie, but not in this role  ·  1 rests on this document alone  ·  A list (2020)  ·  –
              Sources: The paper (February 2024), row 6: since 2018 [our copy breaks off]
          S4  ·  3 cities: cities in the council  ·  more claimed than on file  ·  1 on record from other sources, 3 cities claimed  ·  1 claims more than is on file  ·  A list (2020)  ·  –
              Sources: The paper (February 2024), row 8: 3 cities: cities in the council [our copy breaks off]
          S5  ·  1 or more cities: US cities in the council  ·  holds  ·  1 on record from other sources, 1 or more cities claimed  ·  1 holds  ·  A list (2020)  ·  –
              Sources: The paper (February 2024), row 10: 1 or more cities: US cities in the council [our copy breaks off]
          S6  ·  33 offices: offices of US states  ·  in tension  ·  4 offices: offices abroad  ·  1 in tension  ·  –  ·  Rival (1984)
              Sources: The paper (February 2024), row 11: 33 offices: offices of US states [our copy breaks off]
          S7  ·  Cities matter.  ·  cannot be tested  ·  an opinion: attributed, never tested  ·  1 cannot be tested  ·  –  ·  –
              Sources: The paper (February 2024), row 13: Cities matter. [our copy breaks off]
          S8  ·  founded: 2018  ·  holds  ·  said by a source that does not have it from here  ·  1 holds  ·  A list (2020)  ·  –
              Sources: The paper (February 2024), row 14: founded: 2018 [our copy breaks off]
          S9  ·  type: capital-of-the-world  ·  looks miscopied  ·  very likely the country is meant (Ana)  ·  1 looks miscopied  ·  –  ·  –
              Sources: The paper (February 2024), row 16: type: capital-of-the-world [our copy breaks off]

        Statement by statement
          Of our copy: our copy breaks off
          Statement  ·  Where  ·  It says  ·  Verdict  ·  Because
          S1  ·  row 2  ·  none: no big US city in Metropolis  ·  contradicted  ·  on file: Los Angeles, Metropolis (dates leave it open)
              Sources: The paper (February 2024), row 2: none: no big US city in Metropolis [our copy breaks off]
          S10  ·  row 17  ·  purpose: talk  ·  cannot be tested  ·  a description in words, without a number or a date to test
              Sources: The paper (February 2024), row 17: purpose: talk [our copy breaks off]
          S11  ·  row 18  ·  none: no US city in the Summit  ·  rests on this document alone  ·  nothing on file goes against it, but nobody has searched all of it
              Sources: The paper (February 2024), row 18: none: no US city in the Summit [our copy breaks off]
          S12  ·  row 19  ·  none: no US city in the council before it was made  ·  holds  ·  searched whole, and none found: Rolls
              Sources: The paper (February 2024), row 19: none: no US city in the council before it was made [our copy breaks off]
          S2  ·  row 3  ·  Fund funds or supports Council (since 2011)  ·  holds  ·  said by a source that does not have it from here
              Sources: The paper (February 2024), row 3: since 2011 [our copy breaks off]
          S3  ·  row 6  ·  Austin is on the board of Council (since 2018)  ·  rests on this document alone  ·  others have the tie, but not in this role
              Sources: The paper (February 2024), row 6: since 2018 [our copy breaks off]
          S4  ·  row 8  ·  3 cities: cities in the council  ·  more claimed than on file  ·  1 on record from other sources, 3 cities claimed
              Sources: The paper (February 2024), row 8: 3 cities: cities in the council [our copy breaks off]
          S5  ·  row 10  ·  1 or more cities: US cities in the council  ·  holds  ·  1 on record from other sources, 1 or more cities claimed
              Sources: The paper (February 2024), row 10: 1 or more cities: US cities in the council [our copy breaks off]
          S6  ·  row 11  ·  33 offices: offices of US states  ·  in tension  ·  4 offices: offices abroad
              Sources: The paper (February 2024), row 11: 33 offices: offices of US states [our copy breaks off]
          S7  ·  row 13  ·  Cities matter.  ·  cannot be tested  ·  an opinion: attributed, never tested
              Sources: The paper (February 2024), row 13: Cities matter. [our copy breaks off]
          S8  ·  row 14  ·  founded: 2018  ·  holds  ·  said by a source that does not have it from here
              Sources: The paper (February 2024), row 14: founded: 2018 [our copy breaks off]
          S9  ·  row 16  ·  type: capital-of-the-world  ·  looks miscopied  ·  very likely the country is meant (Ana)
              Sources: The paper (February 2024), row 16: type: capital-of-the-world [our copy breaks off]

        How many of each
          Verdict  ·  Statements  ·  What it means
          contradicted  ·  1  ·  an accepted statement, or what is on file, says otherwise
              Sources: The paper (February 2024), row 2: none: no big US city in Metropolis [our copy breaks off]
          looks miscopied  ·  1  ·  someone found that our copy is probably garbled here, and said why
              Sources: The paper (February 2024), row 16: type: capital-of-the-world [our copy breaks off]
          in tension  ·  1  ·  another source gives, for about the same time, what cannot be right as well
              Sources: The paper (February 2024), row 11: 33 offices: offices of US states [our copy breaks off]
          more claimed than on file  ·  1  ·  a gap of the register, not of the document: fewer are on file than it counts
              Sources: The paper (February 2024), row 8: 3 cities: cities in the council [our copy breaks off]
          rests on this document alone  ·  2  ·  nothing on file speaks for it or against it
              Sources: The paper (February 2024), row 18: none: no US city in the Summit [our copy breaks off]
          holds  ·  4  ·  a source that does not have it from here says so too, or what is on file bears it out
              Sources: The paper (February 2024), row 19: none: no US city in the council before it was made [our copy breaks off]
          cannot be tested  ·  2  ·  an opinion, or a description in words without a number or a date to test
              Sources: The paper (February 2024), row 17: purpose: talk [our copy breaks off]

        To keep in mind
          Every verdict is on our copy. our copy breaks off
          A verdict is about what is on file here, not about the world: the document may have looked where nobody on file has.
    "#]].assert_eq(&page(&world(WORLD), "checked paper"));
}

#[test]
fn a_verdict_counts_all_its_statements_and_shows_as_many_as_asked_for() {
    let shown = |limit| {
        let args = CheckedArgs { source: None, at: At::day(today()), limit };
        let groups = checked_document(&world(WORLD), &args).groups;
        let line = |one: &VerdictGroup| format!("{} {}+{}", one.n, one.statements.len(), one.left_out());
        groups.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(shown(100), "1 1+0, 1 1+0, 1 1+0, 1 1+0, 2 2+0, 4 4+0, 2 2+0");
    assert_eq!(shown(1), "1 1+0, 1 1+0, 1 1+0, 1 1+0, 2 1+1, 4 1+3, 2 1+1");
}

#[test]
fn a_document_nobody_has_read_cannot_be_checked() {
    let world = world("source paper report 2024 \"The paper\"");
    assert!(page(&world, "checked paper").contains("No statement of this document is on file"));
    assert!(page(&world, "checked").contains("No document on file has labelled statements"));
}

#[test]
fn the_document_with_most_labelled_statements_is_meant_where_none_is_named() {
    assert_eq!(page(&world(WORLD), "checked"), page(&world(WORLD), "checked paper"));
}
