//! A day is answered the same today and tomorrow: nothing but the default of `at` looks at the clock.

use comity_answer::{CachedSnapshot, ask_beside, render_text};
use comity_model::Day;

use crate::json::EVERY;
use crate::{told, world};

/// Whatever a question may count from today would differ between these.
const MORNINGS: [i64; 3] = [2026, 2027, 2049];

/// Ties of many ages: seen last year, ten years ago, without a date, due in ten years, planned.
const WORLD: &str = r#"
    nation us country=US
    nation jp country=JP
    city a in us
    city b in jp
    city c in jp
    network n
    act policy class=law-or-policy
    act x class=divestment
    agreement pact
    source s official-list 2025-06-01 "S" issuer=n
    source t report 2014 "T"
    source u third-party-list "U" seen=2026-02-01
    a member n per s role=member
    b member n per t
    a — b 1985/.. per t
    a — c per u
    a party pact 2020-01-01/2036-12-31 per s
    c party pact 2020-01-01/2036-12-31 per s
    b — c 2030/.. per s modality=planned
    a adopts x 2019 per s
    x concerns policy per s stance=against
"#;

fn asked(world: &CachedSnapshot, line: &str, year: i64) -> String {
    let (id, arguments) = told(line);
    let today = Day::from_ymd(year, 11, 24);
    let told = match ask_beside(world, Some(world), today, id, &arguments) {
        Ok(answer) => format!("{}\n{}", render_text(&answer), serde_json::to_string(&answer).expect("JSON")),
        Err(error) => error.to_string(),
    };
    // Every answer says for which day it is, and where none was given that is today.
    let told = told.replace(&format!("24 November {year}"), "that day");
    told.replace(&format!("{year}-11-24"), "that day").replace(&format!("24 NOVEMBER {year}"), "THAT DAY")
}

/// The question for a day, where it is one of a day.
fn on_a_day(line: &str) -> String {
    let id = line.split(' ').next().unwrap_or_default();
    let question = comity_answer::questions().iter().find(|question| question.id == id);
    let takes = question.is_some_and(|question| question.arguments.iter().any(|one| one.name == "at"));
    if takes && !line.contains("at=") { format!("{line} at=2021-03-01") } else { line.to_owned() }
}

#[test]
fn a_day_is_answered_the_same_on_every_morning() {
    let world = world(WORLD);
    let is_of_today = |line: &&String| {
        let [first, others @ ..] = MORNINGS.map(|year| asked(&world, line, year));
        others.iter().any(|other| *other != first)
    };
    let lines: Vec<String> = EVERY.iter().map(|line| on_a_day(line)).collect();
    let of_today: Vec<&String> = lines.iter().filter(is_of_today).collect();
    assert_eq!(of_today, Vec::<&String>::new());
}

/// The test above could fail: without a day the same questions tell the mornings apart.
#[test]
fn without_a_day_it_is_that_of_today() {
    let world = world(WORLD);
    let differ = |line: &&&str| asked(&world, line, 2026) != asked(&world, line, 2049);
    let differ = EVERY.iter().filter(differ).count();
    assert!(differ > 8, "{differ} of {} questions", EVERY.len());
}
