//! How well the written name fits one of the candidate's names.

use comity_gazetteer::NameKind;

use crate::candidates::Found;
use crate::feature::Feature;

/// 1 for the very heading; less for other names, for readings that needed work, and for every edit in a short name.
pub(crate) fn name(found: &Found<'_, '_>) -> Feature {
    let (of_kind, said) = match found.kind {
        NameKind::Main => (1.0, "its name"),
        NameKind::Other => (0.97, "another name of it"),
        NameKind::Colloquial => (0.9, "a nickname of it"),
        NameKind::Former => (0.88, "a former name of it"),
        _ => (0.9, "its name in Latin letters"),
    };
    let spelling = spelling(found.edits, found.key.chars().count());
    let mut why = format!("`{}` is {said}", found.key);
    if found.edits > 0 {
        why = format!(
            "{} {} from `{}`, {said}",
            found.edits,
            if found.edits == 1 { "letter" } else { "letters" },
            found.key
        );
    }
    if !found.reading.how.is_empty() {
        why = format!("{} ({why})", found.reading.how);
    }
    Feature::new("name", of_kind * found.reading.trust * spelling, why)
}

/// The share of letters that stand.
#[expect(clippy::cast_precision_loss, reason = "names have few letters")]
fn spelling(edits: usize, letters: usize) -> f32 {
    1.0 - (edits as f32 / letters.max(1) as f32).min(1.0)
}
