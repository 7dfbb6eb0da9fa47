//! Where sources disagree.

use expect_test::expect;

use crate::{page, world};

const NOTE: &str = r#"
    nation united-states "United States" country=US
    city new-york-city "New York City" in united-states pop=8804190
    city los-angeles in united-states pop=3898747
    city south-bay in united-states pop=4860
    city burlington in united-states
    city moscow country=RU
    network metropolis
    network summit "Summit"
    source note report 2024-02 "Note 302" caveat="machine translation"
    source gazette press 1985-04 "Gazette"
    source csg report 1984 "CSG"
    source duchacek scholarly-work 1982 "Duchacek"
    source list third-party-list 2024 "List"
    new-york-city member metropolis 1985/.. per gazette
    los-angeles member metropolis 1985/.. per gazette
    south-bay member metropolis 1985/.. per gazette
    absence "no big US city in Metropolis" 1985/2004 per note link=member subject.within=united-states subject.population_from=100000 object.entity=metropolis
    new-york-city member summit 1985/2005 per note
    absence "no US city but New York in the Summit" 1985/2005 per note link=member subject.within=united-states object.entity=summit except=new-york-city
    count 4 offices per duchacek link=keeps counting=links subject.within=united-states wording="state offices abroad"
    count 19 offices per duchacek link=keeps counting=links subject.within=united-states object.within=moscow wording="offices in one city"
    count 30 offices per csg link=keeps counting=links subject.within=united-states wording="state offices abroad"
    attribute metropolis founded 1985 per gazette
    attribute metropolis founded 1984 per note
    new-york-city — moscow 1980/2022 per note
    new-york-city — moscow 1980/.. per list
    burlington member summit per note
    dispute by="Ana" why="the note says New Jersey; very likely Vermont"
"#;

#[test]
fn contradictions_tensions_and_disputed_readings() {
    expect![[r#"
        WHERE SOURCES DISAGREE
        as of 24 November 2026

        Sources disagree: 3 contradictions, 2 tensions and 1 statement that looks miscopied.

        Contradictions: 3
          one source says what another denies
          Moscow – New York City: sister city
            it is so
                List (2024), row 14: sister city, since 1980
            it is not, or no longer
                Note 302 (February 2024), row 12: sister city, 1980 to 2022 [machine translation]
          none: no big US city in Metropolis [big: from 100000 inhabitants] (dates leave it open)
            there is none
                Note 302 (February 2024), row 4: none: no big US city in Metropolis [machine translation]
            on file: Los Angeles, Metropolis, New York City (1 of 2 independent)
                Gazette (April 1985), row 2: since 1985
                Gazette (April 1985), row 1: since 1985
          none but new-york-city: no US city but New York in the Summit (dates leave it open)
            there is none
                Note 302 (February 2024), row 6: none but new-york-city: no US city but New York in the Summit [machine translation]
            on file: Burlington, Summit
                Note 302 (February 2024), row 16: date unknown [machine translation]

        Tensions: 2
          numbers or dates of about the same time that cannot both be right
          state offices abroad
            4 offices: state offices abroad
                Duchacek (1982), row 7: 4 offices: state offices abroad
            30 offices: state offices abroad
                CSG (1984), row 9: 30 offices: state offices abroad
          Metropolis: founded
            founded: 1985
                Gazette (April 1985), row 10: founded: 1985
            founded: 1984
                Note 302 (February 2024), row 11: founded: 1984 [machine translation]

        Possible copying errors: 1
          statements that someone found to be probably garbled
          Burlington is a member of Summit
            Burlington is a member of Summit
                Note 302 (February 2024), row 16: date unknown [machine translation]
            the note says New Jersey; very likely Vermont (Ana)
    "#]].assert_eq(&page(&world(NOTE), "conflicts"));
}

#[test]
fn what_is_big_can_be_changed() {
    let world = world(NOTE);
    assert!(
        page(&world, "conflicts metropolis population-from=5000000")
            .contains("on file: Metropolis, New York City\n")
    );
    assert!(page(&world, "conflicts metropolis population-from=9000000").contains("Contradictions: 0"));
}

#[test]
fn more_on_file_than_claimed() {
    let world = world(
        "city a\n city b\n network n\n source s report 2020 \"S\"\n a member n per s\n b member n per s\n count 1 cities per s link=member object.entity=n wording=\"members of N\"",
    );
    expect![[r#"
        WHERE SOURCES DISAGREE
        as of 24 November 2026

        Sources disagree: 1 contradiction.

        Contradictions: 1
          one source says what another denies
          1 cities: members of N
            1 cities
                S (2020), row 3: 1 cities: members of N
            on file: 2 (1 of 2 independent)
                S (2020), row 1: date unknown
                S (2020), row 2: date unknown

        Tensions: 0
          none found

        Possible copying errors: 0
          none found
    "#]]
    .assert_eq(&page(&world, "conflicts"));
}

/// A beginning that sources date apart; who has it from the first counts with it. Two spells are no disagreement, nor is
/// one round number said in two ways.
#[test]
fn when_it_began_and_how_many() {
    let world = world(
        r#"
        city lyon country=FR
        city leipzig country=DE
        city bonn country=DE
        network n
        source paper press 2010 "Paper"
        source echo press 2012 "Echo"
        source list official-list 2020 "List"
        lyon — leipzig 1981/.. per paper
        lyon — leipzig 1981-05/.. per echo cites=paper
        lyon — leipzig 1984/.. per list
        lyon — leipzig 1979/.. per echo called=friendship-city
        bonn member n 1990/1995 per paper
        bonn member n 2000/.. per list
        leipzig member n 1990~/.. per paper
        leipzig member n 1990/.. per list
        count 200 cities per list link=member object.entity=n wording="members"
        count 201 cities per paper link=member object.entity=n wording="over 200" high=none observed=2019
        count 205 cities per echo link=member object.entity=n wording="members" observed=2018
    "#,
    );
    expect![[r#"
        WHERE SOURCES DISAGREE
        as of 24 November 2026

        Sources disagree: 2 tensions.

        Contradictions: 0
          none found

        Tensions: 2
          numbers or dates of about the same time that cannot both be right
          N: members
            205 cities: members
                Echo (2012), row 15: 205 cities: members
            200 cities: members
                List (2020), row 13: 200 cities: members
          Leipzig – Lyon: sister city
            since 1981
                Paper (2010), row 1: sister city, since 1981
            since May 1981
                Echo (2012), row 3, after Paper (2010): sister city, since May 1981
            since 1984
                List (2020), row 5: sister city, since 1984

        Possible copying errors: 0
          none found
    "#]]
    .assert_eq(&page(&world, "conflicts"));
}
