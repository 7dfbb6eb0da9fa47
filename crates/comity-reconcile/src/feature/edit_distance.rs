//! How many letters of the name had to be changed, and whether a hurried hand changes letters so.

use crate::feature::Feature;
use crate::named_place::NamedPlace;

/// 0 for none; else from about 0 (two letters swapped in a long name) downwards.
///
/// -0.2, and twice the share of letters changed; -0.5 more where the first letter is among them, which slips of the
/// pen rarely are; and more or less by the shape of the change. Half of it in other
/// scripts than the Latin, which few places have names in and many ways lead to.
#[expect(clippy::cast_precision_loss, reason = "names have few letters")]
pub(crate) fn edit_distance(found: &NamedPlace<'_, '_>) -> Feature {
    let written = found.reading.name.as_str();
    let why = match found.edits {
        0 => return Feature::silent("letters"),
        1 => "one letter is different".to_owned(),
        n => format!("{n} letters are different"),
    };
    if without_gaps(written).eq(without_gaps(found.key)) {
        return Feature::new("letters", -0.01, "its words are parted differently");
    }
    let share = found.edits as f32 / found.key.chars().count().max(1) as f32;
    let first = if written.chars().next() == found.key.chars().next() { 0.0 } else { 0.5 };
    let score = shape(written, found.key) - 0.2 - 2.0 * share - first;
    let of_script = if written.is_ascii() { 1.0 } else { 0.5 };
    Feature::new("letters", (score * of_script).min(-0.02), why)
}

fn without_gaps(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| *c != ' ')
}

/// Swapped and dropped letters are slips, added ones rather another name: `Ichiba` is not Chiba.
///
/// Log-odds of slips against names of villages left out of the gazetteer, as the fit counts them, in units of the
/// feature's weight.
fn shape(written: &str, held: &str) -> f32 {
    let (written, held) = (sorted_letters(written), sorted_letters(held));
    if written == held {
        return 0.33;
    }
    match (written.len(), held.len()) {
        (written, held) if written + 2 <= held => 0.22,
        (written, held) if written < held => 0.15,
        (written, held) if written == held => -0.1,
        (written, held) if written == held + 1 => -0.19,
        _ => -0.3,
    }
}

fn sorted_letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}
