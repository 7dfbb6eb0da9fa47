//! One thing that a question, a file or an address is told: its name, what it means, and within which bounds it lies.

use comity_model::{Day, excerpt};
use schemars::JsonSchema;
use serde::Serialize;

use super::AskError;
use super::range::Range;
use super::value::Value;
use crate::report::At;
use crate::report::years::Years;

/// Its declaration: what is given is read, refused and described by it, wherever it is given.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(into = "Described")]
pub struct Argument {
    pub name: &'static str,
    pub help: &'static str,
    pub required: bool,
    pub range: Range,
}

pub(crate) const fn need(name: &'static str, range: Range, help: &'static str) -> Argument {
    Argument { name, help, required: true, range }
}

/// One that may be left out.
pub const fn may(name: &'static str, range: Range, help: &'static str) -> Argument {
    Argument { name, help, required: false, range }
}

/// The clock of what was true.
pub const AT: Argument = may("at", Range::Date, "what was true then; today if left out");
/// The clock of what was on file.
pub const KNOWN: Argument = may("known", Range::Moment, "as on file then; as it stands now if left out");
/// Rows of a table that can be asked for: more are not read on a page, and files have them all.
pub const MOST_ROWS: u64 = 5_000;
pub(crate) const LIMIT: Argument = rows("at most so many rows a table; 200 if left out", MOST_ROWS);

/// A limit of rows.
pub(crate) const fn rows(help: &'static str, most: u64) -> Argument {
    may("limit", Range::Whole { least: 1, most }, help)
}

impl Argument {
    /// What it means and what it may be: "at most so many steps; 5 if left out [a whole number from 1 to 20]".
    pub fn hint(&self) -> String {
        match self.range {
            // Said once for all: docs/API.md, Ranges.
            Range::Entity => self.help.to_owned(),
            range => format!("{} [{range}]", self.help),
        }
    }

    /// Whether it may be so.
    pub fn check(&self, text: &str, today: Day) -> Result<(), AskError> {
        self.read(text, today).map(drop)
    }

    /// The day, month, year or stretch that is given for it.
    pub fn date(&self, text: &str, today: Day) -> Result<At, AskError> {
        match self.read(text, today)? {
            Value::Date(at) => Ok(at),
            _ => Err(self.refusal(text, Years::on(today))),
        }
    }

    /// What a text means that is given for it.
    pub(crate) fn read<'a>(&self, text: &'a str, today: Day) -> Result<Value<'a>, AskError> {
        let years = Years::on(today);
        self.range.read(text.trim(), years).ok_or_else(|| self.refusal(text, years))
    }

    /// That it cannot be so, with what it can be.
    pub(crate) fn refusal(&self, text: &str, years: Years) -> AskError {
        AskError::Value {
            argument: self.name,
            given: excerpt(text),
            expected: self.range.words(&years.last.to_string()),
        }
    }
}

/// An argument as programs read it: with its bounds twice, in words and for them.
#[derive(Serialize, JsonSchema)]
struct Described {
    name: &'static str,
    help: &'static str,
    required: bool,
    /// Its bounds in words.
    expects: String,
    range: Range,
}

impl From<Argument> for Described {
    fn from(argument: Argument) -> Self {
        let Argument { name, help, required, range } = argument;
        Self { name, help, required, expects: range.to_string(), range }
    }
}
