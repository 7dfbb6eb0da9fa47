//! Case files: small worlds, and what is asked of them with its answer below.
//!
//! ```text
//! # What the file is about.
//! city lyon
//!
//! == a case in the world above and these lines
//! city leipzig
//!
//! ? a question
//! its answer
//!
//! === a case in a world of its own
//! city turin
//!
//! ? a question
//! its answer
//! ```

use std::path::PathBuf;

/// The files of a folder of `cases`, by name.
///
/// # Panics
/// Where there are none.
pub fn case_files(folder: &str) -> Vec<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases")).join(folder);
    let entries = std::fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    assert!(!files.is_empty(), "the cases are not where they should be");
    files.sort();
    files
}

/// The world that all cases of such a file share.
pub fn shared_world(text: &str) -> &str {
    text.split_once("\n==").map_or(text, |(shared, _)| shared)
}

/// The same text with each question answered anew, from its world, itself and the lines that stand as its answer.
///
/// # Panics
/// Where a case asks nothing.
pub fn answered(text: &str, answer: impl Fn(&str, &str, &str) -> String) -> String {
    let shared = shared_world(text);
    let mut told = shared.to_owned();
    for case in text.split("\n==").skip(1) {
        let (head, questions) = case.split_once("\n? ").unwrap_or_else(|| panic!("nothing is asked: {case}"));
        let (_title, own) = head.split_once('\n').unwrap_or_default();
        let world = if head.starts_with('=') { own.to_owned() } else { format!("{shared}\n{own}") };
        told.extend(["\n==", head]);
        for question in questions.split("\n? ") {
            let (asked, lines) = question.split_once('\n').unwrap_or((question, ""));
            told.extend(["\n? ", asked, "\n", &answer(&world, asked, lines)]);
        }
    }
    told
}
