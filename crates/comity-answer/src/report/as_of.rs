//! The two clocks of an answer: the day it is about, and what was on file.

use comity_model::{Day, FuzzyDate, Period, Seq, Window};
use comity_snapshot::wording;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::years::Years;

/// A day, month, year or stretch of years asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// EDTF.
    pub text: String,
    pub window: Window,
}

impl At {
    pub fn day(day: Day) -> Self {
        Self { text: day.to_string(), window: Window::day(day) }
    }

    /// A date (`1990`, `2024-05`, `198X`) or a stretch with both ends (`1985/1990`); `None` for what is no such thing, or
    /// lies beyond the years.
    pub(crate) fn within(text: &str, years: Years) -> Option<Self> {
        // One of several dates is no stretch of time.
        let period: Period = text.parse().ok().filter(|_| !text.contains('['))?;
        let window = Window { from: period.start().earliest, to: period.end().latest };
        years.hold(window).then(|| Self { text: text.to_owned(), window })
    }

    /// "2019", "May 2024", "1985 to 1990".
    pub fn words(&self) -> String {
        match self.text.parse::<FuzzyDate>() {
            Ok(date) => wording::date(&date),
            Err(_) => wording::period(&self.text.parse().unwrap_or_default()),
        }
    }
}

/// When the answer is about and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AsOf {
    /// EDTF.
    pub at: String,
    pub words: String,
    /// The last ledger entry known.
    pub known: Seq,
    /// The hash of the ledger there.
    pub head: String,
}
