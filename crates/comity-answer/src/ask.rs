//! The one door: a question's name and its arguments as text, to an answer or to an error that says what exists.

mod examples;

use std::collections::BTreeMap;

use comity_model::Day;

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::catalogue::questions;
use crate::question::Question;
use crate::report::Chart;

pub use examples::working_examples;

/// Asks the question called `name`. `today` is the day meant where `at` is left out.
///
/// Arguments are those of [`crate::questions()`]: unknown ones, and those beyond their ranges, are refused before any work
/// is done.
pub fn ask(
    snapshot: &CachedSnapshot,
    today: Day,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Answer, AskError> {
    ask_beside(snapshot, None, today, name, arguments)
}

/// The same as [`ask`], beside the snapshot of an earlier moment for questions about what changed: [`crate::SnapshotStore::earlier`] has it.
pub fn ask_beside(
    snapshot: &CachedSnapshot,
    earlier: Option<&CachedSnapshot>,
    today: Day,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Answer, AskError> {
    let question = question(name)?;
    let arguments =
        Arguments::read((snapshot, earlier.map(|earlier| &**earlier)), today, question.form(), arguments)?;
    (question.answer)(snapshot, &arguments).map(with_charts_that_show)
}

/// Without those of which a sentence says as much.
fn with_charts_that_show(mut answer: Answer) -> Answer {
    if let Answer::Report(report) = &mut answer {
        report.charts.retain(Chart::is_worth_drawing);
    }
    answer
}

/// Whether a question of that name takes these arguments, each within its range; what they name is looked up when it is
/// asked.
pub fn check(today: Day, name: &str, arguments: &BTreeMap<String, String>) -> Result<(), AskError> {
    question(name)?.form().read(today, arguments).map(drop)
}

fn question(name: &str) -> Result<&'static Question, AskError> {
    let exists = || questions().iter().map(|question| question.id).collect();
    questions()
        .iter()
        .find(|question| question.id == name)
        .ok_or_else(|| AskError::Question { text: name.to_owned(), exists: exists() })
}
