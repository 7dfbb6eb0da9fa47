//! Every file of `cases/record`: the worked worlds of VOCABULARY, *Record*, and what is asked of the ties in them.
//!
//! Of a question for some days, such as `? stands pact`, each line of the answer begins with its day.

use comity_fixtures::{answered, case_files};
use comity_model::{Bounds, Day, EntityKind, FuzzyDate, Window};
use comity_snapshot::record::{EndedBy, TieRecord, TieStanding, TieState};
use comity_snapshot::{EntityIx, Snapshot, wording};
use expect_test::expect_file;

use crate::record::{record, snapshot, state_on};

#[test]
fn worlds_are_told_as_written_down() {
    for file in case_files("record") {
        let text = std::fs::read_to_string(&file).unwrap();
        expect_file![file]
            .assert_eq(&answered(&text, |world, asked, lines| answer(&snapshot(world), asked, lines)));
    }
}

fn answer(snapshot: &Snapshot, asked: &str, lines: &str) -> String {
    let (question, of) = asked.split_once(' ').expect("a question is of something");
    let words = lines.lines().filter_map(|line| line.split(' ').next());
    let days: Vec<&str> = words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
    let is_of_days = ["stands", "sides", "posts"].contains(&question);
    assert!(!is_of_days || !days.is_empty(), "{asked} is asked of some day");
    if question == "posts" {
        return posts(snapshot, of, &days);
    }
    let record = record(snapshot, of);
    match question {
        "stands" => stands(&record, &days),
        "sides" => sides(snapshot, &record, &days),
        "ended" => ended(snapshot, &record),
        "due" => record.term().map_or_else(|| "never\n".to_owned(), |day| format!("{day}\n")),
        "fresh" => fresh(&record),
        "evidence" => format!("{:?}, confirmed by {}\n", record.evidence(), record.confirmed_by().count()),
        other => panic!("nobody can ask {other}"),
    }
}

/// How it stands on each day; on every day, what is certain is presumed and what is presumed is possible.
fn stands(record: &TieRecord, days: &[&str]) -> String {
    for offset in (0..25_000).step_by(97) {
        let day = Day(Day::from_ymd(1960, 1, 1).0 + offset);
        let TieStanding { certain, presumed, possible, .. } = record.on(Window::day(day));
        assert!(!certain || presumed, "certain is presumed on {day}");
        assert!(!presumed || possible, "presumed is possible on {day}");
    }
    let line = |day: &&str| {
        let date: FuzzyDate = day.parse().expect("a date");
        let window = Window { from: date.earliest(), to: date.latest() };
        let TieStanding { state, basis, certain, presumed, possible } = record.on(window);
        let basis = basis.map(|basis| format!(" {basis:?}")).unwrap_or_default();
        let marks = [(certain, "certain"), (presumed, "presumed"), (possible, "possible")];
        let marks: Vec<&str> = marks.iter().filter(|(so, _)| *so).map(|(_, word)| *word).collect();
        format!("{day} {state:?}{basis} [{}]\n", marks.join(" "))
    };
    days.iter().map(line).collect()
}

/// How it stands on each day, how each side left it, and who ended it.
fn sides(snapshot: &Snapshot, record: &TieRecord, days: &[&str]) -> String {
    let mut told = String::new();
    for day in days {
        let date: FuzzyDate = day.parse().expect("a day");
        let left = record.sides_on(date.latest()).into_iter();
        let left = left.map(|one| format!(", {} {:?}", snapshot.entity(one.side).id, one.state));
        told.extend([format!("{day} {:?}{}\n", state_on(record, day), left.collect::<String>())]);
        told.extend(wording::sides(snapshot, record, date.latest()).map(|words| format!("  {words}\n")));
    }
    let by = record.ended_by().map(|by| match by {
        EndedBy::Party(node) | EndedBy::Nation(node) => snapshot.entity(node).id.to_string(),
        other => format!("{other:?}"),
    });
    told.extend(by.map(|by| format!("ended by {by}\n")));
    told
}

/// When it began, who ended it and how many say so, and who lists it.
fn ended(snapshot: &Snapshot, record: &TieRecord) -> String {
    let name = |node: EntityIx| snapshot.entity(node).id.to_string();
    let mut told = String::new();
    if let Some(began) = record.began() {
        let words = if began.is_stated { "began" } else { "seen" };
        told.extend([format!("{words} {}\n", between(Some(began.bounds)))]);
    }
    for end in record.endings() {
        let by = match end.by {
            None => "nobody named".to_owned(),
            Some(EndedBy::Party(node)) => format!("a party, {}", name(node)),
            Some(EndedBy::Nation(node)) => format!("a nation, {}", name(node)),
            Some(other) => format!("{other:?}"),
        };
        let days = between(Some(end.bounds));
        told.extend([format!("{:?} {days} by {by}, {} say so\n", end.reason, end.reports)]);
    }
    for listed in record.recognised_by() {
        let (by, on, off) = (name(listed.by), between(listed.listed), between(listed.left_off));
        told.extend([format!("listed by {by} {on}, left off {off}\n")]);
    }
    let undated = record.undated_sources();
    told.extend(record.read_day().map(|day| format!("undated: {undated} read from {day}\n")));
    told
}

fn between(days: Option<Bounds>) -> String {
    days.map_or_else(|| "never".to_owned(), |days| format!("{} to {}", days.earliest, days.latest))
}

/// The days that dated sources speak for, and when an undated one was read.
fn fresh(record: &TieRecord) -> String {
    let read = record.read_day().map_or_else(|| "never".to_owned(), |day| day.to_string());
    format!("{}, read {read}\n", between(record.freshness()))
}

/// Who is on record in a post on each day, and who is disputed.
fn posts(snapshot: &Snapshot, network: &str, days: &[&str]) -> String {
    let network = snapshot.node(&network.parse().expect("an id")).expect("on file");
    let mut lines = String::new();
    for day in days {
        lines.push_str(day);
        for person in snapshot.of_kind(EntityKind::Person) {
            let name = &snapshot.entity(person).id;
            for (post, record) in snapshot.post_records(person, network) {
                match state_on(&record, day) {
                    TieState::OnRecord => lines.extend([format!(" {name} ({post})")]),
                    TieState::SourcesDisagree => lines.extend([format!(" {name} ({post}, disputed)")]),
                    _ => {}
                }
            }
        }
        lines.push('\n');
    }
    lines
}
