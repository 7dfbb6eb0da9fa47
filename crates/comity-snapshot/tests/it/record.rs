//! The worked worlds of VOCABULARY, *Record*.

use comity_fixtures::small_world;
use comity_model::{Day, EntityId, EntityKind, LinkKind, Window};
use comity_snapshot::Snapshot;
use comity_snapshot::record::{TieRecord, TieStanding, TieState};
use expect_test::{Expect, expect};

pub(crate) fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(small_world(text))
}

pub(crate) fn record(snapshot: &Snapshot, tie: &str) -> TieRecord {
    let node = |id: &str| snapshot.node(&EntityId::new(id).expect("an id")).expect("on file");
    match tie.split(' ').collect::<Vec<_>>().as_slice() {
        [act] if snapshot.entity(node(act)).kind == EntityKind::Act => snapshot.act_record(node(act)),
        [agreement] => snapshot.agreement_record(node(agreement)),
        [subject, kind, object] => snapshot.link_record(
            kind.parse::<LinkKind>().expect("a kind of link"),
            node(subject),
            node(object),
        ),
        other => panic!("{other:?} is no tie"),
    }
}

/// One line a year or day asked about.
fn stands(record: &TieRecord, days: &[&str]) -> String {
    let line = |day: &&str| {
        let date: comity_model::FuzzyDate = day.parse().expect("a date");
        let window = Window { from: date.earliest(), to: date.latest() };
        let TieStanding { state, basis, certain, presumed, possible } = record.on(window);
        let basis = basis.map(|basis| format!(" {basis:?}")).unwrap_or_default();
        let marks = [(certain, "certain"), (presumed, "presumed"), (possible, "possible")];
        let marks: Vec<&str> = marks.iter().filter(|(so, _)| *so).map(|(_, word)| *word).collect();
        format!("{day} {state:?}{basis} [{}]\n", marks.join(" "))
    };
    days.iter().map(line).collect()
}

/// How it stands on a day.
pub(crate) fn state_on(record: &TieRecord, day: &str) -> TieState {
    let date: comity_model::FuzzyDate = day.parse().expect("a date");
    record.on(Window { from: date.earliest(), to: date.latest() }).state
}

#[track_caller]
pub(crate) fn check(text: &str, tie: &str, days: &[&str], expected: &Expect) {
    let snapshot = snapshot(text);
    let record = record(&snapshot, tie);
    expected.assert_eq(&stands(&record, days));
    for offset in (0..25_000).step_by(97) {
        let day = Day(Day::from_ymd(1960, 1, 1).0 + offset);
        let TieStanding { certain, presumed, possible, .. } = record.on(Window::day(day));
        assert!(!certain || presumed, "certain is presumed on {day}");
        assert!(!presumed || possible, "presumed is possible on {day}");
    }
}

