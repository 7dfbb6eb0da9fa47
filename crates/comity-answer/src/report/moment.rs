//! The two clocks of an answer: the day it is about, and what was on file.

use comity_model::{Day, FuzzyDate, Period, Seq, Window};
use serde::Serialize;

use crate::words;

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

    /// "2019", "May 2024", "1985 to 1990".
    pub fn words(&self) -> String {
        match self.text.parse::<FuzzyDate>() {
            Ok(date) => words::date(&date),
            Err(_) => words::period(&self.text.parse().unwrap_or_default()),
        }
    }
}

impl std::str::FromStr for At {
    type Err = BadAt;

    /// A date (`1990`, `2024-05`, `198X`) or a stretch with both ends (`1985/1990`).
    fn from_str(text: &str) -> Result<Self, BadAt> {
        let bad = || BadAt { text: text.to_owned() };
        let period: Period = text.parse().map_err(|_| bad())?;
        let window = Window { from: period.start().0, to: period.end().1 };
        let closed = window.from != Day::PAST && window.to != Day::FUTURE;
        if closed { Ok(Self { text: text.to_owned(), window }) } else { Err(bad()) }
    }
}

/// A text that is no date, nor a stretch with both ends.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a date: expected a day, month, year or stretch, such as 2024-05 or 1985/1990")]
pub struct BadAt {
    pub text: String,
}

/// When the answer is about and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// EDTF.
    pub at: String,
    pub words: String,
    /// The last ledger entry known.
    pub known: Seq,
    /// The hash of the ledger there.
    pub head: String,
}
