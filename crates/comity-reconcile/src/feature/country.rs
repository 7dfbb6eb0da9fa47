//! Whether the candidate lies in the country the source states.

use comity_gazetteer::{Iso2, PlaceRef};

use crate::feature::Feature;
use crate::territory::covers;

/// 1 in the stated country, 0.8 in a territory filed under it, -1 elsewhere; 0 when no country is stated.
pub(crate) fn country(stated: Option<Iso2>, place: &PlaceRef<'_>) -> Feature {
    let actual = place.country();
    match stated {
        None => Feature::silent("country"),
        Some(stated) if stated == actual => Feature::new("country", 1.0, format!("in {actual}, as stated")),
        Some(stated) if covers(stated, actual) => {
            Feature::new("country", 0.8, format!("in {actual}, which lists file under {stated}"))
        }
        Some(stated) => Feature::new("country", -1.0, format!("in {actual}, not in {stated} as stated")),
    }
}
