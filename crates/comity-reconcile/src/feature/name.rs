//! How well the written name fits one of the candidate's names.

use comity_gazetteer::{NameKind, PlaceRef};

use crate::feature::Feature;
use crate::named_place::NamedPlace;

/// 1 for the very heading; less for other names, for readings that needed work.
pub(crate) fn name(found: &NamedPlace<'_, '_>) -> Feature {
    let short = found.kind == NameKind::Other && is_short_for(found.key, &found.place);
    let is_heading = short && goes_on_with(found.key, &found.place, b',');
    let (of_kind, said) = match found.kind {
        NameKind::Main if has_other_accents(found) => (0.95, "its name but for the accents"),
        NameKind::Main => (1.0, "its name"),
        NameKind::Other if is_heading => (0.96, "its name before what it lies in"),
        NameKind::Other if short => (0.95, "short for it"),
        NameKind::Other => (0.93, "another name of it"),
        NameKind::Colloquial => (0.9, "a nickname of it"),
        NameKind::Former => (0.88, "a former name of it"),
        _ => (0.9, "its name in Latin letters"),
    };
    let of_kind = if found.edits > 0 && found.kind != NameKind::Main { of_kind - 0.05 } else { of_kind };
    let mut why = format!("`{}` is {said}", found.key);
    if found.edits > 0 {
        why = format!("like `{}`, {said}", found.key);
    }
    if !found.reading.how.is_empty() {
        why = format!("{} ({why})", found.reading.how);
    }
    Feature::new("name", of_kind * found.reading.trust, why)
}

/// The source writes accents, and all its names have others or none.
fn has_other_accents(found: &NamedPlace<'_, '_>) -> bool {
    let written = |accented: &String| found.place.names().any(|name| one_comma(name.text) == *accented);
    found.edits == 0 && found.reading.accented.as_ref().is_some_and(|accented| !written(&one_comma(accented)))
}

/// Romanian commas below are often written as cedillas.
fn one_comma(text: &str) -> String {
    text.to_lowercase().replace('ţ', "ț").replace('ş', "ș")
}

/// `misato` of `Misato, Saitama`.
fn goes_on_with(key: &str, place: &PlaceRef<'_>, sign: u8) -> bool {
    place.ascii_name().as_bytes().get(key.len()) == Some(&sign)
}

/// `roxas` for Roxas City: the heading goes on after it.
fn is_short_for(key: &str, place: &PlaceRef<'_>) -> bool {
    let heading = place.ascii_name().as_bytes();
    let begins = heading.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key.as_bytes()));
    begins && heading.get(key.len()).is_some_and(|next| !next.is_ascii_alphanumeric())
}
