//! Every message that code asks for is there with these arguments, and every message that is there is asked for.
#![expect(clippy::unwrap_used, reason = "a test that cannot read has failed")]

mod fluent;
mod languages;
mod literals;
mod plain;
mod sources;

use std::collections::{BTreeMap, BTreeSet};

/// Where an id is asked for, and with which arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Use {
    place: String,
    id: String,
    arguments: BTreeSet<String>,
}

#[test]
fn what_is_said_is_written_and_what_is_written_is_said() {
    let written = fluent::english();
    let uses = sources::uses();
    assert!(uses.len() > 5, "the sources are read: {}", uses.len());
    let mut faults: Vec<String> = uses.iter().filter_map(|said| fault(said, &written)).collect();
    let mut said: BTreeSet<&str> = uses.iter().map(|said| said.id.as_str()).collect();
    said.extend(written.values().flat_map(|message| message.messages.iter().map(String::as_str)));
    let silent = written.keys().filter(|id| !said.contains(id.as_str()));
    faults.extend(silent.map(|id| format!("`{id}` is written and nobody says it")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fault(said: &Use, written: &BTreeMap<String, fluent::Written>) -> Option<String> {
    let Use { place, id, arguments } = said;
    if !written.contains_key(id) {
        return Some(format!("{place}: no message `{id}`"));
    }
    let needed = fluent::arguments(id, written);
    (needed != *arguments).then(|| format!("{place}: `{id}` has {needed:?}, and is given {arguments:?}"))
}

#[test]
fn each_fault_can_be_made() {
    let written = fluent::read("a = { $n } and { b }\nb = { $m ->\n    [one] one\n   *[other] many\n }\n");
    let faults = |code: &str| {
        let uses = sources::read("x.rs", code);
        uses.iter().filter_map(|said| fault(said, &written)).collect::<Vec<_>>()
    };
    assert_eq!(faults("say!(\"a\", n = f(1, 2), m = [3, 4])"), [""; 0]);
    assert_eq!(faults("say!(\"a\", n = 1)"), ["x.rs:1: `a` has {\"m\", \"n\"}, and is given {\"n\"}"]);
    assert_eq!(faults("\nmessage!(\"c\")"), ["x.rs:2: no message `c`"]);
    assert_eq!(faults("say!(\n    \"b\",\n    m = x.map(|y| say!(\"b\", m = y)),\n)"), [""; 0]);
}