#[test]
fn an_undated_list_speaks_from_the_day_it_was_read() {
    check(
        "
        city a
        city b
        agreement pact
        source list third-party-list seen=2026-02-01
        a party pact per list
        b party pact per list
        ",
        "pact",
        &["1990-01-01", "2026-01-31", "2026-02-01", "2060-01-01"],
        &expect![[r"
            1990-01-01 NotPlaced [possible]
            2026-01-31 NotPlaced [possible]
            2026-02-01 OnRecord Carried [presumed possible]
            2060-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn what_nobody_says_when_it_was_read_speaks_from_the_day_it_was_taken_in() {
    check(
        "
        city a
        city b
        agreement pact
        source list third-party-list imported=2026-11-24
        a party pact per list
        b party pact per list
        ",
        "pact",
        &["2026-11-23", "2026-11-24"],
        &expect![[r"
            2026-11-23 NotPlaced [possible]
            2026-11-24 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn an_agreement_with_a_term_and_a_later_sighting() {
    check(
        "
        city a
        city b
        agreement pact
        source paper signed-instrument 1990-05-03
        source list official-list 1998-06-01 issuer=a
        a party pact 1990-05-03/1995-05-02 per paper
        b party pact 1990-05-03/1995-05-02 per paper
        a party pact per list
        ",
        "pact",
        &["1990-05-02", "1990-05-03", "1993-01-01", "1996-01-01", "1998-06-01", "2020-01-01"],
        &expect![[r"
            1990-05-02 NotYet []
            1990-05-03 OnRecord Observed [certain presumed possible]
            1993-01-01 OnRecord Interpolated [presumed possible]
            1996-01-01 OnRecord Interpolated [presumed possible]
            1998-06-01 OnRecord Observed [certain presumed possible]
            2020-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_term_that_nobody_is_known_to_have_renewed() {
    check(
        "
        city a
        city b
        agreement pact
        source paper signed-instrument 1990-05-03
        a party pact 1990-05-03/1995-05-02 per paper
        b party pact 1990-05-03/1995-05-02 per paper
        ",
        "pact",
        &["1995-05-02", "1995-05-03"],
        &expect![[r"
            1995-05-02 OnRecord Carried [presumed possible]
            1995-05-03 Expired [possible]
        "]],
    );
}

#[test]
fn a_term_is_due_until_somebody_sees_it_go_on() {
    let text = "
        city a
        city b
        agreement pact
        source paper signed-instrument 1990-05-03
        a party pact 1990-05-03/1995-05-02 per paper
        b party pact 1990-05-03/1995-05-02 per paper
        ";
    let seen = "source list official-list 1998-06-01 issuer=a\na party pact per list";
    let due = |text: &str| record(&snapshot(text), "pact").term().map(|day| day.to_string());
    assert_eq!(due(text).as_deref(), Some("1995-05-02"));
    assert_eq!(due(&format!("{text}\n{seen}")), None);
}

#[test]
fn suspended_and_revived() {
    check(
        "
        city a
        city b
        agreement pact
        source list third-party-list 2021-01-01
        source paper press 2022-03-10
        source later press 2024-05-01
        a party pact 1992-06-01/.. per list
        b party pact 1992-06-01/.. per list
        attribute pact state suspended 2022-03-05/.. per paper
        attribute pact state revived 2024-04-01/.. per later
        ",
        "pact",
        &["1992-06-01", "2000-01-01", "2022-03-04", "2022-03-05", "2023-01-01", "2024-04-01", "2025-01-01"],
        &expect![[r"
            1992-06-01 OnRecord Observed [certain presumed possible]
            2000-01-01 OnRecord Observed [certain presumed possible]
            2022-03-04 OnRecord Observed [presumed possible]
            2022-03-05 Suspended [possible]
            2023-01-01 Suspended [possible]
            2024-04-01 OnRecord Observed [presumed possible]
            2025-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_report_of_an_end_and_an_older_start_are_no_dispute() {
    check(
        "
        city tallahassee
        city krasnodar
        agreement pact
        source old press 2022-03-03
        source cut press 2022-03-20
        source list third-party-list seen=2026-02-01
        tallahassee party pact 1984/.. per old
        krasnodar party pact 1984/.. per old
        tallahassee party pact 1984/2022-03-09 per cut
        krasnodar party pact 1984/2022-03-09 per cut
        tallahassee party pact per list
        krasnodar party pact per list
        ",
        "pact",
        &["2022-03-03", "2022-03-08", "2022-03-10", "2026-06-01"],
        &expect![[r"
            2022-03-03 OnRecord Observed [certain presumed possible]
            2022-03-08 OnRecord Observed [certain presumed possible]
            2022-03-10 Ended []
            2026-06-01 Ended []
        "]],
    );
}

#[test]
fn a_dated_list_that_still_names_it_disagrees() {
    check(
        "
        city chicago
        city moscow
        agreement pact
        source globe press 2022-03-18
        source list third-party-list 2024-05-01
        chicago party pact 1997/2022-03 per globe
        moscow party pact 1997/2022-03 per globe
        chicago party pact 1997/.. per list
        moscow party pact 1997/.. per list
        ",
        "pact",
        &["2020-01-01", "2022-02-24", "2022-04-01", "2025-01-01"],
        &expect![[r"
            2020-01-01 OnRecord Observed [certain presumed possible]
            2022-02-24 OnRecord Observed [certain presumed possible]
            2022-04-01 SourcesDisagree [possible]
            2025-01-01 SourcesDisagree [possible]
        "]],
    );
}

#[test]
fn ended_by_one_side_only() {
    check(
        "
        city a
        city b
        agreement pact
        source minutes official-page 2010-02-01 issuer=a
        source letter official-page 2012-07-01 issuer=b
        source list third-party-list 2005-01-01
        a party pact 1990/.. per list
        b party pact 1990/.. per list
        a party pact 1990/2010-01-15 per minutes
        b party pact 1990/.. per letter
        ",
        "pact",
        &["2009-12-31", "2010-02-01", "2013-01-01"],
        &expect![[r"
            2009-12-31 OnRecord Observed [certain presumed possible]
            2010-02-01 Contested [possible]
            2013-01-01 Contested [possible]
        "]],
    );
}

#[test]
fn a_membership_is_carried_five_years() {
    check(
        "
        city a
        network n
        source one official-list 2010-01-01 issuer=n
        source two official-list 2013-01-01 issuer=n
        a member n per one
        a member n per two
        ",
        "a member n",
        &["2009-12-31", "2010-01-01", "2011-06-01", "2013-01-01", "2016-01-01", "2019-01-01"],
        &expect![[r"
            2009-12-31 NotPlaced [possible]
            2010-01-01 OnRecord Observed [certain presumed possible]
            2011-06-01 OnRecord Interpolated [presumed possible]
            2013-01-01 OnRecord Observed [certain presumed possible]
            2016-01-01 OnRecord Carried [presumed possible]
            2019-01-01 NotPlaced [possible]
        "]],
    );
}

#[test]
fn a_network_that_was_dissolved() {
    check(
        "
        city a
        network n
        source one official-list 2010-01-01 issuer=n
        source news press 2012-03-01
        a member n per one
        attribute n dissolved 2012-02-01 per news
        ",
        "a member n",
        &["2011-01-01", "2012-02-01"],
        &expect![[r"
            2011-01-01 OnRecord Carried [presumed possible]
            2012-02-01 PresumedEnded []
        "]],
    );
}

#[test]
fn an_office_closed_and_reopened() {
    check(
        "
        state california
        office tokyo
        source one report 1990-01-01
        source two report 2004-01-01
        source three official-page 2012-01-01 issuer=california
        california keeps tokyo per one
        california keeps tokyo 1987/2003-06 per two
        california keeps tokyo per three
        ",
        "california keeps tokyo",
        &["1995-01-01", "2003-05-01", "2004-06-01", "2012-01-01", "2015-01-01", "2018-01-01"],
        &expect![[r"
            1995-01-01 OnRecord Observed [certain presumed possible]
            2003-05-01 OnRecord Observed [certain presumed possible]
            2004-06-01 Ended []
            2012-01-01 OnRecord Observed [certain presumed possible]
            2015-01-01 OnRecord Carried [presumed possible]
            2018-01-01 NotPlaced [possible]
        "]],
    );
}

#[test]
fn a_binding_act_is_carried_ten_years() {
    check(
        "
        city a
        act ban class=divestment
        source list report 1987-08-01
        a adopts ban 1982-06/.. per list
        ",
        "ban",
        &["1982-05-31", "1985-01-01", "1987-08-01", "1990-01-01", "1998-01-01"],
        &expect![[r"
            1982-05-31 NotYet []
            1985-01-01 OnRecord Observed [certain presumed possible]
            1987-08-01 OnRecord Observed [certain presumed possible]
            1990-01-01 OnRecord Carried [presumed possible]
            1998-01-01 NotPlaced [possible]
        "]],
    );
}

#[test]
fn a_history_of_an_act_keeps_it_in_force_no_longer() {
    check(
        "
        city a
        act ban class=divestment
        source history press 2021-01-01
        a adopts ban 1985 per history
        ",
        "ban",
        &["1985-12-31", "1995-12-31", "1996-01-01", "2021-01-01"],
        &expect![[r"
            1985-12-31 OnRecord Observed [certain presumed possible]
            1995-12-31 NotPlaced [possible]
            1996-01-01 NotPlaced [possible]
            2021-01-01 NotPlaced [possible]
        "]],
    );
}

#[test]
fn a_binding_act_that_was_repealed() {
    check(
        "
        city a
        act ban class=divestment
        source list report 1987-08-01
        source minutes council-record 1990-05-02 issuer=a
        a adopts ban 1982-06 per list
        attribute ban fate repealed 1990-05-01 per minutes
        ",
        "ban",
        &["1985-01-01", "1990-04-30", "1990-05-02", "2020-01-01"],
        &expect![[r"
            1985-01-01 OnRecord Interpolated [certain presumed possible]
            1990-04-30 OnRecord Observed [presumed possible]
            1990-05-02 Ended []
            2020-01-01 Ended []
        "]],
    );
}

#[test]
fn a_binding_act_that_lapsed_and_one_seen_in_force() {
    check(
        "
        city a
        act ban class=sanctuary
        source list report 1987-08-01
        source later press 1995-01-01
        source last press 1999-01-01
        a adopts ban 1982 per list
        attribute ban fate in-force per later
        attribute ban fate lapsed 1998-07 per last
        ",
        "ban",
        &["1981-12-31", "1991-01-01", "1995-01-01", "1998-01-01", "1999-01-01"],
        &expect![[r"
            1981-12-31 NotYet []
            1991-01-01 OnRecord Interpolated [presumed possible]
            1995-01-01 OnRecord Observed [certain presumed possible]
            1998-01-01 OnRecord Interpolated [presumed possible]
            1999-01-01 Expired [possible]
        "]],
    );
}

#[test]
fn an_act_is_carried_no_further_than_the_policy_it_answers() {
    check(
        "
        nation us
        city a in us
        act policy class=law-or-policy
        act ban class=divestment
        source list report 1987-08-01
        source news press 1991-08-01
        a adopts ban 1986 per list
        ban concerns policy per list stance=against
        attribute policy fate repealed 1991-07-10 per news
        ",
        "ban",
        &["1990-01-01", "1991-07-10", "1991-07-11"],
        &expect![[r"
            1990-01-01 OnRecord Carried [presumed possible]
            1991-07-10 OnRecord Carried [presumed possible]
            1991-07-11 NotPlaced [possible]
        "]],
    );
}

#[test]
fn an_act_that_only_says_something_has_happened() {
    check(
        "
        city a
        act word class=resolution-of-opinion
        source list report 1987-08-01
        a adopts word 1982-06-03 per list
        ",
        "word",
        &["1982-06-02", "1982-06-03", "1982-06-04"],
        &expect![[r"
            1982-06-02 NotYet []
            1982-06-03 OnRecord Observed [certain presumed possible]
            1982-06-04 Happened []
        "]],
    );
}

/// A list of a year sees its ties on one of its days, and nobody could say on which; who ended it meanwhile may have been first.
#[test]
fn a_sighting_of_a_year_is_certain_of_some_day_of_it() {
    check(
        "
        city a
        network n
        source list official-list 2019
        a member n per list
        ",
        "a member n",
        &["2019-06", "2019", "2024"],
        &expect![[r"
            2019-06 OnRecord Observed [presumed possible]
            2019 OnRecord Observed [certain presumed possible]
            2024 NotPlaced Carried [presumed possible]
        "]],
    );
    check(
        "
        city a
        city b
        agreement pact
        source list official-list 2019
        source news press 2019-06-01
        a party pact 1990 per list
        b party pact per list
        attribute pact state ended 2019-05-01 per news
        ",
        "pact",
        &["1990-06-01", "1990", "2000-01-01", "2019-01-01", "2019"],
        &expect![[r"
            1990-06-01 NotPlaced [possible]
            1990 OnRecord Observed [certain presumed possible]
            2000-01-01 OnRecord Observed [certain presumed possible]
            2019-01-01 OnRecord Observed [certain presumed possible]
            2019 SourcesDisagree Observed [certain presumed possible]
        "]],
    );
}

#[test]
fn what_was_planned() {
    check(
        "
        city a
        city b
        agreement pact
        source news press 2020-01-01
        a party pact 2021-05/.. per news modality=planned
        b party pact 2021-05/.. per news modality=planned
        ",
        "pact",
        &["2020-06-01", "2022-01-01"],
        &expect![[r"
            2020-06-01 Planned [possible]
            2022-01-01 OutcomeUnknown [possible]
        "]],
    );
}

#[test]
fn evidence_counts_origins_and_lists_apart() {
    let snapshot = snapshot(
        "
        city a
        city b
        agreement pact
        source world third-party-list
        source copy third-party-list copies=world
        source paper signed-instrument 1990-05-03
        a party pact per world
        b party pact per copy
        a party pact 1990-05-03/.. per paper
        ",
    );
    let record = record(&snapshot, "pact");
    let expected = expect![[r"
        EvidenceGrade { independent: 1, lists: 1, best: Some(SignedPaper), sides: 0 }, confirmed by 1
    "]];
    expected.assert_eq(&format!("{:?}, confirmed by {}\n", record.evidence(), record.confirmed_by().count()));
}
