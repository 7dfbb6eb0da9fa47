//! Every file of `cases/answers`: small worlds worked out by hand, and the page that answers each question.
//!
//! A page stands without its methods, which every page repeats; ` | words` after the question keeps only the lines with
//! those words, `, in a sentence` the one that opens the page, and `, with methods` all of it.

use comity_answer::{AskError, render_text};
use comity_fixtures::{answered, case, case_files, shared_world};
use expect_test::expect_file;

use crate::{try_answer, without_methods, world};

#[test]
fn questions_are_answered_as_written_down() {
    for file in case_files("answers") {
        let text = std::fs::read_to_string(&file).unwrap();
        expect_file![file].assert_eq(&answered(&text, |world, asked, _| said(world, asked)));
    }
}

/// The world that the cases of a file share.
pub(crate) fn shared(name: &str) -> String {
    let text = String::from_utf8(case(&format!("answers/{name}.txt"))).expect("cases are UTF-8");
    shared_world(&text).to_owned()
}

fn said(text: &str, asked: &str) -> String {
    part(text, asked).unwrap_or_else(|refused| format!("refused: {refused}\n"))
}

/// As much of the page as is asked for.
fn part(text: &str, asked: &str) -> Result<String, AskError> {
    let world = world(text);
    if let Some(asked) = asked.strip_suffix(", with methods") {
        return try_answer(&world, asked).map(|answer| render_text(&answer));
    }
    let opening = asked.strip_suffix(", in a sentence");
    let (skip, most) = if opening.is_some() { (3, 1) } else { (0, usize::MAX) };
    let asked = opening.unwrap_or(asked);
    let (asked, words) = asked.split_once(" | ").unwrap_or((asked, ""));
    let page = without_methods(&try_answer(&world, asked)?);
    let lines = page.lines().skip(skip).take(most).filter(|line| line.contains(words));
    let told: String = lines.flat_map(|line| [line, "\n"]).collect();
    Ok(if told.is_empty() { "(no such line)\n".to_owned() } else { told })
}
