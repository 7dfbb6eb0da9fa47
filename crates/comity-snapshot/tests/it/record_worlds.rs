//! Worlds of kinds of tie, of networks and places that became others, and of who ended and who lists a tie.

use comity_model::{Bounds, Day, FuzzyDate};
use comity_snapshot::record::{EndedBy, TieRecord};
use comity_snapshot::{EntityIx, wording};
use expect_test::{Expect, expect};

use crate::record::{check, record, snapshot};

#[test]
fn an_agreement_with_a_term_and_two_renewals() {
    check(
        "
        city a
        city b
        agreement pact
        source first signed-instrument 1990-05-03
        source second signed-instrument 1995-04-20
        source third signed-instrument 2000-06-01
        a party pact 1990-05-03/1995-05-02 per first
        b party pact 1990-05-03/1995-05-02 per first
        a party pact 1995-05-03/2000-05-02 per second
        b party pact 1995-05-03/2000-05-02 per second
        a party pact 2000-06-01/2005-05-31 per third
        b party pact 2000-06-01/2005-05-31 per third
        ",
        "pact",
        &["1990-05-02", "1995-05-02", "1997-01-01", "2000-05-15", "2005-05-31", "2005-06-01"],
        &expect![[r"
            1990-05-02 NotYet []
            1995-05-02 OnRecord Interpolated [presumed possible]
            1997-01-01 OnRecord Carried [presumed possible]
            2000-05-15 Expired [possible]
            2005-05-31 OnRecord Carried [presumed possible]
            2005-06-01 Expired [possible]
        "]],
    );
}

#[test]
fn a_network_that_merged_into_another() {
    let text = "
        city a
        network iula
        network uclg
        source list official-list 2003-01-01 issuer=iula
        source news press 2004-06-01
        source new official-list 2006-01-01 issuer=uclg
        a member iula per list
        a member uclg per new
        attribute iula dissolved 2004-05-05 per news
        uclg succeeds iula 2004-05-05/.. per news kind=merger
        ";
    check(
        text,
        "a member iula",
        &["2003-01-01", "2004-05-05"],
        &expect![[r"
            2003-01-01 OnRecord Observed [certain presumed possible]
            2004-05-05 PresumedEnded []
        "]],
    );
    check(
        text,
        "a member uclg",
        &["2004-05-05", "2005-12-31", "2006-01-01"],
        &expect![[r"
            2004-05-05 NotPlaced [possible]
            2005-12-31 NotPlaced [possible]
            2006-01-01 OnRecord Observed [certain presumed possible]
        "]],
    );
}

#[test]
fn a_grant_without_a_period() {
    check(
        "
        organisation fund
        network n
        source news press 2011-04-13
        fund backs n 2011-04 per news kind=money amount=100000 currency=USD
        ",
        "fund backs n",
        &["2011-03-31", "2011-04-01", "2011-05-01"],
        &expect![[r"
            2011-03-31 NotYet []
            2011-04-01 OnRecord Observed [presumed possible]
            2011-05-01 Happened []
        "]],
    );
}

#[test]
fn two_grants_with_periods() {
    check(
        "
        organisation fund
        network n
        source one report 2011-04-13
        source two report 2014-01-01
        fund backs n 2011-01-01/2012-12-31 per one kind=money amount=1
        fund backs n 2014-01-01/2015-12-31 per two kind=money amount=2
        ",
        "fund backs n",
        &["2010-12-31", "2012-12-30", "2013-01-01", "2014-01-01", "2015-12-31", "2016-01-01"],
        &expect![[r"
            2010-12-31 NotYet []
            2012-12-30 OnRecord Carried [presumed possible]
            2013-01-01 Expired [possible]
            2014-01-01 OnRecord Observed [certain presumed possible]
            2015-12-31 OnRecord Carried [presumed possible]
            2016-01-01 Expired [possible]
        "]],
    );
}

#[test]
fn who_ceased_to_sit_on_the_board_did_not_leave() {
    check(
        "
        city a
        network n
        source one official-list 2011-01-01 issuer=n
        source two official-list 2009-01-01 issuer=n
        a member n 2006/2010 per one role=board
        a member n per two role=member
        ",
        "a member n",
        &["2006-12-31", "2010-12-31", "2014-01-01"],
        &expect![[r"
            2006-12-31 OnRecord Observed [certain presumed possible]
            2010-12-31 OnRecord Carried [presumed possible]
            2014-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn an_event_is_on_its_day() {
    check(
        "
        city a
        event summit
        source news press 2019-10-12
        attribute summit date 2019-10-09 per news
        a takes-part summit per news
        ",
        "a takes-part summit",
        &["2019-10-08", "2019-10-09", "2019-10-12"],
        &expect![[r"
            2019-10-08 NotYet []
            2019-10-09 OnRecord Observed [certain presumed possible]
            2019-10-12 Happened []
        "]],
    );
}

#[test]
fn an_agreement_of_three_ended_by_one_of_them() {
    check(
        "
        city a
        city b
        city c
        agreement pact
        source paper signed-instrument 1990-05-03
        source minutes council-record 2010-02-01 issuer=a
        a party pact 1990-05-03/.. per paper
        b party pact 1990-05-03/.. per paper
        c party pact 1990-05-03/.. per paper
        attribute pact state ended 2010-02-01 per minutes by=a
        ",
        "pact",
        &["1990-05-03", "2010-01-31", "2010-02-01"],
        &expect![[r"
            1990-05-03 OnRecord Observed [certain presumed possible]
            2010-01-31 OnRecord Observed [presumed possible]
            2010-02-01 Ended []
        "]],
    );
}

#[test]
fn a_declaration_open_to_signature_is_one_record() {
    check(
        "
        city a
        city b
        city c
        city d
        agreement declaration
        source text signed-instrument 2015-12-04
        source list official-list 2018-01-01
        a party declaration 2015-12-04/.. per text
        b party declaration 2015-12-04/.. per text
        c party declaration 2017/.. per list
        d party declaration per list
        ",
        "declaration",
        &["2015-12-03", "2015-12-04", "2016-06-01", "2018-01-01", "2020-01-01"],
        &expect![[r"
            2015-12-03 NotYet []
            2015-12-04 OnRecord Observed [certain presumed possible]
            2016-06-01 OnRecord Interpolated [presumed possible]
            2018-01-01 OnRecord Observed [certain presumed possible]
            2020-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_city_tied_to_a_province() {
    check(
        "
        city a
        state p
        agreement pact
        source own official-list 2016-01-01 issuer=p
        a party pact 2001/.. per own
        p party pact 2001/.. per own
        ",
        "pact",
        &["2000-12-31", "2001-06-01", "2010-01-01", "2016-01-01", "2030-01-01"],
        &expect![[r"
            2000-12-31 NotYet []
            2001-06-01 NotPlaced [possible]
            2010-01-01 OnRecord Observed [certain presumed possible]
            2016-01-01 OnRecord Observed [certain presumed possible]
            2030-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_place_that_merged_into_another() {
    let text = "
        city old
        city new
        city b
        agreement pact
        source list third-party-list 2001-01-01
        source law official-page 2010-01-01
        old party pact 1985/.. per list
        b party pact 1985/.. per list
        attribute old dissolved 2009-12-31 per law
        new succeeds old 2010-01-01/.. per law kind=merger
        ";
    check(
        text,
        "pact",
        &["2001-01-01", "2009-12-31", "2012-01-01"],
        &expect![[r"
            2001-01-01 OnRecord Observed [certain presumed possible]
            2009-12-31 OnRecord Carried [presumed possible]
            2012-01-01 OnRecord Carried [presumed possible]
        "]],
    );
    let held = snapshot(text);
    let is_silent = |text: &str| record(&snapshot(text), "pact").is_not_reaffirmed_by(Day::FUTURE);
    assert!(is_silent(text));
    let later = "source own official-list 2015-01-01\nold party pact per own";
    assert!(!is_silent(&format!("{text}\n{later}")), "a later list reaffirms it");
    let node = |id: &str| held.node(&id.parse().expect("an id")).expect("on file");
    assert_eq!(record(&held, "pact").successions()[0].to, node("new"));
    let passed = |day: &str| {
        let day: FuzzyDate = day.parse().expect("a day");
        wording::passed_on(&held, &record(&held, "pact"), day.latest())
    };
    assert_eq!(passed("2009-12-31"), None, "nothing had passed on yet");
    assert_eq!(passed("2012").as_deref(), Some("passed from Old to New in 2010, not named since"));
    assert_eq!(held.predecessors(node("new")), [node("old")]);
}

/// Who ended a tie and how many say so; when it began; who lists it.
#[track_caller]
fn check_told(text: &str, tie: &str, expected: &Expect) {
    let snapshot = snapshot(text);
    let record = record(&snapshot, tie);
    let name = |node| snapshot.entity(node).id.to_string();
    let mut told = String::new();
    if let Some(began) = record.began() {
        let words = if began.is_stated { "began" } else { "seen" };
        told.extend([format!("{words} {} to {}\n", began.bounds.earliest, began.bounds.latest)]);
    }
    for end in record.endings() {
        let by = end.by.map_or_else(|| "nobody named".to_owned(), |by| who(by, &name));
        let (from, to) = (end.bounds.earliest, end.bounds.latest);
        told.extend([format!("{:?} {from} to {to} by {by}, {} say so\n", end.reason, end.reports)]);
    }
    for listed in record.recognised_by() {
        let (by, on, off) = (name(listed.by), between(listed.listed), between(listed.left_off));
        told.extend([format!("listed by {by} {on}, left off {off}\n")]);
    }
    told.push_str(&said_of_undated(&record));
    expected.assert_eq(&told);
}

fn who(by: EndedBy, name: &impl Fn(EntityIx) -> String) -> String {
    match by {
        EndedBy::Party(node) => format!("a party, {}", name(node)),
        EndedBy::Nation(node) => format!("a nation, {}", name(node)),
        other => format!("{other:?}"),
    }
}

fn between(days: Option<Bounds>) -> String {
    days.map_or_else(|| "never".to_owned(), |days| format!("{} to {}", days.earliest, days.latest))
}

fn said_of_undated(record: &TieRecord) -> String {
    record
        .read_day()
        .map_or_else(String::new, |day| format!("undated: {} read from {day}\n", record.undated_sources()))
}

#[test]
fn who_ended_it_and_who_says_so() {
    check_told(
        "
        nation us country=US
        city a in us
        city b
        agreement pact
        source list third-party-list 2001-01-01
        source page third-party-list seen=2026-02-01
        source one press 2010-02-01
        source two press 2010-02-03
        a party pact 1985/.. per list
        b party pact 1986/.. per list
        a party pact per page
        attribute pact state ended 2010 per one
        attribute pact state ended 2010-01-15 per two by=a
        ",
        "pact",
        &expect![[r"
            began 1985-01-01 to 1986-12-31
            Said 2010-01-15 to 2010-01-15 by a party, a, 2 say so
            undated: 1 read from 2026-02-01
        "]],
    );
}

#[test]
fn ended_by_a_nation_and_no_longer_listed() {
    check_told(
        "
        nation us country=US
        city a in us
        city b
        organisation sci
        agreement pact
        source first official-list 2001 issuer=sci
        source later official-list 2004-05-01 issuer=sci
        source last official-list 2009 issuer=sci
        source decree official-page 2012-01-01 issuer=us
        a party pact 1985/.. per first
        b party pact 1985/.. per first
        a party pact per later
        looked party per last exhaustive=true
        attribute pact state ended 2012-01-01 per decree by=us
        ",
        "pact",
        &expect![[r"
            began 1985-01-01 to 1985-12-31
            Said 2012-01-01 to 2012-01-01 by a nation, us, 1 say so
            listed by sci 2001-01-01 to 2004-05-01, left off 2009-01-01 to 2009-12-31
        "]],
    );
}

#[test]
fn leaving_the_list_of_an_association_ends_nothing() {
    check(
        "
        city a
        city b
        organisation sci
        agreement pact
        source first official-list 2001-01-01 issuer=sci
        source last official-list 2009-01-01 issuer=sci
        a party pact 1985/.. per first
        b party pact 1985/.. per first
        looked party per last exhaustive=true
        ",
        "pact",
        &["2009-01-01", "2020-01-01"],
        &expect![[r"
            2009-01-01 OnRecord Carried [presumed possible]
            2020-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}
