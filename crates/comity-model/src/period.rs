//! When something held, as uncertain as its source left it, asked about a day or a window.

use edtf_core::{Bound, Edtf, IntervalEndpoint, Set, SetKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::bounds::Bounds;
use crate::date::{BadDate, Day, FuzzyDate};

/// From its first day to its last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub from: Day,
    pub to: Day,
}

impl Window {
    pub fn day(day: Day) -> Self {
        Self { from: day, to: day }
    }
}

impl From<&FuzzyDate> for Window {
    fn from(date: &FuzzyDate) -> Self {
        Self { from: date.earliest(), to: date.latest() }
    }
}

/// How surely something held in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holding {
    No,
    Possible,
    /// On at least one day of the window, certainly.
    SomeDay,
    /// On every day of the window, certainly.
    Throughout,
}

/// The three answers a reader gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    No,
    Possible,
    Certain,
}

impl Holding {
    /// "On some day of it."
    pub fn some_day(self) -> Certainty {
        match self {
            Self::No => Certainty::No,
            Self::Possible => Certainty::Possible,
            Self::SomeDay | Self::Throughout => Certainty::Certain,
        }
    }

    /// "All through it."
    pub fn throughout(self) -> Certainty {
        match self {
            Self::No => Certainty::No,
            Self::Possible | Self::SomeDay => Certainty::Possible,
            Self::Throughout => Certainty::Certain,
        }
    }
}

/// An EDTF interval with the four days that bound its start and its end.
///
/// `1985/2005` started some day of 1985; `1985/..` is still in force; `1985/` has an end nobody stated;
/// a single date such as `1996` started and ended within it; an empty text says nothing. Beyond EDTF, an end of it may be
/// one of several dates: `[1985..1987]/..`, `[1946..]/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "SmolStr", into = "SmolStr")]
pub struct Period {
    text: SmolStr,
    start: Bounds,
    end: Bounds,
}

impl Period {
    /// Nothing is stated of start or end.
    pub fn unstated() -> Self {
        Self { text: SmolStr::default(), start: Bounds::UNKNOWN, end: Bounds::UNKNOWN }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// When it may have started.
    pub fn start(&self) -> Bounds {
        self.start
    }

    /// When it may have ended.
    pub fn end(&self) -> Bounds {
        self.end
    }

    /// Whether the two may have a day in common.
    pub fn may_meet(&self, other: &Self) -> bool {
        self.start().earliest <= other.end().latest && other.start().earliest <= self.end().latest
    }

    /// Whether it is an interval with a stated end; a bare date such as `1996` tells when something was, not that it stopped.
    pub fn says_ended(&self) -> bool {
        self.text.contains('/') && self.end.latest != Day::FUTURE
    }

    /// From stored bounds: `text` must be the interval they were computed from.
    pub fn from_bounds(text: &str, start: Bounds, end: Bounds) -> Self {
        Self { text: SmolStr::new(text), start, end }
    }

    /// How surely it held in `window`.
    pub fn holds(&self, window: Window) -> Holding {
        let (start, end) = (self.start, self.end);
        let certain_from = start.latest.min(end.latest);
        let certain_to = start.earliest.max(end.earliest);
        if start.latest <= window.from && end.earliest >= window.to {
            Holding::Throughout
        } else if certain_from <= window.to && certain_to >= window.from {
            Holding::SomeDay
        } else if start.earliest <= window.to && end.latest >= window.from {
            Holding::Possible
        } else {
            Holding::No
        }
    }

    /// The same period, narrowed by the day its source describes: what was seen on a day started no later
    /// and ended no earlier, and an end left open (`1985/..`) is certain only up to that day.
    ///
    /// A period that ended before, or started after, the day described is left as it is.
    #[must_use]
    pub fn clipped(&self, observed: &FuzzyDate) -> Self {
        let (seen, start, end) = (Bounds::from(observed), self.start, self.end);
        if end.latest < seen.earliest || start.earliest > seen.latest {
            return self.clone();
        }
        let open_end = end.earliest == Day::FUTURE;
        let certain_end = if open_end {
            seen.earliest.max(start.earliest)
        } else {
            end.earliest.max(seen.earliest.min(end.latest))
        };
        let started = start.latest.min(seen.latest.max(start.earliest));
        Self {
            text: self.text.clone(),
            start: Bounds { latest: started, ..start },
            end: Bounds { earliest: certain_end, ..end },
        }
    }
}

impl std::str::FromStr for Period {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        if text.is_empty() {
            return Ok(Self::unstated());
        }
        let bad = |expected| BadDate { text: text.to_owned(), expected };
        let Some((start, end)) = text.split_once('/') else {
            let days = Bounds::from(&text.parse::<FuzzyDate>()?);
            return Ok(Self { text: SmolStr::new(text), start: days, end: days });
        };
        let (start, end) = if is_set(start) || is_set(end) {
            (beside_a_set(start, Day::PAST.into())?, beside_a_set(end, Day::FUTURE.into())?)
        } else {
            let Ok(Edtf::Interval(interval)) = Edtf::parse(text) else {
                return Err(bad("expected an EDTF interval, such as 1985/2005 or 1990/.."));
            };
            (
                endpoint(interval.start, start, Day::PAST.into())?,
                endpoint(interval.end, end, Day::FUTURE.into())?,
            )
        };
        if end.latest < start.earliest {
            return Err(bad("expected an end after the start"));
        }
        Ok(Self { text: SmolStr::new(text), start, end })
    }
}

