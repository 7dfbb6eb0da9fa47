//! What readers did not understand is said nowhere: in no source, template or message.

use crate::sources::{files, is_comment};

/// As it stood on pages and terminals that people were shown.
const GONE: [&str; 58] = [
    "0 confirmed",
    "may still hold",
    "may have held",
    "that are over, to come or denied",
    "Ended, suspended or denied, says",
    "Says who?",
    "looks at sources",
    "What was looked at, and what not",
    "not looked yet",
    "have been looked at",
    "how completely: not stated",
    "year: not found",
    "start not found",
    "has in a post",
    "is kept by",
    "is coordinated by",
    "is funded or supported by",
    "the gazetteer's; to tell namesakes apart",
    "Cities that act abroad, and who says so",
    "History as we had it on file on",
    "The same ties as a table",
    "Please check",
    "may belong here; counted nowhere",
    "Nobody could say for certain what these words mean",
    "First your name, for every decision is kept with one",
    "It is this one",
    "Not this one",
    "Set aside",
    "Things that may be on file twice",
    "Twice the same?",
    "Would go",
    "Would stay",
    "What hangs on it",
    "What we take it to mean",
    "matched by machine, score",
    "is its name; in",
    "Take this batch back",
    "To take away:",
    "Nothing on file bears this name",
    "Places of that name with nothing on file",
    "Not here –",
    "Not understood",
    "No tie is on file",
    "Too large to tie all their members",
    "each for itself, through agreements",
    "Most connected by",
    "told from one side alone",
    "a side that is nowhere heard",
    "whose place is not on file left out",
    "The answer depends on what it is measured against",
    "sets of members can carry a share",
    "nobody was watched that long",
    "is an assumption, not a finding",
    "no place would be left alone",
    "Steady, or in bursts?",
    "At home in old networks or in young ones?",
    "What sorts of actors carry it?",
    "On how many backers does it rest?",
];

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
            let gone = GONE.iter().filter(|phrase| line.contains(**phrase));
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
