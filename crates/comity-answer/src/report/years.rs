//! The years that can be asked about. What is on file before or after them is listed, but not counted year by year.

use std::ops::RangeInclusive;

use comity_model::{Day, Window};

/// The ties that are dated earlier are single finds (Paderborn and Le Mans, 836): no series can be made of them.
pub const FIRST_YEAR: i64 = 1800;
/// Aims and terms that sources state reach to 2050 and 2070.
pub const YEARS_AHEAD: i64 = 50;

/// The first and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    pub first: i64,
    pub last: i64,
}

impl Years {
    /// Those that can be asked about on that day.
    pub fn on(today: Day) -> Self {
        Self { first: FIRST_YEAR, last: today.year().unwrap_or(FIRST_YEAR) + YEARS_AHEAD }
    }

    /// Whether all of the window is in them.
    pub(crate) fn hold(self, window: Window) -> bool {
        let within = |day: Day| day.year().is_some_and(|year| (self.first..=self.last).contains(&year));
        within(window.from) && within(window.to)
    }

    /// What of a stretch of years is in them; may be empty.
    pub(crate) fn clip(self, first: i64, last: i64) -> RangeInclusive<i64> {
        first.max(self.first)..=last.min(self.last)
    }
}
