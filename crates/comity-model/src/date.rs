//! Dates as precise as their source gave them: `1981` never becomes `1981-01-01`.

use edtf_core::{Bound, BoundDate, Edtf, Set, SetKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::bounds::Bounds;
use crate::shortened::excerpt;

/// A text that is no EDTF date or interval (ISO 8601-2, levels 0 to 2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a date: {expected}", excerpt(text))]
pub struct BadDate {
    pub text: String,
    pub expected: &'static str,
}

/// A calendar day: days since 1970-01-01, with two ends of time for "always" and "open".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    pub const PAST: Self = Self(i32::MIN);
    pub const FUTURE: Self = Self(i32::MAX);

    /// The day of the proleptic Gregorian calendar (Howard Hinnant's `days_from_civil`); an end of time where the
    /// year is too far away to count its days.
    pub fn from_ymd(year: i64, month: u8, day: u8) -> Self {
        // Days of more years than these are no `i32`, and of many more no `i64` on the way there.
        const COUNTED: i64 = 6_000_000;
        let year = year.clamp(-COUNTED, COUNTED);
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let shifted = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        Self(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// Year, month and day; `None` at the two ends of time.
    pub fn ymd(self) -> Option<(i64, u8, u8)> {
        if self == Self::PAST || self == Self::FUTURE {
            return None;
        }
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let shifted = (5 * doy + 2) / 153;
        let day = u8::try_from(doy - (153 * shifted + 2) / 5 + 1).expect("a day of month is 1 to 31");
        let month = u8::try_from(if shifted < 10 { shifted + 3 } else { shifted - 9 }).expect("1 to 12");
        Some((yoe + era * 400 + i64::from(month <= 2), month, day))
    }

    pub fn year(self) -> Option<i64> {
        self.ymd().map(|(year, _, _)| year)
    }

    pub(crate) fn of(date: BoundDate) -> Self {
        Self::from_ymd(date.year, date.month, date.day)
    }
}

const MONTHS: &str = "January February March April May June July August September October November December";

/// The English name of a month, the first of which is 1.
pub fn month_name(month: usize) -> Option<&'static str> {
    MONTHS.split(' ').nth(month.checked_sub(1)?)
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.ymd() {
            Some((year, month, day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            None => f.write_str(".."),
        }
    }
}

/// One date with the precision and doubt its source gave: an EDTF text and the days it may be.
///
/// Where a source leaves several, it is one of them: `[1985..1987]`, `[1951,1960]`.
///
/// ```
/// use comity_model::FuzzyDate;
/// let eighties: FuzzyDate = "198X".parse()?;
/// assert_eq!(eighties.latest().to_string(), "1989-12-31");
/// let either: FuzzyDate = "[1951,1960]".parse()?;
/// assert_eq!(either.earliest().to_string(), "1951-01-01");
/// assert!("the eighties".parse::<FuzzyDate>().is_err());
/// # Ok::<(), comity_model::BadDate>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "SmolStr", into = "SmolStr")]
pub struct FuzzyDate {
    text: SmolStr,
    earliest: Day,
    latest: Day,
}

impl FuzzyDate {
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day it may be.
    pub fn earliest(&self) -> Day {
        self.earliest
    }

    /// The last day it may be.
    pub fn latest(&self) -> Day {
        self.latest
    }

    /// From stored bounds: `text` must be the date they were computed from.
    pub fn from_bounds(text: &str, bounds: Bounds) -> Self {
        Self { text: SmolStr::new(text), earliest: bounds.earliest, latest: bounds.latest }
    }

    /// One whole day.
    pub fn day(day: Day) -> Self {
        Self { text: SmolStr::new(day.to_string()), earliest: day, latest: day }
    }
}

impl std::str::FromStr for FuzzyDate {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = |expected| BadDate { text: text.to_owned(), expected };
        let parsed = Edtf::parse(text).map_err(|_| bad("expected EDTF, such as 1981, 198X, 2011-04~"))?;
        if !matches!(
            &parsed,
            Edtf::Date(_) | Edtf::DateTime(_) | Edtf::Set(Set { kind: SetKind::OneMember, .. })
        ) {
            return Err(bad("expected one date, not an interval or all of a set"));
        }
        let bounds = parsed.bounds();
        match (bounds.earliest, bounds.latest) {
            (Bound::Date(first), Bound::Date(last)) => {
                Ok(Self { text: SmolStr::new(text), earliest: Day::of(first), latest: Day::of(last) })
            }
            _ => Err(bad("expected a year that can be counted in days")),
        }
    }
}

impl TryFrom<SmolStr> for FuzzyDate {
    type Error = BadDate;
    fn try_from(text: SmolStr) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<FuzzyDate> for SmolStr {
    fn from(date: FuzzyDate) -> SmolStr {
        date.text
    }
}

impl std::fmt::Display for FuzzyDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_day_reads_back(days in -1_000_000_i32..1_000_000) {
            let (year, month, day) = Day(days).ymd().unwrap();
            prop_assert_eq!(Day::from_ymd(year, month, day), Day(days));
        }
    }

    #[test]
    fn the_farthest_years_are_the_ends_of_time() {
        assert_eq!(Day::from_ymd(i64::MAX, 12, 31), Day::FUTURE);
        assert_eq!(Day::from_ymd(i64::MIN, 1, 1), Day::PAST);
    }

    #[test]
    fn an_interval_is_not_a_date() {
        assert!("1985/1990".parse::<FuzzyDate>().is_err());
        assert!("1985-02-30".parse::<FuzzyDate>().is_err());
    }

    #[test]
    fn one_of_several_is_a_date_and_all_of_them_are_none() {
        let season: FuzzyDate = "[1989-09..1990-05]".parse().unwrap();
        assert_eq!(
            (season.earliest(), season.latest()),
            (Day::from_ymd(1989, 9, 1), Day::from_ymd(1990, 5, 31))
        );
        assert!("{1989,1990}".parse::<FuzzyDate>().is_err());
        assert!("[..1990]".parse::<FuzzyDate>().is_err(), "some day of all that were is no date");
    }
}
