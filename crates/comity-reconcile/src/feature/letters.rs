//! How many letters of the name had to be changed.

use crate::candidates::Found;
use crate::feature::Feature;

/// 0 for none; else -0.2 and the share of letters changed, twice: -0.45 for one letter in eight. At least -1.
#[expect(clippy::cast_precision_loss, reason = "names have few letters")]
pub(crate) fn letters(found: &Found<'_, '_>) -> Feature {
    let share = found.edits as f32 / found.key.chars().count().max(1) as f32;
    match found.edits {
        0 => Feature::silent("letters"),
        1 => Feature::new("letters", (-0.2 - 2.0 * share).max(-1.0), "one letter is different"),
        n => Feature::new("letters", (-0.2 - 2.0 * share).max(-1.0), format!("{n} letters are different")),
    }
}
