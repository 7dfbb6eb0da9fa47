//! APA style, seventh edition, as plain text.

use comity_answer::wording;
use comity_model::FuzzyDate;

use super::{Reference, month, one_line, parts};

pub(super) fn written(reference: &Reference) -> String {
    let Reference { author, title, publisher, version, medium, .. } = reference;
    let who = if author.is_empty() { publisher } else { author };
    let when = format!("({}).", reference.issued.as_ref().map_or_else(|| "n.d.".to_owned(), dated));
    let mut what = one_line(title);
    if !version.is_empty() {
        what = format!("{what} ({})", one_line(version));
    }
    if !medium.is_empty() {
        what = format!("{what} [{}]", one_line(medium));
    }
    let what = stopped(&what);
    // Where nobody is named, the title stands first.
    let opening =
        if who.is_empty() { [what, when] } else { [stopped(&one_line(who)), format!("{when} {what}")] };
    let publisher = if publisher == who { String::new() } else { stopped(&one_line(publisher)) };
    let parts = opening.into_iter().chain([publisher, place(reference)]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The address; with the day on which it was read where what it leads to may change.
fn place(reference: &Reference) -> String {
    let url = reference.plain_url();
    match &reference.accessed {
        Some(day) if !url.is_empty() => format!("Retrieved {}, from {url}", read_on(day)),
        _ => url,
    }
}

/// "2026, November 30"; in words where it is vague.
fn dated(date: &FuzzyDate) -> String {
    match parts(date)[..] {
        [year] => year.to_string(),
        [year, of] => format!("{year}, {}", month(of)),
        [year, of, day] => format!("{year}, {} {day}", month(of)),
        _ => wording::date(date),
    }
}

/// "November 30, 2026".
fn read_on(date: &FuzzyDate) -> String {
    match parts(date)[..] {
        [year, of, day] => format!("{} {day}, {year}", month(of)),
        _ => wording::date(date),
    }
}

fn stopped(text: &str) -> String {
    if text.is_empty() || text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}
