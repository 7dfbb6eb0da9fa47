//! Days from one to another, and the days around a day.

use comity_model::{Bounds, Day};

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) from: Day,
    pub(super) to: Day,
}

impl Stretch {
    pub(super) fn day(day: Day) -> Self {
        Self { from: day, to: day }
    }

    pub(super) fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    pub(super) fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

impl From<Bounds> for Stretch {
    fn from(bounds: Bounds) -> Self {
        Self { from: bounds.earliest, to: bounds.latest }
    }
}

pub(super) fn day_before(day: Day) -> Day {
    if day == Day::PAST || day == Day::FUTURE { day } else { Day(day.0 - 1) }
}

pub(super) fn day_after(day: Day) -> Day {
    if day == Day::PAST || day == Day::FUTURE { day } else { Day(day.0 + 1) }
}

/// The day before the same day so many years later: a term of four years from 1 May ends on 30 April.
pub(super) fn years_after(day: Day, years: u16) -> Day {
    let Some((year, month, of_month)) = day.ymd() else { return day };
    let of_month = if month == 2 { of_month.min(28) } else { of_month };
    day_before(Day::from_ymd(year + i64::from(years), month, of_month))
}