/// One of several dates, which EDTF does not know as the end of an interval.
fn is_set(endpoint: &str) -> bool {
    endpoint.starts_with('[')
}

fn beside_a_set(text: &str, open: Bounds) -> Result<Bounds, BadDate> {
    match text {
        "" => Ok(Bounds::UNKNOWN),
        ".." => Ok(open),
        set if is_set(set) => one_of(set),
        date => days(date),
    }
}

/// Of `[..1989]` and `[1946..]` one bound is an end of time.
fn one_of(text: &str) -> Result<Bounds, BadDate> {
    match Edtf::parse(text) {
        Ok(set @ Edtf::Set(Set { kind: SetKind::OneMember, .. })) => {
            let bounds = set.bounds();
            Ok(Bounds { earliest: day(bounds.earliest, Day::PAST), latest: day(bounds.latest, Day::FUTURE) })
        }
        _ => Err(BadDate {
            text: text.to_owned(),
            expected: "expected one of several dates, such as [1985..1987]",
        }),
    }
}

fn day(bound: Bound, open: Day) -> Day {
    match bound {
        Bound::Date(date) => Day::of(date),
        _ => open,
    }
}

fn days(text: &str) -> Result<Bounds, BadDate> {
    text.parse::<FuzzyDate>().map(|date| Bounds::from(&date))
}

fn endpoint(kind: IntervalEndpoint, text: &str, open: Bounds) -> Result<Bounds, BadDate> {
    Ok(match kind {
        IntervalEndpoint::Open => open,
        IntervalEndpoint::Unknown => Bounds::UNKNOWN,
        IntervalEndpoint::Date(_) => days(text)?,
        IntervalEndpoint::OnOrBefore(_) => {
            Bounds { earliest: Day::PAST, ..days(text.trim_start_matches(".."))? }
        }
        IntervalEndpoint::OnOrAfter(_) => {
            Bounds { latest: Day::FUTURE, ..days(text.trim_end_matches(".."))? }
        }
    })
}

impl TryFrom<SmolStr> for Period {
    type Error = BadDate;
    fn try_from(text: SmolStr) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Period> for SmolStr {
    fn from(period: Period) -> SmolStr {
        period.text
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl Default for Period {
    fn default() -> Self {
        Self::unstated()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: &str, observed: &str, at: &str, expect: Certainty) {
        let period: Period = period.parse().unwrap();
        let period = if observed.is_empty() { period } else { period.clipped(&observed.parse().unwrap()) };
        let at: FuzzyDate = at.parse().unwrap();
        assert_eq!(period.holds(Window::from(&at)).some_day(), expect);
    }

    #[test]
    fn a_sighting_bounds_start_and_end() {
        check("", "2019", "2019", Certainty::Certain);
        check("", "2019", "2020", Certainty::Possible);
        check("1985/..", "2019", "2018-05-01", Certainty::Certain);
        check("1985/..", "2019", "2024", Certainty::Possible);
        check("1985/..", "", "2024", Certainty::Certain);
        check("/1990", "2024", "1991", Certainty::No);
        check("1985/", "1996-06", "1990", Certainty::Certain);
    }

    #[test]
    fn a_start_that_is_one_of_several_is_possible_from_the_first_and_certain_from_the_last() {
        check("[1985..1987]/..", "", "1984", Certainty::No);
        check("[1985..1987]/..", "", "1986-05-01", Certainty::Possible);
        check("[1985..1987]/..", "", "1988", Certainty::Certain);
        check("[1951,1960]/", "2019", "1970", Certainty::Certain);
        check("/[1989,1990]", "1980", "1989-05-01", Certainty::Possible);
        check("[1980,1981]/[1989,1990]", "", "1991", Certainty::No);
        check("[1946..]/", "2019", "1945", Certainty::No);
        check("[1946..]/", "2019", "1950", Certainty::Possible);
        check("1980/[..1989]", "", "1990", Certainty::No);
    }

    #[test]
    fn ends_before_starts_are_refused() {
        assert!("1990/1985".parse::<Period>().is_err());
        assert!("[1990,1991]/1985".parse::<Period>().is_err());
        assert!("{1985,1990}".parse::<Period>().is_err());
    }
}
