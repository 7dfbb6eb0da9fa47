//! Worlds of posts that pass from one to the next.

use comity_snapshot::record::TieState;
use expect_test::{Expect, expect};

use crate::record::{snapshot, state_on};

const CHAIRS: &str = "
    network c40
    person ken
    person david
    person mike
    person sadiq
    person yvonne
    person eric
    source leaders official-page 2014-01-01 issuer=c40
    source news press 2021-11-30
    source wiki third-party-list seen=2026-02-01
    ken holds c40 2005/2008 per leaders post=chair
    david holds c40 2008/2010 per leaders post=chair
    mike holds c40 2010/2013 per leaders post=chair
    eric holds c40 2013-11-26/2021-11-30 per news post=chair
    sadiq holds c40 2021-11-30/ per news post=chair
    sadiq holds c40 2023/.. per wiki post=co-chair
    yvonne holds c40 2023/.. per wiki post=co-chair
    ";

/// Who is on record in a post on each day, and who is disputed.
#[track_caller]
fn check(text: &str, people: &[&str], days: &[&str], expected: &Expect) {
    let snapshot = snapshot(text);
    let mut lines = String::new();
    for day in days {
        lines.push_str(day);
        for person in people {
            let node = |id: &str| snapshot.node(&id.parse().expect("an id")).expect("on file");
            for (post, record) in snapshot.post_records(node(person), node("c40")) {
                match state_on(&record, day) {
                    TieState::OnRecord => lines.extend([format!(" {person} ({post})")]),
                    TieState::SourcesDisagree => lines.extend([format!(" {person} ({post}, disputed)")]),
                    _ => {}
                }
            }
        }
        lines.push('\n');
    }
    expected.assert_eq(&lines);
}

#[test]
fn chairs_and_the_co_chairs_after_them() {
    check(
        CHAIRS,
        &["ken", "david", "mike", "eric", "sadiq", "yvonne"],
        &[
            "2006-01-01",
            "2008-12-30",
            "2008-12-31",
            "2010-12-31",
            "2013-11-25",
            "2013-11-26",
            "2021-11-29",
            "2021-11-30",
            "2023-12-30",
            "2023-12-31",
            "2027-01-01",
        ],
        &expect![[r"
            2006-01-01 ken (chair)
            2008-12-30 ken (chair)
            2008-12-31 david (chair)
            2010-12-31 mike (chair)
            2013-11-25 mike (chair)
            2013-11-26 eric (chair)
            2021-11-29 eric (chair)
            2021-11-30 sadiq (chair)
            2023-12-30 sadiq (chair)
            2023-12-31 sadiq (co-chair) yvonne (co-chair)
            2027-01-01 sadiq (co-chair) yvonne (co-chair)
        "]],
    );
}

#[test]
fn two_who_are_both_said_to_have_been_there() {
    check(
        "
        network c40
        person ann
        person bob
        source one report 2020-01-01
        ann holds c40 2010-01-01/2014-06-30 per one post=chair
        bob holds c40 2013-01-01/2016-01-01 per one post=chair
        ",
        &["ann", "bob"],
        &["2012-12-31", "2013-01-01", "2014-06-29", "2014-06-30", "2015-01-01"],
        &expect![[r"
            2012-12-31 ann (chair)
            2013-01-01 ann (chair, disputed) bob (chair, disputed)
            2014-06-29 ann (chair, disputed) bob (chair, disputed)
            2014-06-30 bob (chair)
            2015-01-01 bob (chair)
        "]],
    );
}

#[test]
fn two_seen_in_one_year_follow_each_other() {
    check(
        "
        network c40
        person ann
        person bob
        source one report 2012
        source two report 2010-05-01
        ann holds c40 per two post=president
        ann holds c40 per one post=president
        bob holds c40 per one post=president
        ",
        &["ann", "bob"],
        &["2010-05-01", "2012-06-01", "2012-12-30", "2012-12-31", "2014-01-01"],
        &expect![[r"
            2010-05-01 ann (president)
            2012-06-01 ann (president)
            2012-12-30 ann (president)
            2012-12-31 bob (president)
            2014-01-01 bob (president)
        "]],
    );
}

#[test]
fn who_comes_back_has_another_turn() {
    check(
        "
        network c40
        person ann
        person bob
        source one press 2010-05-01
        source two press 2012-05-01
        source three press 2013-05-01
        ann holds c40 per one post=chair
        bob holds c40 per two post=chair
        ann holds c40 per three post=chair
        ",
        &["ann", "bob"],
        &["2012-04-30", "2012-05-01", "2013-04-30", "2013-05-01", "2017-04-30", "2017-05-01"],
        &expect![[r"
            2012-04-30 ann (chair)
            2012-05-01 bob (chair)
            2013-04-30 bob (chair)
            2013-05-01 ann (chair)
            2017-04-30 ann (chair)
            2017-05-01
        "]],
    );
}

#[test]
fn vice_chairs_hold_theirs_side_by_side() {
    check(
        "
        network c40
        person ann
        person bob
        source one press 2010-05-01
        source two press 2012-05-01
        ann holds c40 per one post=vice-chair
        bob holds c40 per two post=vice-chair
        ",
        &["ann", "bob"],
        &["2012-05-01"],
        &expect![[r"
            2012-05-01 ann (vice-chair) bob (vice-chair)
        "]],
    );
}

#[test]
fn two_undated_pages_read_on_one_day_disagree() {
    check(
        "
        network c40
        person ann
        person bob
        source one third-party-list seen=2026-02-01
        source two press seen=2026-02-01
        ann holds c40 per one post=chair
        bob holds c40 per two post=chair
        ",
        &["ann", "bob"],
        &["2026-01-31", "2026-02-01", "2027-01-01"],
        &expect![[r"
            2026-01-31
            2026-02-01 ann (chair, disputed) bob (chair, disputed)
            2027-01-01 ann (chair, disputed) bob (chair, disputed)
        "]],
    );
}
