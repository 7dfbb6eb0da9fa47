//! Dates and periods: EDTF as records hold it, and dates as people write them in a column.

use std::sync::LazyLock;

use comity_model::{Bounds, FuzzyDate, Period, Window};
use comity_source::{ListProfile, ReadOptions, read, shipped_profile};

static PAIRS: LazyLock<ListProfile> = LazyLock::new(|| shipped_profile("pairs").expect("it is shipped"));

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(date) = text.parse::<FuzzyDate>() {
        assert!(date.earliest() <= date.latest(), "{date} ends before it begins");
        assert_eq!(date.to_string().parse(), Ok(date.clone()));
        periods_around(text, &date);
    }
    if let Ok(period) = text.parse::<Period>() {
        assert_in_order(text, period.start());
        assert_in_order(text, period.end());
        assert_eq!(period.to_string().parse(), Ok(period));
    }
    in_a_column(text);
}

/// What was seen on a day surely held on it.
fn periods_around(text: &str, date: &FuzzyDate) {
    let seen = Period::unstated().clipped(date);
    assert_in_order(text, seen.start());
    assert_in_order(text, seen.end());
    let _ = seen.holds(Window::from(date)).some_day();
}

fn assert_in_order(text: &str, bounds: Bounds) {
    assert!(bounds.earliest <= bounds.latest, "{text}: {bounds:?}");
}

fn in_a_column(text: &str) {
    let cell = text.replace('"', "\"\"");
    let table =
        format!("city,country,sister,since\nLyon,France,Leipzig,\"{cell}\"\nLyon,France,Ulm,13/02/1990\n");
    let options = ReadOptions { profile: Some(PAIRS.clone()), ..ReadOptions::default() };
    if let Ok(mut rows) = read("dates.csv", table.as_bytes(), &options) {
        rows.by_ref().for_each(drop);
    }
}
