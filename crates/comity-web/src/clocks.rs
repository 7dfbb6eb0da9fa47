//! The two clocks of every address: on which day it is true, and what was on file when.

use std::collections::BTreeMap;

use comity_answer::{AT, At, KNOWN};
use comity_model::Day;

use crate::error::WebError;

/// The day asked about and the state of the register asked for.
#[derive(Debug, Clone)]
pub(crate) struct Clocks {
    /// Today where the address names no day.
    pub(crate) at: At,
    /// As written: a date, a time, `#123`, `batch:7`. `None`: as it stands now.
    pub(crate) known: Option<String>,
    /// Whether the address itself named the day.
    pub(crate) at_written: bool,
}

impl Clocks {
    /// A clock that an address sets twice is as it was set last.
    pub(crate) fn read(query: &str, today: Day) -> Result<Self, WebError> {
        let written: BTreeMap<String, String> = crate::address::parts(query)?;
        let said = |name| written.get(name).map_or("", |text| text.trim());
        let (at, known) = (said("at"), said("known"));
        if !known.is_empty() {
            KNOWN.check(known, today)?;
        }
        Ok(Self {
            at: if at.is_empty() { At::day(today) } else { AT.date(at, today)? },
            known: (!known.is_empty()).then(|| known.to_owned()),
            at_written: !at.is_empty(),
        })
    }

    /// What a link without a question mark takes along: empty, or `?at=…&known=…`.
    pub(crate) fn carry(&self) -> String {
        let more = self.more();
        more.strip_prefix('&').map(|rest| format!("?{rest}")).unwrap_or_default()
    }

    /// What a link that already has a question mark takes along: empty, or `&at=…&known=…`.
    pub(crate) fn more(&self) -> String {
        let mut more = String::new();
        if self.at_written {
            more.push_str("&at=");
            more.push_str(&crate::address::escaped(&self.at.text));
        }
        if let Some(known) = &self.known {
            more.push_str("&known=");
            more.push_str(&crate::address::escaped(known));
        }
        more
    }
}

/// Whether an address asks for an earlier state of the register.
pub(crate) fn looks_back(query: &str) -> bool {
    let written: Result<BTreeMap<String, String>, _> = crate::address::parts(query);
    written.is_ok_and(|said| said.get("known").is_some_and(|known| !known.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expect: &str) {
        let today = Day::from_ymd(2026, 11, 24);
        assert_eq!(Clocks::read(query, today).unwrap().carry(), expect);
    }

    #[test]
    fn links_carry_both_clocks() {
        check("", "");
        check("at=2019", "?at=2019");
        check("at=1990&under=/ties&at=2019", "?at=2019");
        check("q=x&known=%2312", "?known=%2312");
        check("known=batch:7%5E&at=1985~", "?at=1985~&known=batch%3A7%5E");
    }

    #[test]
    fn a_day_that_is_none_or_too_far_is_refused() {
        let today = Day::from_ymd(2026, 11, 24);
        for bad in ["at=yesterday", "at=1799", "at=9999-12-31", "at=../..", "known=9999-12-31"] {
            assert!(Clocks::read(bad, today).is_err(), "{bad}");
        }
    }
}
