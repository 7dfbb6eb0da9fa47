//! A small map without scripts: the land as one path, and a dot.

use comity_model::Point;

use crate::host::Host;

/// Where a point lies on a map of 360 by 180 units, its corner at 90° N, 180° W.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutlineDot {
    /// From 0 to 360.
    pub x: f64,
    /// From 0 to 180.
    pub y: f64,
}

impl From<Point> for OutlineDot {
    fn from(point: Point) -> Self {
        Self { x: point.lon() + 180.0, y: 90.0 - point.lat() }
    }
}

/// The land as an SVG path in the same units, and nothing else; empty where the host has none.
pub(crate) fn land(host: &impl Host) -> String {
    let land = host.land();
    let is_path = |c: char| c.is_ascii_digit() || matches!(c, 'M' | 'l' | 'z' | ',' | ' ' | '-');
    if land.chars().all(is_path) { land } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_is_in_the_north_west() {
        let dot = |text: &str| OutlineDot::from(text.parse::<Point>().unwrap());
        assert_eq!(dot("90,-180"), OutlineDot { x: 0.0, y: 0.0 });
        assert_eq!(dot("0,0"), OutlineDot { x: 180.0, y: 90.0 });
    }
}
