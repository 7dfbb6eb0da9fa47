//! Whatever is asked, the work is bounded by what is on file: every argument of every question at its extremes.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use comity_answer::{AskError, Range, ask_beside, questions};

use crate::evidence::{ASKED, WORLD};
use crate::{today, told, world};

/// Questions that the list of those with figures has not.
const ASKED_TOO: &[&str] = &[
    "with austin france",
    "profile austin",
    "between austin lyon",
    "compare from=1990 to=2010",
    "actors network=young from=1990",
    "conflicts old population-from=1000",
    "checked source=note",
    "members young within=us",
];

/// A hundred times what any of these takes where nothing else runs.
const PATIENCE: Duration = Duration::from_secs(30);
/// Characters of a refusal, whatever was sent.
const REFUSAL: usize = 300;

/// Beyond every range, at their ends, or no such thing at all.
fn extremes() -> Vec<String> {
    let numbers = [
        "0",
        "-0",
        "1",
        "-1",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "-2147483648",
        "2147483647",
        "-40000",
        "1e308",
        "-1e308",
        "5e-324",
        "NaN",
        "inf",
        "-inf",
        "0x10",
        "٣",
        "1_000",
    ];
    let dates = [
        "Y-170000002",
        "Y170000002",
        "Y-9223372036854775808",
        "Y9223372036854775807",
        "Y17E8",
        "Y171010000S3",
        "-9999",
        "9999-12-31",
        "-9999/9999",
        "1985/1984",
        "../..",
        "1985/..",
        "../1985",
        "/",
        "{1960,1961-12}",
        "[1667..1672]",
        "XXXX",
        "1XXX",
        "1985-XX-XX",
        "XXXX-12-XX/2020",
        "1800",
        "1799-12-31",
        "2076",
        "2077-01-01",
        "1990,2005",
        "2005,1990",
        "-40000,40000",
    ];
    let long = ["a", "\u{301}", "א", "\u{202e}", "9", "-", ",", "%", "~", "/", "X", "(", "ﷺ", "\0"];
    let mut all: Vec<String> = numbers.iter().chain(&dates).map(|text| (*text).to_owned()).collect();
    all.extend(long.iter().map(|text| text.repeat(10_000 / text.len())));
    all.extend(
        ["lyon,", "board=1,", "member:1,", "lyon~ulm,", "1990,"].map(|text| text.repeat(10_000 / text.len())),
    );
    all.extend(["", " ", "#1", "batch:7^", "\u{301}", "lyon"].map(str::to_owned));
    all.push("ﷺ".repeat(Range::TEXT));
    all
}

/// What an argument is declared to take at its ends.
fn ends(range: Range) -> Vec<String> {
    match range {
        Range::Whole { least, most } => vec![least.to_string(), most.to_string()],
        Range::Number { least, most } => vec![least.to_string(), most.to_string()],
        Range::Word { of } => of.iter().map(|word| (*word).to_owned()).collect(),
        Range::Words { of } => of.iter().map(|word| (*word).to_owned()).chain([of.join(",")]).collect(),
        Range::Date | Range::Year => vec!["1800".to_owned(), "2076".to_owned()],
        Range::Eras => vec!["1800,2076".to_owned()],
        _ => Vec::new(),
    }
}

/// Each question with arguments that it answers, by its name.
fn answered() -> BTreeMap<&'static str, Vec<BTreeMap<String, String>>> {
    let mut found: BTreeMap<&str, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for line in ASKED.iter().chain(ASKED_TOO) {
        let (id, arguments) = told(line);
        found.entry(id).or_default().push(arguments);
    }
    found
}

#[test]
fn no_argument_costs_more_than_what_is_on_file() {
    let world = world(WORLD);
    let (extremes, answered) = (extremes(), answered());
    for question in questions() {
        for base in &answered[question.id] {
            for argument in question.arguments {
                for text in &extremes {
                    let mut given = base.clone();
                    given.insert(argument.name.to_owned(), text.clone());
                    let began = Instant::now();
                    let result = ask_beside(&world, Some(&world), today(), question.id, &given);
                    let shown: String = text.chars().take(20).collect();
                    let of = format!("{} {}={shown}", question.id, argument.name);
                    assert!(began.elapsed() < PATIENCE, "{of}: {:?}", began.elapsed());
                    if let Err(error) = result {
                        let length = error.to_string().chars().count();
                        assert!(length <= REFUSAL, "{of}: {length} characters: {error}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_declared_is_taken() {
    let (world, answered) = (world(WORLD), answered());
    for question in questions() {
        for argument in question.arguments {
            for text in ends(argument.range) {
                let mut given = answered[question.id][0].clone();
                given.insert(argument.name.to_owned(), text.clone());
                let result = ask_beside(&world, Some(&world), today(), question.id, &given);
                let refused =
                    matches!(result, Err(AskError::Value { argument: name, .. }) if name == argument.name);
                assert!(!refused, "{} {}={text}", question.id, argument.name);
            }
        }
    }
}

/// What sources say of the farthest years is on file, and makes no series longer.
#[test]
fn far_years_on_file_cost_no_more() {
    let far = "
        attribute young founded -9999 per book
        attribute old founded Y-170000002 per book
        attribute summit-1 date 9999-12-31 per book
        austin member young -9999/9999 per list
        boston member young Y-170000002/.. per list
        lyon member old 9999 per list
        dallas — lyon -9999/9999 per list
        boston — bonn Y170000002/.. per list
        dallas adopts law-6 -9999 per note
        boston adopts law-5 9999 per note
        ulm takes-part summit-2 -9999/9999 per note
    ";
    let world = world(&format!("{WORLD}{far}"));
    for line in ASKED.iter().chain(ASKED_TOO) {
        let (id, given) = told(line);
        let began = Instant::now();
        let answer =
            ask_beside(&world, Some(&world), today(), id, &given).unwrap_or_else(|e| panic!("{line}: {e}"));
        let rows: usize = answer.tables().iter().map(|table| table.rows.len()).sum();
        assert!(rows < 2_000, "{line}: {rows} rows");
        assert!(began.elapsed() < PATIENCE, "{line}: {:?}", began.elapsed());
    }
}
