//! A small map without scripts: the land as one path, and a dot.

use comity_model::Point;

use crate::assets;

/// Where a point lies on a map of 360 by 180 units, its corner at 90° N, 180° W.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dot {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl From<Point> for Dot {
    fn from(point: Point) -> Self {
        Self { x: point.lon() + 180.0, y: 90.0 - point.lat() }
    }
}

/// The land as an SVG path in the same units; empty where the scripts and styles were not built.
pub(super) fn land() -> String {
    let land = assets::text("outline.txt").unwrap_or_default();
    let is_path = |c: char| c.is_ascii_digit() || matches!(c, 'M' | 'l' | 'z' | ',' | ' ' | '-');
    if land.chars().all(is_path) { land } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_is_in_the_north_west() {
        let dot = |text: &str| Dot::from(text.parse::<Point>().unwrap());
        assert_eq!(dot("90,-180"), Dot { x: 0.0, y: 0.0 });
        assert_eq!(dot("0,0"), Dot { x: 180.0, y: 90.0 });
    }
}
