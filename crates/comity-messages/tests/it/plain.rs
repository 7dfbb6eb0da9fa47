//! What readers did not understand is said nowhere: in no source, template or message.

use crate::sources::{files, is_comment};

/// As it stood on pages and terminals that people were shown, a phrase a line; pages are searched for them as well.
const GONE: &str = include_str!("../gone.txt");

#[test]
fn nothing_is_said_that_nobody_understood() {
    let mut all = files(&["src", "templates"], &["rs", "html"]);
    all.extend(files(&["en"], &["ftl"]));
    assert!(all.len() > 300, "the sources are read: {}", all.len());
    let found: Vec<String> = all.iter().flat_map(|(path, text)| faults(path, text)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn faults(path: &str, text: &str) -> Vec<String> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !is_comment(line));
    lines
        .flat_map(|(at, line)| {
            let gone = GONE.lines().filter(|phrase| line.contains(*phrase));
            gone.map(move |phrase| format!("{path}:{at}: says “{phrase}”"))
        })
        .collect()
}

#[test]
fn what_is_gone_is_found_where_it_comes_back() {
    assert_eq!(
        faults("a.rs", "// may still hold\nsay(\"may still hold\")"),
        ["a.rs:2: says “may still hold”"]
    );
}
