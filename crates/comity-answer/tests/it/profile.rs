//! The page of an entity.

use expect_test::expect;

use crate::{page, world};

#[test]
fn a_city_with_rival_claims() {
    let world = world(
        r#"
        nation france country=FR
        city lyon in france pop=522250 also="Lugdunum"
        city leipzig country=DE
        network c40 "C40"
        source city-of-leipzig official-list 2024-01-15 "City of Leipzig"
        source list third-party-list 2020 "A list"
        source root official-page 2019 "Its root"
        lyon — leipzig 1981/.. per city-of-leipzig
        lyon — leipzig 1984/.. per list cites=root
        lyon member c40 per list role=board
        attribute lyon population 522250 2021 per list
        attribute lyon population 515695 2015 per list
        opinion "Lyon weighs more than its size" per list about=lyon
    "#,
    );
    expect![[r#"
        LYON, FRANCE
        as of 15 January 2024

        1 sister city on record: from two sources or more; 1 dated; none confirmed by Lyon. Also on record: 1 network.
          What: city
          In: France
          Also called: Lugdunum
          Population: 522,250 (2021)
              Sources: A list (2020), row 6: population: 522250
          Population: 515,695 (2015)
              Sources: A list (2020), row 7: population: 515695
          Population: 522,250 (GeoNames)
          ID: lyon

        Networks over time
          C40 (board)  ·  last reported 2020
              Sources: A list (2020), row 5: date unknown

        Agreements: 1
          Leipzig, DE  ·  sister city  ·  since 1981 or 1984 (sources differ)  ·  on record
              Sources: A list (2020), row 3, after Its root (2019): sister city, since 1984
                       City of Leipzig (15 January 2024), row 1: sister city, since 1981

        Networks: 1
          C40  ·  is on the board of  ·  date unknown  ·  last reported 2020
              Sources: A list (2020), row 5: date unknown

        Rules that may apply
          no rule on file; acts: not yet searched

        Where sources disagree: 1
          Leipzig – Lyon: sister city
            since 1981
                City of Leipzig (15 January 2024), row 1: sister city, since 1981
            since 1984
                A list (2020), row 3, after Its root (2019): sister city, since 1984

        Opinions: 1
          A list (2020), row 8: Lyon weighs more than its size

        What happened when
          When  ·  What  ·  With  ·  Source
          since 1981  ·  sister city  ·  Leipzig, DE  ·  City of Leipzig, row 1
              Sources: City of Leipzig (15 January 2024), row 1: sister city, since 1981
          since 1984  ·  sister city  ·  Leipzig, DE  ·  A list, row 3
              Sources: A list (2020), row 3, after Its root (2019): sister city, since 1984
          2015  ·  population: 515695  ·  –  ·  A list, row 7
              Sources: A list (2020), row 7: population: 515695
          as of 2020  ·  Lyon weighs more than its size  ·  –  ·  A list, row 8
              Sources: A list (2020), row 8: Lyon weighs more than its size
          date unknown  ·  is on the board of  ·  C40  ·  A list, row 5
              Sources: A list (2020), row 5: date unknown
          2021  ·  population: 522250  ·  –  ·  A list, row 6
              Sources: A list (2020), row 6: population: 522250

        Searched
          Agreements: City of Leipzig (15 January 2024): 1 found, completeness unknown
          Agreements: A list (2020): 1 found, completeness unknown
          Networks: A list (2020): 1 found, completeness unknown

        Not yet searched: events, offices abroad, resolutions and laws
    "#]]
    .assert_eq(&page(&world, "profile lyon at=2024-01-15"));
}

/// A nation with two cities: one agreement between them, one abroad, one that a state of it and a city of it signed
/// with the same partner, a declaration of four, and one treaty of its own.
#[test]
fn a_nation_says_what_its_places_have() {
    let world = world(
        r#"
        nation japan country=JP
        state hyogo in japan
        city kobe in hyogo
        city nara in japan
        nation france country=FR
        city lyon in france
        city nice in france
        nation peru country=PE
        agreement trilateral "Hyogo, Kobe and Lyon" class=memorandum
        agreement clean "Clean Air" class=charter-or-declaration
        source list third-party-list 2020 "A list"
        kobe — nara 1990/.. per list
        nara — nice 1991/.. per list
        hyogo party trilateral 1992/.. per list
        kobe party trilateral 1992/.. per list
        lyon party trilateral 1992/.. per list
        kobe party clean 2000/.. per list
        nara party clean 2000/.. per list
        lyon party clean 2000/.. per list
        nice party clean 2000/.. per list
        japan — peru 2001/.. per list
    "#,
    );
    let said = page(&world, "profile japan at=2020");
    expect![[r#"
        JAPAN
        as of 2020

        3 agreements of 3 places in Japan are on record. Places in Japan have signed 1 declaration. 1 sister city on record: on one list; 1 dated; none confirmed by Japan.
          What: country
          ID: japan

        By country of the partner
          1 of them between places within it
          counted over all agreements of places in Japan; the page of each has its sources
          Country  ·  Agreements
          France  ·  2
          Japan  ·  1

        Places with the most agreements
          counted over all agreements of places in Japan; the page of each has its sources
          Place  ·  Agreements
          Kobe, Hyogo, Japan  ·  2
          Nara, Japan  ·  2
          Hyogo, Japan  ·  1

        Of Japan itself: agreements: 1
          Peru  ·  sister city  ·  since 2001  ·  on record
              Sources: A list (2020), row 12: sister city, since 2001

        Rules that may apply
          no rule on file; acts: not yet searched

        What happened when
          When  ·  What  ·  With  ·  Source
          since 2001  ·  sister city  ·  Peru  ·  A list, row 12
              Sources: A list (2020), row 12: sister city, since 2001

        Searched
          Agreements: A list (2020): 7 found, completeness unknown

        Not yet searched: networks, events, offices abroad, resolutions and laws
    "#]]
    .assert_eq(&said);
    let kobe = page(&world, "profile kobe at=2020");
    let ties = kobe.split("Agreements: ").nth(1).unwrap().split("\nRules that may apply").next().unwrap();
    expect![[r#"
        3
          Hyogo, Japan  ·  memorandum  ·  since 1992  ·  on record
              Sources: A list (2020), row 6: since 1992
                       A list (2020), row 5: since 1992
          Lyon, France  ·  memorandum  ·  since 1992  ·  on record
              Sources: A list (2020), row 6: since 1992
                       A list (2020), row 7: since 1992
          Nara, Japan  ·  sister city  ·  since 1990  ·  on record
              Sources: A list (2020), row 1: sister city, since 1990

        Declarations signed: 1 (3 co-signatures by 3 others)
          Clean Air  ·  charter or declaration, 4 parties  ·  since 2000  ·  on record
              Sources: A list (2020), row 8: since 2000
    "#]]
    .assert_eq(ties);
}

#[test]
fn the_rules_over_a_place_are_those_of_all_it_lies_in() {
    let world = world(
        r#"
        nation france country=FR
        city lyon in france
        nation russia country=RU
        act ban-act "Ban on ties with Russia" class=ban-on-ties
        source code official-list 2019 "Code"
        france adopts ban-act 2018/.. per code
        ban-act concerns russia 2018/.. per code
    "#,
    );
    let said = page(&world, "profile lyon at=2020");
    let rules = said.split("Rules that may apply").nth(1).unwrap().split("\n\n").next().unwrap();
    expect![[r#"
        Rules that may apply
          Act  ·  What  ·  Adopted by  ·  About
          Ban on ties with Russia  ·  ban on ties  ·  France  ·  Russia
              Sources: Code (2019), row 1: since 2018"#]]
    .assert_eq(&format!("Rules that may apply{rules}"));
    let none = page(&world, "profile russia at=2020");
    assert!(none.contains("no rule on file"), "{none}");
}

/// The first sentence of the page of one thing of a small world.
#[track_caller]
fn check_sentence(asked: &str, expect: &expect_test::Expect) {
    let world = world(
        r#"
        nation us country=US
        city rochester in us
        nation denmark country=DK
        city copenhagen in denmark
        nation japan country=JP
        city tokyo in japan
        state california in us
        network c40 "C40"
        event summit "Summit" in copenhagen
        event rally "Rally"
        event fair "Fair" in tokyo
        person ann "Ann"
        person ben "Ben"
        office bureau "California in Tokyo" in tokyo
        act stand "A stand" class=resolution-of-opinion
        act policy "US policy in Central America"
        organisation giver "Giver" class=philanthropy in us
        programme help "Help"
        source s report 2024 "S"
        source old report 2010 "Old"
        attribute summit date 2019-10-09/2019-10-12 per s
        attribute summit date 2019-10 per old
        attribute fair date 2030-05 per s
        ann takes-part summit 2019-10 per s role=speaker
        rochester takes-part summit 2019-10 per s
        copenhagen takes-part summit 2019-10 per s role=host
        ben takes-part summit 2019-10 per s role=invited-absent
        ann holds c40 2016/2019 per s post=chair
        ann holds rochester 2021/.. per s post=mayor
        ben holds c40 per old post=secretary
        california keeps bureau 1987/2003 per s
        rochester adopts stand 1985-05-03 per s organ=council
        stand concerns policy 1985-05-03 per s stance=against
        attribute giver founded 2006 per s
        giver backs c40 2023/.. per s kind=money
        giver backs help 2005/2008 per s kind=money
        giver runs help 2020/.. per s
    "#,
    );
    let text = page(&world, asked);
    let first = text.lines().nth(3).unwrap_or_default();
    expect.assert_eq(first);
}

#[test]
fn each_kind_has_a_sentence_of_its_own() {
    check_sentence(
        "profile summit",
        &expect!["Held in Copenhagen, 9–12 October 2019. 3 took part by name, 1 spoke."],
    );
    check_sentence("profile fair", &expect!["To be held in Tokyo, May 2030."]);
    check_sentence("profile rally", &expect!["An event; date unknown."]);
    check_sentence(
        "profile ann",
        &expect!["Chair of C40 2016–2019; mayor of Rochester since 2021. Took part in 1 event: Summit."],
    );
    check_sentence("profile ben", &expect!["Secretary of C40, last reported 2010, not counted."]);
    check_sentence(
        "profile bureau",
        &expect!["Office of California in Tokyo, opened 1987; reported closed in 2003."],
    );
    check_sentence(
        "profile bureau at=1990",
        &expect!["Office of California in Tokyo, opened 1987; on record."],
    );
    check_sentence(
        "profile stand",
        &expect![
            "Resolution of opinion by Rochester's council, adopted 3 May 1985, against US policy in Central America; an opinion, done on its day."
        ],
    );
    check_sentence(
        "profile giver",
        &expect![
            "Philanthropy in Us, founded 2006. Runs Help. Funds or supports C40. Funded or supported Help, by earlier reports."
        ],
    );
    check_sentence(
        "profile help",
        &expect!["Programme. Run by Giver. Funded or supported by Giver, by earlier reports."],
    );
}

#[test]
fn who_was_on_the_board_before_was_not_in_the_chair_then() {
    let world = world(
        r#"
        city bluffton
        network nlc "National League of Cities"
        source page press 2011-11 "A page"
        bluffton member nlc 2005/2007 per page role=board
        bluffton member nlc 2011-11/2012-11 per page role=presidency
    "#,
    );
    let said = page(&world, "profile bluffton at=2012-03");
    assert!(said.contains("since November 2011") && !said.contains("2005 or"), "{said}");
}

#[test]
fn a_member_from_before_its_chair_is_one_from_then() {
    let world = world(
        r#"
        city york
        network c40 "C40"
        source page report 2012 "A page"
        york member c40 1997/.. per page
        york member c40 2010/2013 per page role=presidency
        york member c40 199X/.. per page
    "#,
    );
    let said = page(&world, "profile york at=2014");
    assert!(said.contains("since 1997  ·") && !said.contains("sources differ"), "{said}");
}

#[test]
fn two_terms_are_no_two_beginnings_of_one() {
    let world = world(
        r#"
        city london
        network c40 "C40"
        source page report 2024 "A page"
        london member c40 2005/2008 per page role=presidency
        london member c40 2023/.. per page role=presidency
    "#,
    );
    let row = |at: &str| {
        let said = page(&world, &format!("profile london at={at}"));
        let tie = said.lines().find(|line| line.contains("holds the presidency")).unwrap_or_default();
        tie.split("  ·  ").nth(2).unwrap_or_default().to_owned()
    };
    assert_eq!([row("2024"), row("2007")], ["since 2023", "since 2005"]);
}

#[test]
fn of_a_planned_end_that_somebody_says_came_nothing_is_said() {
    let world = world(
        r#"
        organisation office "An office" class=unit
        source budget council-record 2023-10 "A budget"
        source blog press 2025 "A paper"
        attribute office dissolved 2024 per budget modality=planned
        attribute office dissolved 2025 per blog standing=disputed
    "#,
    );
    let said = page(&world, "profile office at=2026");
    assert!(!said.contains("no source says"), "{said}");
}

#[test]
fn an_end_that_was_planned_is_no_end() {
    let world = world(
        r#"
        city chicago
        organisation office "An office" class=unit
        source budget council-record 2023-10 "A budget"
        office within chicago per budget kind=part
        attribute office dissolved 2024 per budget modality=planned
    "#,
    );
    let said = page(&world, "profile office at=2026");
    assert!(said.contains("Its end was planned for 2024; no source says that it came."), "{said}");
    assert!(!said.contains("dissolved 2024."), "{said}");
}

#[test]
fn the_days_of_an_event_are_in_words() {
    let world = world(
        r#"
        event summit "A summit"
        source page press 1994-06 "A page"
        attribute summit date 1994-05-15/1994-05-19 per page
    "#,
    );
    let said = page(&world, "profile summit at=2000");
    assert!(said.contains("  Date: 15 May 1994 to 19 May 1994\n"), "{said}");
}
