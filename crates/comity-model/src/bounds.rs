//! Between which days one day lies.

use crate::date::{Day, FuzzyDate};

/// The earliest and the latest day that something may have been on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bounds {
    pub earliest: Day,
    pub latest: Day,
}

impl Bounds {
    /// Nothing is said of it.
    pub const UNKNOWN: Self = Self { earliest: Day::PAST, latest: Day::FUTURE };

    /// What leaves room for either.
    #[must_use]
    pub fn widened(self, other: Self) -> Self {
        Self { earliest: self.earliest.min(other.earliest), latest: self.latest.max(other.latest) }
    }

    /// Whether it leaves room for all that the other does.
    pub fn contains(self, other: Self) -> bool {
        self.widened(other) == self
    }
}

impl From<&FuzzyDate> for Bounds {
    fn from(date: &FuzzyDate) -> Self {
        Self { earliest: date.earliest(), latest: date.latest() }
    }
}

impl From<Day> for Bounds {
    fn from(day: Day) -> Self {
        Self { earliest: day, latest: day }
    }
}
