//! Answers on a terminal: each is a screen, and what is missing is said with commands that work.

use comity_answer::questions;
use unicode_width::UnicodeWidthStr;

use crate::{comity, done, filled};

#[track_caller]
fn check_screen(asked: &str, text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() <= 60, "{asked}: {} lines\n{text}", lines.len());
    let widest = lines.iter().max_by_key(|line| line.width()).expect("it says something");
    assert!(widest.width() <= 100, "{asked}: {} columns\n{widest}", widest.width());
}

#[test]
fn every_example_is_a_screen() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    assert!(questions().len() >= 42, "{}", questions().len());
    for question in questions() {
        let told = question.example.iter().map(|(name, value)| format!("--{name}={value}"));
        let words: Vec<String> = ["ask".to_owned(), question.id.to_owned()].into_iter().chain(told).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        check_screen(&question.command(), &done(folder.path(), &words));
    }
}

#[test]
fn the_questions_are_a_screen() {
    let folder = tempfile::tempdir().unwrap();
    let text = done(folder.path(), &["ask"]);
    check_screen("ask", &text);
    for question in questions() {
        assert!(text.contains(&format!("  {:<16} {}", question.id, question.title)), "{}", question.id);
    }
}

#[test]
fn sources_are_notes_or_all_or_none() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let members = |sources: &[&str]| {
        done(folder.path(), &[&["ask", "members", "c40", "--at", "2019"], sources].concat())
    };
    let notes = members(&[]);
    assert!(notes.contains("\nSources\n  [1] "), "{notes}");
    assert!(notes.contains("How this was found: --sources full."), "{notes}");
    let none = members(&["--sources", "none"]);
    assert!(!none.contains("[1]") && !none.contains("\nSources\n"), "{none}");
    let full = members(&["--sources", "full"]);
    assert!(full.lines().count() > 120, "all rows and all that they rest on");
    assert!(full.lines().all(|line| line.width() <= 100));
    assert!(full.contains("\n      paragraph 1: "), "{full}");
    let refused = comity(folder.path(), &["ask", "conflicts", "--sources", "most"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("it is notes, full or none"), "{}", refused.err);
}

#[test]
fn a_limit_that_is_asked_for_is_not_cut_to_a_screen() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let text = done(folder.path(), &["ask", "members", "c40", "--at", "2019", "--limit", "80"]);
    assert!(text.lines().count() > 80, "{text}");
}

#[test]
fn what_is_missing_is_said_with_commands_that_work() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    for question in ["members", "with", "first", "presence", "between"] {
        let asked = comity(folder.path(), &["ask", question]);
        assert_eq!((asked.code, asked.out.as_str()), (2, ""), "{question}");
        assert!(asked.err.starts_with(&format!("Usage: comity ask {question} ")), "{}", asked.err);
        check_screen(question, &asked.err);
        let examples: Vec<&str> =
            asked.err.lines().filter_map(|line| line.strip_prefix("  comity ")).collect();
        assert_eq!(examples.len(), 2, "{}", asked.err);
        for example in examples {
            let words: Vec<&str> = example.split(' ').collect();
            assert_eq!(comity(folder.path(), &words).code, 0, "{example}");
        }
    }
}
