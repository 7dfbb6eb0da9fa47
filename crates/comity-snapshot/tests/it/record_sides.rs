//! Worlds in which the sides of a tie have left it differently, and of who ended a tie that is no agreement.

use comity_model::FuzzyDate;
use comity_snapshot::record::EndedBy;
use comity_snapshot::wording;
use expect_test::{Expect, expect};

use crate::record::{check, record, snapshot, state_on};

/// How the tie stands on some days, how each side left it, and who ended it.
#[track_caller]
fn check_sides(text: &str, tie: &str, days: &[&str], expected: &Expect) {
    let snapshot = snapshot(text);
    let record = record(&snapshot, tie);
    let mut told = String::new();
    for day in days {
        let date: FuzzyDate = day.parse().expect("a day");
        let left = record.sides_on(date.latest()).into_iter();
        let left = left.map(|one| format!(", {} {:?}", snapshot.entity(one.side).id, one.state));
        told.extend([format!("{day} {:?}{}\n", state_on(&record, day), left.collect::<String>())]);
        told.extend(wording::sides(&snapshot, &record, date.latest()).map(|words| format!("  {words}\n")));
    }
    let by = record.ended_by().map(|by| match by {
        EndedBy::Party(node) | EndedBy::Nation(node) => snapshot.entity(node).id.to_string(),
        other => format!("{other:?}"),
    });
    told.extend(by.map(|by| format!("ended by {by}\n")));
    expected.assert_eq(&told);
}

const PACT: &str = "
    city a
    city b
    agreement pact
    source list third-party-list 2005-01-01
    a party pact 1990/.. per list
    b party pact 1990/.. per list
    ";

fn pact(rest: &str) -> String {
    format!("{PACT}{rest}")
}

