//! How many people live in the candidate: a prior, and evidence where the source states a number.

use comity_gazetteer::PlaceRef;
use comity_model::Level;

use crate::feature::Feature;

/// Without a stated number the share of seven orders of magnitude (ten million people score 1); with one, 1 for
/// the same number and -1 for one ten times larger or smaller.
pub(crate) fn population(stated: Option<u64>, place: &PlaceRef<'_>) -> Feature {
    let actual = place.population();
    match stated.filter(|stated| *stated > 0 && actual > 0) {
        Some(stated) => Feature::new(
            "population",
            agreement(stated, actual),
            format!("{actual} inhabitants, {stated} stated"),
        ),
        None if actual == 0 => Feature::new("population", unknown(place), ""),
        None => Feature::new("population", magnitude(actual), format!("{actual} inhabitants")),
    }
}

/// As if a division had 3,000 inhabitants, any other place 300: places without a number are rarely large.
fn unknown(place: &PlaceRef<'_>) -> f32 {
    let division = place.is(Level::County) || place.is(Level::State);
    magnitude(if division { 3_000 } else { 300 })
}

#[expect(clippy::cast_possible_truncation, reason = "a score between 0 and 1")]
fn magnitude(inhabitants: u32) -> f32 {
    (f64::from(inhabitants.max(1)).log10() / 7.0).min(1.0) as f32
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a score between -1 and 1")]
fn agreement(stated: u64, actual: u32) -> f32 {
    let orders = (stated as f64 / f64::from(actual)).log10().abs();
    (1.0 - 2.0 * orders.min(1.0)) as f32
}
