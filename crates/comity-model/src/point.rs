//! A point on the earth, exact in files and ledgers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::shortened::excerpt;

/// Latitude and longitude in millionths of a degree (WGS 84): no floats, so that equal points have equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "SmolStr", into = "SmolStr")]
#[schemars(extend("pattern" = r"^-?[0-9]+(\.[0-9]+)?,-?[0-9]+(\.[0-9]+)?$"))]
pub struct Point {
    lat: i32,
    lon: i32,
}

/// A text that is not `latitude,longitude` in degrees.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a point: expected latitude,longitude in degrees, such as 43.15,-77.61", excerpt(text))]
pub struct BadPoint {
    pub text: String,
}

const MILLION: f64 = 1_000_000.0;

impl Point {
    /// `None` outside ±90, ±180 degrees.
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "180 million fits an i32")]
        let millionths = |degrees: f64| (degrees * MILLION).round() as i32;
        Some(Self { lat: millionths(lat), lon: millionths(lon) })
    }

    /// Degrees north.
    pub fn lat(self) -> f64 {
        f64::from(self.lat) / MILLION
    }

    /// Degrees east.
    pub fn lon(self) -> f64 {
        f64::from(self.lon) / MILLION
    }

    /// Great-circle distance in kilometres on a sphere of radius 6371.0088 km (haversine).
    pub fn km_to(self, other: Self) -> f64 {
        const RADIUS_KM: f64 = 6371.0088;
        let (lat1, lat2) = (self.lat().to_radians(), other.lat().to_radians());
        let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
        let (lon1, lon2) = (self.lon().to_radians(), other.lon().to_radians());
        let h = half(lat1, lat2) + lat1.cos() * lat2.cos() * half(lon1, lon2);
        2.0 * RADIUS_KM * h.sqrt().min(1.0).asin()
    }
}

impl std::str::FromStr for Point {
    type Err = BadPoint;

    fn from_str(text: &str) -> Result<Self, BadPoint> {
        in_degrees(text).ok_or_else(|| BadPoint { text: text.to_owned() })
    }
}

/// `48.85,2.35`.
fn in_degrees(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once(',')?;
    Point::from_degrees(lat.trim().parse().ok()?, lon.trim().parse().ok()?)
}

impl TryFrom<SmolStr> for Point {
    type Error = BadPoint;
    fn try_from(text: SmolStr) -> Result<Self, BadPoint> {
        text.parse()
    }
}

impl From<Point> for SmolStr {
    fn from(point: Point) -> SmolStr {
        SmolStr::new(point.to_string())
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{},{}", self.lat(), self.lon())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paris_to_london() {
        let paris: Point = "48.85341,2.3488".parse().unwrap();
        let london: Point = "51.50853,-0.12574".parse().unwrap();
        assert!((paris.km_to(london) - 343.5).abs() < 1.0, "{}", paris.km_to(london));
        assert_eq!(paris.to_string(), "48.85341,2.3488");
    }

    #[test]
    fn points_off_the_earth_are_refused() {
        assert!("120,10".parse::<Point>().is_err());
        assert!("somewhere".parse::<Point>().is_err());
    }
}