#[test]
fn one_side_ended_it_and_the_other_goes_on() {
    check_sides(
        &pact(
            "
            source minutes official-page 2010-02-01 issuer=a
            source letter official-page 2012-07-01 issuer=b
            a party pact 1990/2010-01-15 per minutes
            b party pact 1990/.. per letter
            ",
        ),
        "pact",
        &["2009-12-31", "2010-02-01", "2013-01-01"],
        &expect![[r"
            2009-12-31 OnRecord
            2010-02-01 Contested, a Ended, b OnRecord
              ended for A and on record for B
            2013-01-01 Contested, a Ended, b OnRecord
              ended for A and on record for B
            ended by a
        "]],
    );
}

#[test]
fn one_side_ended_it_and_the_other_is_silent() {
    check_sides(
        &pact(
            "
            source before official-list 2008-01-01 issuer=b
            source minutes council-record 2010-02-01 issuer=a
            b party pact per before
            attribute pact state ended 2010-02-01 per minutes
            ",
        ),
        "pact",
        &["2009-12-31", "2010-02-01", "2013-01-01"],
        &expect![[r"
            2009-12-31 OnRecord
            2010-02-01 Ended
            2013-01-01 Ended
            ended by a
        "]],
    );
}

#[test]
fn one_side_ended_it_and_the_other_years_later() {
    check_sides(
        &pact(
            "
            source minutes official-page 2010-02-01 issuer=a
            source letter official-page 2015-07-01 issuer=b
            a party pact 1990/2010-01-15 per minutes
            b party pact 1990/2015-06-30 per letter
            ",
        ),
        "pact",
        &["2010-01-14", "2010-02-01", "2015-06-29", "2015-07-01"],
        &expect![[r"
            2010-01-14 OnRecord
            2010-02-01 Contested, a Ended, b OnRecord
              ended for A and on record for B
            2015-06-29 Contested, a Ended, b OnRecord
              ended for A and on record for B
            2015-07-01 Ended
            ended by a
        "]],
    );
}

#[test]
fn one_side_suspended_it_and_the_other_ended_it() {
    check_sides(
        &pact(
            "
            source one press 2022-03-10
            source two press 2022-06-10
            attribute pact state suspended 2022-03-08 per one by=a
            attribute pact state ended 2022-06-01 per two by=b
            ",
        ),
        "pact",
        &["2022-03-08", "2022-06-01"],
        &expect![[r"
            2022-03-08 Suspended
            2022-06-01 Ended, a Suspended, b Ended
              suspended for A and ended for B
            ended by b
        "]],
    );
}

#[test]
fn one_side_suspended_it_and_the_other_lists_it() {
    check_sides(
        &pact(
            "
            source one press 2022-03-10
            source own official-list 2023-01-01 issuer=b
            attribute pact state suspended 2022-03-08 per one by=a
            b party pact per own
            ",
        ),
        "pact",
        &["2022-03-08", "2022-12-31", "2023-01-01"],
        &expect![[r"
            2022-03-08 Suspended
            2022-12-31 Suspended
            2023-01-01 Suspended, a Suspended, b OnRecord
              suspended for A and on record for B
        "]],
    );
}

const MEMBER: &str = "
    nation us country=US
    city a in us
    network n
    organisation high-court class=court
    act ban class=law-or-policy
    source list official-list 2010-01-01 issuer=n
    source paper press 2011-07-01
    source other press 2011-09-01
    a member n per list
    ";

#[test]
fn a_court_ended_a_membership() {
    let told = "a member n /2011-06-20 per paper by=high-court reason=\"no power to join\"";
    let rest = "a member n /2011-08-31 per other";
    check_sides(
        &format!("{MEMBER}{told}\n{rest}"),
        "a member n",
        &["2011-06-19", "2011-06-21", "2011-10-01"],
        &expect![[r"
            2011-06-19 OnRecord
            2011-06-21 Ended
            2011-10-01 Ended
            ended by Court
        "]],
    );
}

/// Two papers have it end on different days: they disagree about the days between, and about no others.
#[test]
fn two_ends_of_a_membership() {
    check_sides(
        &format!("{MEMBER}a member n 2009/2011-06-20 per paper\na member n 2009/2011-08-31 per other"),
        "a member n",
        &["2011-06-18", "2011-07-01", "2011-08-30", "2011-09-01"],
        &expect![[r"
            2011-06-18 OnRecord
            2011-07-01 SourcesDisagree
            2011-08-30 SourcesDisagree
            2011-09-01 Ended
        "]],
    );
}

#[test]
fn a_law_ended_a_membership() {
    check_sides(
        &format!("{MEMBER}a member n /2011-06-20 per paper by=ban"),
        "a member n",
        &["2011-06-19", "2011-06-21"],
        &expect![[r"
            2011-06-19 OnRecord
            2011-06-21 Ended
            ended by Law
        "]],
    );
}

#[test]
fn a_city_left_and_its_network_names_it_later() {
    check_sides(
        &format!(
            "{MEMBER}
            source new official-list 2012-01-01 issuer=n
            a member n /2011-06-20 per paper by=a
            a member n per new"
        ),
        "a member n",
        &["2011-06-19", "2011-06-21", "2012-02-01"],
        &expect![[r"
            2011-06-19 OnRecord
            2011-06-21 Ended
            2012-02-01 Contested, a Ended, n OnRecord
              ended for A and on record for N
            ended by a
        "]],
    );
}

#[test]
fn a_law_closed_an_office() {
    check_sides(
        "
        state california
        office tokyo
        act budget class=law-or-policy
        source one report 2002-01-01
        source two press 2003-10-01
        california keeps tokyo per one
        attribute tokyo state ended 2003-09-30 per two by=budget
        ",
        "california keeps tokyo",
        &["2003-09-29", "2003-09-30", "2005-01-01"],
        &expect![[r"
            2003-09-29 OnRecord
            2003-09-30 Ended
            2005-01-01 Ended
            ended by Law
        "]],
    );
}

#[test]
fn who_ends_what_is_not_ended_yet_is_nobody() {
    check(
        &format!("{MEMBER}a member n 2005/2030 per list by=a"),
        "a member n",
        &["2010-01-01"],
        &expect![[r"
            2010-01-01 OnRecord Observed [certain presumed possible]
        "]],
    );
}
