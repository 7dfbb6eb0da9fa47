//! RIS, which nearly every reference manager reads.

use comity_answer::wording;
use comity_model::FuzzyDate;

use super::{Reference, ReferenceKind, one_line, parts};

/// A line is a tag, two blanks, a hyphen, a blank and a value without line ends.
pub(super) fn written(reference: &Reference) -> String {
    let vague = reference.issued.as_ref().filter(|date| parts(date).is_empty());
    let lines = [
        ("TY", kind(reference.kind).to_owned()),
        ("ID", reference.plain_key()),
        ("AU", one_line(&reference.author)),
        ("TI", one_line(&reference.title)),
        ("PY", reference.issued.as_ref().map(year).unwrap_or_default()),
        ("DA", reference.issued.as_ref().map(slashed).unwrap_or_default()),
        ("PB", one_line(&reference.publisher)),
        ("ET", one_line(&reference.version)),
        ("M3", one_line(&reference.medium)),
        ("LA", one_line(&reference.language)),
        ("UR", reference.plain_url()),
        ("Y2", reference.accessed.as_ref().map(slashed).unwrap_or_default()),
        ("N1", one_line(&reference.note)),
        ("N1", vague.map(|date| format!("Date: {}", wording::date(date))).unwrap_or_default()),
    ];
    let lines = lines.iter().filter(|(_, value)| !value.is_empty());
    let mut out = String::new();
    for (tag, value) in lines {
        out.extend([tag, "  - ", value, "\r\n"]);
    }
    out + "ER  - \r\n"
}

const fn kind(kind: ReferenceKind) -> &'static str {
    match kind {
        ReferenceKind::Dataset => "DATA",
        ReferenceKind::Page => "ELEC",
        ReferenceKind::Report => "RPRT",
        ReferenceKind::Newspaper => "NEWS",
        ReferenceKind::Document => "GEN",
    }
}

fn year(date: &FuzzyDate) -> String {
    parts(date).first().map(ToString::to_string).unwrap_or_default()
}

/// `2026/11/30/`, with nothing between the strokes for what is not known.
fn slashed(date: &FuzzyDate) -> String {
    match parts(date)[..] {
        [year] => format!("{year}///"),
        [year, month] => format!("{year}/{month:02}//"),
        [year, month, day] => format!("{year}/{month:02}/{day:02}/"),
        _ => String::new(),
    }
}
