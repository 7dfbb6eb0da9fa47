//! Each question on a small world worked out by hand.
//!
//! All of it under a cap on memory: an answer that grows with what is asked, not with what is on file, aborts the run.
#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes its snapshots with them")]

mod acts_and_twins;
mod bursts;
mod cases;
mod checked;
mod clock;
mod compare;
mod duplicates;
mod evidence;
mod find;
mod history;
mod json;
mod known;
mod languages;
mod lapsed;
mod lives;
mod map;
mod memberships;
mod panel;
mod presence;
mod ranges;
mod rivals;
mod same_subject;
mod snapshot_file;
mod summary;
mod terminal;
mod tie_graph;
mod tie_view;
mod time;
mod what_if;
mod with;

use std::alloc::System;
use std::collections::BTreeMap;

use cap::Cap;
use comity_answer::{Answer, CachedSnapshot, ask_beside, render_text};
use comity_model::Day;

/// The whole suite needs a tenth of it.
const MEMORY: usize = 1 << 30;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MEMORY);

/// The day on which all small worlds are asked, unless a test says otherwise.
fn today() -> Day {
    Day::from_ymd(2026, 11, 24)
}

fn world(text: &str) -> CachedSnapshot {
    CachedSnapshot::new(comity_fixtures::small_world(text))
}

/// `with rochester japan at=2026`: the question, its arguments in order or by name.
#[track_caller]
fn answer(world: &CachedSnapshot, asked: &str) -> Answer {
    try_answer(world, asked).unwrap_or_else(|error| panic!("{asked}: {error}"))
}

fn try_answer(world: &CachedSnapshot, asked: &str) -> Result<Answer, comity_answer::AskError> {
    let (id, arguments) = told(asked);
    ask_beside(world, Some(world), today(), id, &arguments)
}

fn told(asked: &str) -> (&str, BTreeMap<String, String>) {
    let mut words = asked.split(' ');
    let id = words.next().unwrap_or_default();
    let takes = comity_answer::questions().iter().find(|question| question.id == id);
    let mut places = takes.map(|question| question.arguments).unwrap_or_default().iter();
    let mut arguments = BTreeMap::new();
    for word in words {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, value),
            None => (places.next().map_or("", |argument| argument.name), word),
        };
        arguments.insert(name.to_owned(), value.to_owned());
    }
    (id, arguments)
}

/// The page without its methods, which every page repeats.
#[track_caller]
fn page(world: &CachedSnapshot, asked: &str) -> String {
    without_methods(&answer(world, asked))
}

fn without_methods(answer: &Answer) -> String {
    render_text(answer).split("\nHow this was found").next().unwrap_or_default().to_owned()
}
