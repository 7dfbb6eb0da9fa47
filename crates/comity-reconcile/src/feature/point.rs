//! How far the candidate lies from the point the source gives.

use comity_gazetteer::PlaceRef;
use comity_model::Point;

use crate::feature::Feature;

/// 1 up to 10 km, falling with the logarithm of the distance to -1 from 300 km on; 0 where a point is missing.
pub(crate) fn point(stated: Option<Point>, place: &PlaceRef<'_>) -> Feature {
    let Some((stated, actual)) = stated.zip(place.point()) else { return Feature::silent("point") };
    let km = stated.km_to(actual);
    Feature::new("point", nearness(km), format!("{km:.0} km from the stated point"))
}

#[expect(clippy::cast_possible_truncation, reason = "a score between -1 and 1")]
fn nearness(km: f64) -> f32 {
    let (near, far): (f64, f64) = (10.0, 300.0);
    let share = (km.clamp(near, far).ln() - near.ln()) / (far.ln() - near.ln());
    (1.0 - 2.0 * share) as f32
}

#[cfg(test)]
mod tests {
    use super::nearness;

    #[test]
    fn ten_kilometres_confirm_and_three_hundred_refute() {
        assert!((nearness(3.0) - 1.0).abs() < 1e-6);
        assert!((nearness(500.0) + 1.0).abs() < 1e-6);
        assert!(nearness(40.0) > 0.1 && nearness(80.0) < 0.0);
    }
}
