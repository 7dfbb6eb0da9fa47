//! Whether a stated point lies in the stated country, and if not, what probably happened to it.

use comity_gazetteer::{Gazetteer, Iso2};
use comity_model::Point;

use crate::territory::covers;

/// What is wrong with a point. Nothing is ever put right silently: the caller reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PointCheck {
    /// It lies in the country.
    Inside,
    /// It would, with the sign of the latitude, the longitude or both turned.
    Sign,
    /// It would, with latitude and longitude exchanged.
    Swap,
    /// It lies elsewhere, and no simple slip explains it.
    Elsewhere,
}

impl PointCheck {
    /// What to tell the reader.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Inside => "the point lies in the stated country",
            Self::Sign => "the point lies outside the stated country; with a sign turned it would lie inside",
            Self::Swap => {
                "the point lies outside the stated country; with latitude and longitude exchanged it would lie inside"
            }
            Self::Elsewhere => "the point lies outside the stated country",
        }
    }
}

/// How far from any town of its country a point may lie, in kilometres.
const REACH_KM: f64 = 60.0;

/// Compares a point with the populated places around it.
///
/// Inside means: the nearest place is in the country (or a territory filed under it), or one is nearly as near.
/// `0,0` is elsewhere. Cost: the places within 60 km, at most six times.
pub fn point_check(gazetteer: &Gazetteer, country: Iso2, point: Point) -> PointCheck {
    let (lat, lon) = (point.lat(), point.lon());
    let lies_here = |point| lies_in(gazetteer, country, point);
    let inside = |lat, lon| Point::from_degrees(lat, lon).is_some_and(lies_here);
    if inside(lat, lon) {
        return PointCheck::Inside;
    }
    if inside(-lat, lon) || inside(lat, -lon) || inside(-lat, -lon) {
        return PointCheck::Sign;
    }
    if inside(lon, lat) || inside(-lon, lat) || inside(lon, -lat) || inside(-lon, -lat) {
        return PointCheck::Swap;
    }
    PointCheck::Elsewhere
}

fn lies_in(gazetteer: &Gazetteer, country: Iso2, point: Point) -> bool {
    let near = gazetteer.near(point, REACH_KM);
    let Some((_, nearest)) = near.first() else { return false };
    // A town by the border may be nearer to a village beyond it.
    let limit = nearest + 15.0;
    near.iter().take_while(|(_, km)| *km <= limit).any(|(place, _)| covers(country, place.country()))
}
