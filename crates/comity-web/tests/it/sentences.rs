//! Every question opens with one sentence: the same string in text, in JSON and on the page, each figure of it in the JSON.
//!
//! A figure is found where the house writes a number of the answer so: an indicator, a count, a field, a cell; a share
//! also as a percentage. A year, or a number in a name, is found too in the title, the day, a name or a cell. Nothing
//! else is evidence: neither sources with their dates and claims, nor ids, addresses, entry numbers, pictures, column
//! heads and labels, nor prose.

use std::collections::BTreeSet;

use comity_answer::{questions, render_text};
use comity_messages::{in_figures, rounded};
use serde_json::Value;

use crate::atlas::Atlas;
use crate::figures::plain;

/// Fields that are no figure of the answer, with all that is in them.
const NO_FIGURES: [&str; 22] = [
    "summary",
    "unanswerable",
    "caveats",
    "computed_from",
    "methods",
    "note", // prose
    "evidence",
    "looked",
    "source",
    "sources",
    "claim",
    "observed",
    "waiting", // who says so
    "id",
    "slug",
    "question",
    "wikidata",
    "head",
    "known", // names of things, entries of the ledger
    "charts",
    "columns",
    "point", // what tables say already, heads
];
/// Fields whose words may name a year or something with a number in its name.
const WORDS: [&str; 8] = ["title", "words", "state_words", "name", "cells", "when", "since", "quantity"];

#[tokio::test]
async fn a_sentence_is_one_string_and_each_figure_of_it_is_in_the_json() {
    let atlas = Atlas::open().await;
    let examples = atlas.examples().await;
    let asked: BTreeSet<&str> = examples.iter().map(|asked| asked.question.id).collect();
    assert_eq!(asked.len(), questions().len(), "every question is asked: {asked:?}");
    let mut faults = Vec::new();
    for asked in &examples {
        let (href, answer) = (asked.href(""), atlas.answer(asked).await);
        let json = atlas.reader.json(&format!("/api/v1{href}")).await;
        let said = answer.summary();
        let same = [
            ("json", json["summary"].as_str().unwrap_or_default().to_owned()),
            ("text", opening_of_text(&render_text(&answer))),
            ("page", opening_of_page(&atlas.reader.page(&href).await, said)),
        ];
        let other = same.iter().filter(|(_, other)| other != said);
        faults.extend(
            other.map(|(place, other)| format!("{}, {place}: `{other}` is not `{said}`", asked.question.id)),
        );
        let again = json["charts"].as_array().into_iter().flatten().map(|chart| &chart["caption"]);
        let again = again.filter(|caption| caption.as_str().is_some_and(|caption| caption.contains(said)));
        faults.extend(again.map(|caption| format!("{}: {caption} says it again", asked.question.id)));
        let mut stated = Stated::default();
        stated.read("", &json);
        let missing = figures(said).into_iter().filter(|figure| !stated.has(figure));
        faults.extend(
            missing.map(|figure| format!("{}: {figure:?} of `{said}` is not in the JSON", asked.question.id)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The first line under the title and the day.
fn opening_of_text(text: &str) -> String {
    text.lines().skip(2).find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned()
}

/// What a reader reads first under the title and its buttons, as far as the sentence goes.
fn opening_of_page(page: &str, said: &str) -> String {
    let under = page.split_once("<div class=\"title\">").and_then(|(_, title)| title.split_once("</div>"));
    let (_, under) = under.expect("a page of an answer has a title");
    plain(under).chars().take(said.chars().count()).collect()
}

/// A number of a sentence: `1,743`, `0.57`, `7.7 %`; that of `C40` is a name.
#[derive(Debug, PartialEq)]
struct Figure {
    digits: String,
    percent: bool,
}

fn figures(said: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut rest = said;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter: char| !is_of_number(letter)).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        let percent = after.trim_start_matches([' ', '\u{a0}']).starts_with('%');
        if !before.ends_with(char::is_alphabetic) {
            figures.push(Figure { digits: bare(digits), percent });
        }
        rest = after;
    }
    figures
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '.' || letter == ','
}

/// Without commas between thousands, and what ends a sentence.
fn bare(number: &str) -> String {
    number.trim_matches(['.', ',']).replace(',', "")
}

/// Numbers of an answer, and those in its days and names.
#[derive(Default)]
struct Stated {
    numbers: Vec<f64>,
    words: BTreeSet<String>,
}

impl Stated {
    /// `field`: the nearest name around it.
    fn read(&mut self, field: &str, json: &Value) {
        match json {
            Value::Number(n) => self.numbers.extend(n.as_f64()),
            Value::String(text) if WORDS.contains(&field) => {
                let words = text.split(|letter: char| !is_of_number(letter) && !letter.is_alphabetic());
                self.words.extend(words.map(bare));
            }
            Value::Array(all) => all.iter().for_each(|one| self.read(field, one)),
            Value::Object(fields) => {
                let own = fields.iter().filter(|(name, _)| !NO_FIGURES.contains(&name.as_str()));
                own.for_each(|(name, one)| self.read(name, one));
            }
            Value::String(_) | Value::Null | Value::Bool(_) => {}
        }
    }

    fn has(&self, figure: &Figure) -> bool {
        let says = |n: f64| [in_figures(n), rounded(n)].iter().any(|text| bare(text) == figure.digits);
        let is_number = |n: &f64| says(n.abs()) || figure.percent && says(n.abs() * 100.0);
        self.numbers.iter().any(is_number) || self.words.contains(&figure.digits)
    }
}

#[test]
fn a_figure_is_looked_for_as_a_sentence_writes_it() {
    let seen = figures("In 2019, 1,743 of C40's: 0.57 times, 7.7 %, 12 of 3.");
    let digits: Vec<&str> = seen.iter().map(|figure| figure.digits.as_str()).collect();
    assert_eq!(digits, ["2019", "1743", "0.57", "7.7", "12", "3"]);
    let mut stated = Stated::default();
    let answer = serde_json::json!({
        "rows": [0.5678, 0.0768, 1743, 2.9],
        "words": "May 2019",
        "summary": "12",
        "evidence": [{ "locator": 12 }],
        "known": 12,
        "id": "gn12",
        "columns": [{ "title": "After 12 years" }],
        "label": "12",
    });
    stated.read("", &answer);
    let found: Vec<bool> = seen.iter().map(|figure| stated.has(figure)).collect();
    assert_eq!(found, [true, true, true, true, false, false]);
}
