//! Every question opens with one sentence: the same string in text, in JSON and on the page, each figure of it in the JSON.

use std::collections::BTreeSet;

use comity_answer::{questions, render_text};
use serde_json::Value;

use crate::atlas::Atlas;
use crate::figures::plain;

/// Fields of an answer that say the sentence again or are prose about it, so that a figure in them is no evidence.
const PROSE: [&str; 7] =
    ["summary", "unanswerable", "caption", "note", "methods", "caveats", "computed_from"];
/// Fields with a figure for each claim and source, in which any figure of a sentence would be found.
const SOURCES: [&str; 2] = ["evidence", "looked"];

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
        let mut stated = Stated::default();
        stated.read(&json);
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

/// What a reader reads first under the title, as far as the sentence goes.
fn opening_of_page(page: &str, said: &str) -> String {
    let sheet = page.split_once("id=\"sheet\"").and_then(|(_, sheet)| sheet.split_once('>'));
    let (_, sheet) = sheet.expect("a page of an answer has a sheet");
    plain(sheet).chars().take(said.chars().count()).collect()
}

/// A number of a sentence: `1,743`, `0.57`, `7.7 %`.
#[derive(Debug, PartialEq)]
struct Figure {
    digits: String,
    percent: bool,
}

fn figures(said: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut rest = said;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let from = &rest[start..];
        let end = from.find(|letter: char| !is_of_number(letter)).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        let percent = after.trim_start_matches([' ', '\u{a0}']).starts_with('%');
        let digits = digits.trim_end_matches(['.', ',']).replace(',', "");
        figures.push(Figure { digits, percent });
        rest = after;
    }
    figures
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '.' || letter == ','
}

/// Numbers of an answer, and those in its dates, names and words.
#[derive(Default)]
struct Stated {
    numbers: Vec<f64>,
    words: BTreeSet<String>,
}

impl Stated {
    fn read(&mut self, json: &Value) {
        match json {
            Value::Number(n) => self.numbers.extend(n.as_f64()),
            Value::String(text) => {
                let runs = text.split(|letter: char| !is_of_number(letter));
                self.words.extend(runs.map(|run| run.trim_matches(['.', ',']).replace(',', "")));
                let numbers = text.split(|letter: char| !letter.is_ascii_digit());
                self.words.extend(numbers.map(|run| run.trim_start_matches('0').to_owned()));
            }
            Value::Array(all) => all.iter().for_each(|one| self.read(one)),
            Value::Object(fields) => {
                let own = fields.iter().filter(|(name, _)| !PROSE.contains(&name.as_str()));
                own.filter(|(name, _)| !SOURCES.contains(&name.as_str())).for_each(|(_, one)| self.read(one));
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// Whether some number rounds to it, a share from 0 to 1 to a percentage, or a date or name has it.
    fn has(&self, figure: &Figure) -> bool {
        let decimals = figure.digits.split_once('.').map_or(0, |(_, after)| after.len());
        let rounds = |n: f64| format!("{:.decimals$}", n.abs()) == figure.digits;
        let is_number = |n: &f64| rounds(*n) || figure.percent && rounds(*n * 100.0);
        self.numbers.iter().any(is_number) || self.words.contains(&figure.digits)
    }
}

#[test]
fn a_figure_is_looked_for_as_a_sentence_writes_it() {
    let seen = figures("In 2019, 1,743 of C40's: 0.57 times, 7.7 %.");
    let digits: Vec<&str> = seen.iter().map(|figure| figure.digits.as_str()).collect();
    assert_eq!(digits, ["2019", "1743", "40", "0.57", "7.7"]);
    let mut stated = Stated::default();
    stated.read(&serde_json::json!({ "rows": [0.5678, 0.0768, 1743, "2019-05"], "summary": "C40" }));
    let found: Vec<bool> = seen.iter().map(|figure| stated.has(figure)).collect();
    assert_eq!(found, [true, true, false, true, true]);
}
