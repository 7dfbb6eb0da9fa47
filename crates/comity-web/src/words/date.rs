//! When: the day asked about, the second something was recorded, the state of the register meant.

use comity_answer::wording;
use comity_messages::say;
use comity_model::{FuzzyDate, Period};

/// A date or a stretch as written in an address or a record; `None` where it is empty or none.
pub(crate) fn edtf(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let date = text.parse::<FuzzyDate>().map(|date| wording::date(&date));
    date.or_else(|_| text.parse::<Period>().map(|period| wording::period(&period))).ok()
}

/// `as of 3 May 2026`.
pub(crate) fn as_of(day: &str) -> String {
    say!("asof", day = day)
}

/// `3 May 2026, 10:00 UTC`.
pub(crate) fn moment(moment: &str) -> String {
    let (day, clock) = moment.split_once('T').unwrap_or((moment, ""));
    let said = edtf(day).unwrap_or_else(|| day.to_owned());
    clock.get(..5).map_or(said.clone(), |clock| say!("moment", day = said.as_str(), clock = clock))
}

/// The state of the register a reader asked for.
pub(crate) fn known(known: &str) -> String {
    if let Some(batch) = known.strip_prefix("batch:") {
        return match batch.strip_suffix('^') {
            Some(batch) => say!("known-before-batch", batch = batch),
            None => say!("known-after-batch", batch = batch),
        };
    }
    match known.trim_start_matches('#').parse::<i64>() {
        Ok(entry) => say!("known-at-entry", entry = entry),
        Err(_) if known.contains('T') => say!("known-on", day = moment(known)),
        Err(_) => edtf(known).map_or_else(|| known.to_owned(), |said| say!("known-on", day = said)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_the_register() {
        assert_eq!(known("#1200"), "at entry 1,200");
        assert_eq!(known("2026-05-03"), "on 3 May 2026");
        assert_eq!(known("batch:7^"), "before batch 7");
        assert_eq!(known("2026-05-03T10:00:00Z"), "on 3 May 2026, 10:00 UTC");
    }
}
