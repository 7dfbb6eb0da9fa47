//! Yes, no or since when: a cell in a column called after a network.

use comity_model::Period;

use crate::date_style::DateStyle;
use crate::written_date::written_date;

pub(crate) enum Answer {
    Yes,
    No,
    Since(Period),
    Unclear,
}

/// What a cell says in a column called after a network.
pub(crate) fn answer(cell: &str, network: &str) -> Answer {
    const YES: [&str; 13] =
        ["1", "1.0", "yes", "y", "x", "✓", "✔", "true", "oui", "sí", "si", "ja", "member"];
    const NO: [&str; 11] =
        ["0", "0.0", "no", "n", "false", "non", "nein", "nee", "not a member", "none", "na"];
    let said = cell.to_lowercase();
    if YES.contains(&said.as_str()) || said == network.to_lowercase() {
        return Answer::Yes;
    }
    if NO.contains(&said.as_str()) {
        return Answer::No;
    }
    let date = written_date(cell, DateStyle::default()).filter(|written| written.until.is_none());
    let since = date.and_then(|written| format!("{}/", written.endpoint()).parse().ok());
    since.map_or(Answer::Unclear, Answer::Since)
}
