//! No sentence is put together in code: what reads like one outside of messages is counted, and may only become less.

use crate::sources::{files, is_comment};

/// Folders of answers, and how many sentences each may still hold: of questions, their titles and what helps to choose one.
const STILL: [(&str, usize); 7] = [
    ("src/questions/activity", 15),
    ("src/questions/quality", 14),
    ("src/questions/who", 22),
    ("comity-answer/src/answer", 0),
    ("comity-answer/src/curation", 0),
    ("comity-answer/src/report", 0),
    ("comity-answer/src/text", 0),
];

/// Not yet moved: connectivity, partners, representation and scenario.
const LATER: [&str; 4] = ["/connectivity", "/partners", "/representation", "/scenario"];

#[test]
fn sentences_are_messages() {
    let files = files(&["src"], &["rs"]);
    for (folder, allowed) in STILL {
        let own = files.iter().filter(|(path, _)| path.contains(folder) && !is_later(path));
        let found: Vec<String> = own.flat_map(|(path, text)| faults(path, text)).collect();
        assert!(
            found.len() <= allowed,
            "{folder} holds more sentences than {allowed}:\n{}",
            found.join("\n")
        );
    }
}

fn is_later(path: &str) -> bool {
    LATER.iter().any(|group| path.contains(&format!("questions{group}")))
}

/// Literals of three words and more with a capital at the beginning; papers are cited as they are.
fn faults(path: &str, text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = (1..).zip(code.lines()).filter(|(_, line)| !is_comment(line) && !line.contains("#["));
    lines
        .flat_map(|(at, line)| {
            let sentences = literals(line).filter(|literal| is_sentence(literal));
            sentences.map(move |literal| format!("{path}:{at}: “{literal}”"))
        })
        .collect()
}

/// What stands between quotation marks, to the end of the line where the text goes on.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

fn is_sentence(literal: &str) -> bool {
    let words = literal.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    literal.starts_with(char::is_uppercase) && words.count() >= 3 && !is_citation(literal)
}

/// "Kaplan & Meier 1958, JASA 53:457".
fn is_citation(literal: &str) -> bool {
    let words = literal.split([' ', ',', ';']);
    words
        .into_iter()
        .any(|word| word.len() == 4 && word.parse().is_ok_and(|year| (1800..2100).contains(&year)))
}

#[test]
fn a_sentence_in_code_is_found() {
    let found = |code| faults("a.rs", code);
    assert_eq!(found("format!(\"Members of {network} by day\")"), ["a.rs:1: “Members of {network} by day”"]);
    let none = "// \"A comment of words\"\nsay!(\"members-title\")\nMethod::new(&text, \"Moore and Lee 1959\")\n\
                f(\"Two words\")\n#[cfg(test)]\nf(\"Three words and more\")";
    assert_eq!(found(none), [""; 0]);
}
