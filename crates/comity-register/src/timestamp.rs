//! When something was recorded, in UTC to the second.

use std::str::FromStr;

use comity_model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::error::RegisterError;

/// An RFC 3339 time in UTC, whole seconds: `2026-05-03T10:00:00Z`. Order of text is order of time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "SmolStr", into = "SmolStr")]
#[schemars(rename = "Timestamp", extend("format" = "date-time"))]
pub struct Timestamp(SmolStr);

impl Timestamp {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For names of files: `20260503T100000Z`.
    pub(crate) fn compact(&self) -> String {
        self.0.chars().filter(char::is_ascii_alphanumeric).collect()
    }

    /// The last second of a day; `None` in years that are not written with four digits.
    pub fn end_of(day: Day) -> Option<Self> {
        let written = day.year().filter(|year| (0..=9999).contains(year));
        written.map(|_| Self(SmolStr::new(format!("{day}T23:59:59Z"))))
    }
}

impl FromStr for Timestamp {
    type Err = RegisterError;

    /// Fractions of a second are dropped.
    fn from_str(text: &str) -> Result<Self, RegisterError> {
        whole_seconds(text).ok_or_else(|| RegisterError::Timestamp { text: text.to_owned() })
    }
}

fn whole_seconds(text: &str) -> Option<Timestamp> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let fields: Vec<&str> = date.split('-').chain(clock.split(':')).collect();
    let widths = fields.iter().map(|field| field.len());
    let digits = |field: &&str| field.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = widths.eq([4, 2, 2, 2, 2, 2]) && fields.iter().all(digits) && digits(&fraction);
    let numbers: Vec<u8> = fields.iter().skip(1).filter_map(|field| field.parse().ok()).collect();
    let &[month, day, hour, minute, second] = numbers.as_slice() else { return None };
    let year: i64 = fields.first()?.parse().ok()?;
    let exists = Day::from_ymd(year, month, day).ymd() == Some((year, month, day));
    let good = shaped && (1..=12).contains(&month) && exists && hour < 24 && minute < 60 && second < 61;
    good.then(|| Timestamp(SmolStr::new(format!("{date}T{clock}Z"))))
}

impl TryFrom<SmolStr> for Timestamp {
    type Error = RegisterError;

    fn try_from(text: SmolStr) -> Result<Self, RegisterError> {
        text.parse()
    }
}

impl From<Timestamp> for SmolStr {
    fn from(moment: Timestamp) -> SmolStr {
        moment.0
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_utc_to_the_second() {
        let read = |text: &str| text.parse::<Timestamp>().map(|moment| moment.to_string()).ok();
        assert_eq!(read("2026-05-03T10:00:00.25Z").as_deref(), Some("2026-05-03T10:00:00Z"));
        for bad in ["2026-05-03", "2026-05-03T10:00:00+02:00", "2026-02-30T10:00:00Z", "2026-05-03T24:00:00Z"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
