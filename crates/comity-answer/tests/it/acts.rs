//! Acts on a day: adopted, repealed, disputed, only seen later.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    nation africa "South Africa" country=ZA
    state ohio in us
    city berkeley in us
    city boston in us
    city austin in us
    act policy "A policy" class=law-or-policy
    act one "Berkeley: divestment" class=divestment
    act two "Boston: divestment" class=divestment
    act three "Ohio: divestment" class=divestment
    act four "Austin: aid" class=aid
    source a83 report 1983 "Report 1983"
    source a87 report 1987-08 "Report 1987"
    source paper press 1994 "A paper"
    berkeley adopts one 1979 per a83
    boston adopts two 1982 per a83
    ohio adopts three per a87
    austin adopts four 198X per paper
    one concerns africa per a83 stance=against
    two concerns africa per a83 stance=against
    three concerns africa per a87 stance=against
    four concerns policy per paper stance=against
    attribute one fate repealed 1984/ per paper
    attribute two force self-binding per a83
    attribute two fate in-force 1983/1990 per paper
    count 59 cities 1986 per paper link=adopts subject.level=city subject.within=us object.class=divestment wording="cities with divestment"
"#;

#[test]
fn against_a_country() {
    expect![[r#"
        ACTS AGAINST SOUTH AFRICA
        as of 1986

        As of 1986, one act against South Africa is on record as in force. Besides, one act is over and whether one more is in force is in dispute or not known.
          acts in force: 1
              Sources: Report 1983 (1983), row 2: 1982
                       A paper (1994), row 11: fate: in-force
          acts that are over: 1
              Sources: Report 1983 (1983), row 1: 1979
                       A paper (1994), row 9: fate: repealed
          acts in dispute or not known: 1
              Sources: Report 1987 (August 1987), row 3: date unknown

        By sort and level
          Against  ·  Sort  ·  By  ·  Acts
          South Africa  ·  divestment  ·  city  ·  1
              Sources: Report 1983 (1983), row 2: 1982

        Acts
          Act  ·  Adopted by  ·  Sort  ·  Against  ·  Force  ·  Adopted  ·  On that day
          Boston: divestment  ·  Boston, United States  ·  divestment  ·  South Africa  ·  self binding  ·  1982  ·  in force
              Sources: Report 1983 (1983), row 2: 1982
          Ohio: divestment  ·  Ohio, United States  ·  divestment  ·  South Africa  ·  –  ·  by 1987  ·  first reported 1987
              Sources: Report 1987 (August 1987), row 3: date unknown
          Berkeley: divestment  ·  Berkeley, United States  ·  divestment  ·  South Africa  ·  –  ·  1979  ·  repealed 1984
              Sources: Report 1983 (1983), row 1: 1979

        Searched
          Resolutions and laws: Report 1983 (1983): 2 found, completeness unknown
          Resolutions and laws: Report 1987 (August 1987): 1 found, completeness unknown
          Resolutions and laws: A paper (1994): 1 found, completeness unknown

        To keep in mind
          An act against another country is no act against the policy of one's own government unless a source says so: what each stands against is named.
    "#]].assert_eq(&page(&world(WORLD), "acts against=africa of=us at=1986"));
}

#[test]
fn an_act_of_the_eighties_is_in_force_in_1985() {
    let text = page(&world(WORLD), "acts against=policy at=1985");
    assert!(text.contains("one act against A policy is on record as in force"), "{text}");
    assert!(text.contains("1980 to 1989  ·  in force"), "{text}");
}

#[test]
fn counts_by_level_year_and_state() {
    expect![[r#"
        ACTS: DIVESTMENT, IN THE UNITED STATES
        as of 1986

        2 acts of this sort (divestment) are on record as adopted by 1986.

        By level
          Level  ·  Adopted by that day
          city  ·  2
              Sources: Report 1983 (1983), row 1: 1979
          state  ·  0
              Sources: Report 1987 (August 1987), row 3: date unknown

        By year
          Adopted by its end is a least and a most: undated acts may be older than the list that names them.
          Year  ·  Adopted in it  ·  Adopted by its end
          1979  ·  1  ·  1 (1 to 2)
              Sources: Report 1983 (1983), row 1: 1979
          1980  ·  0  ·  1 (1 to 2)
              Sources: Report 1983 (1983), row 1: 1979
          1981  ·  0  ·  1 (1 to 2)
              Sources: Report 1983 (1983), row 1: 1979
          1982  ·  1  ·  2 (2 to 3)
              Sources: Report 1983 (1983), row 2: 1982
          1983  ·  0  ·  2 (2 to 3)
              Sources: Report 1983 (1983), row 1: 1979
          1984  ·  0  ·  2 (2 to 3)
              Sources: Report 1983 (1983), row 1: 1979
          1985  ·  0  ·  2 (2 to 3)
              Sources: Report 1983 (1983), row 1: 1979
          1986  ·  0  ·  2 (2 to 3)
              Sources: Report 1983 (1983), row 1: 1979
          1987  ·  0  ·  3
              Sources: Report 1983 (1983), row 1: 1979

        By state
          State  ·  Adopted by that day
          Ohio  ·  0
              Sources: Report 1987 (August 1987), row 3: date unknown
          state not on file  ·  2
              Sources: Report 1983 (1983), row 1: 1979

        All of them
          Government  ·  Act  ·  Adopted  ·  On that day
          Ohio, United States  ·  Ohio: divestment  ·  by 1987  ·  first reported 1987
              Sources: Report 1987 (August 1987), row 3: date unknown
          Berkeley, United States  ·  Berkeley: divestment  ·  1979  ·  repealed 1984
              Sources: Report 1983 (1983), row 1: 1979
          Boston, United States  ·  Boston: divestment  ·  1982  ·  in force
              Sources: Report 1983 (1983), row 2: 1982

        Claimed by sources, beside what is on file
          Each number is compared with what is on file for the time it describes; covered is what is on file over what is claimed.
          What is counted  ·  Claimed  ·  When  ·  According to  ·  On file for that time  ·  Covered at least  ·  Covered at most
          cities with divestment  ·  59 cities  ·  1986  ·  A paper  ·  1  ·  0.017  ·  0.017
              Sources: A paper (1994), row 12: 59 cities: cities with divestment

        Searched
          Resolutions and laws: Report 1983 (1983): 2 found, completeness unknown
          Resolutions and laws: Report 1987 (August 1987): 1 found, completeness unknown
          Resolutions and laws: A paper (1994): 1 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "act-counts divestment us at=1986"));
}

#[test]
fn of_a_sort_that_nobody_listed_only_claims_are_given() {
    let text = format!(
        "{WORLD}\n count 160 cities 198X per paper link=adopts subject.level=city subject.within=us object.class=nuclear-free-zone wording=zones"
    );
    let text = page(&world(&text), "act-counts nuclear-free-zone us");
    assert!(
        text.contains("Sorts on file: aid, divestment and law-or-policy.") && text.contains("160 cities"),
        "{text}"
    );
}
