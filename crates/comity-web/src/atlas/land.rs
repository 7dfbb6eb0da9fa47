//! The land of Natural Earth as one path: what does not show at its size is left out.

use std::fmt::Write;
use std::sync::LazyLock;

use super::view::View;
use crate::assets;

/// Countries, each a ring of points in degrees.
pub(super) static WORLD: LazyLock<Vec<Ring>> = LazyLock::new(|| read("world.txt"));
/// Those in and around Europe, in more detail.
pub(super) static EUROPE: LazyLock<Vec<Ring>> = LazyLock::new(|| read("europe.txt"));

pub(super) type Ring = Vec<Place>;

/// Degrees north and east.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) lat: f64,
    pub(super) lon: f64,
}

/// Nothing where the files of the web were not built.
fn read(file: &str) -> Vec<Ring> {
    assets::text(file).unwrap_or_default().lines().map(ring).collect()
}

fn ring(line: &str) -> Ring {
    line.split(' ').filter_map(place).collect()
}

fn place(point: &str) -> Option<Place> {
    let (lon, lat) = point.split_once(',')?;
    Some(Place { lat: lat.parse().ok()?, lon: lon.parse().ok()? })
}

/// In more detail so many kilometres from a place in Europe at most.
const DETAILED_KM: f64 = 3_200.0;

/// The land for a map that reaches so many kilometres from its middle.
pub(super) fn around(middle: Place, km: f64) -> &'static [Ring] {
    let is_near =
        km <= DETAILED_KM && (36.0..70.0).contains(&middle.lat) && (-12.0..40.0).contains(&middle.lon);
    if is_near { &EUROPE } else { &WORLD }
}

/// What is nearer to the last point, in units of the sheet, is left out.
const STEP: f64 = 1.9;

/// In tenths of a unit, each point as a step from the last: half as long as decimals. Rings without area vanish.
pub(super) fn path(rings: &[Ring], view: &View) -> String {
    let mut out = String::new();
    for ring in rings {
        let points: Vec<(f64, f64)> = ring.iter().map(|place| view.point(place.lat, place.lon)).collect();
        if points.iter().any(|point| view.is_near(*point)) {
            closed(&mut out, points);
        }
    }
    out
}

/// Adds a ring of points on the sheet.
pub(super) fn closed(out: &mut String, points: Vec<(f64, f64)>) {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for point in points {
        let is_far = |last: &(f64, f64)| (point.0 - last.0).hypot(point.1 - last.1) >= STEP;
        if kept.last().is_none_or(is_far) {
            kept.push(point);
        }
    }
    if kept.len() < 3 {
        return;
    }
    let mut last = tenths(kept[0]);
    write!(out, "M{} {}l", last.0, last.1).expect("a string takes everything");
    for point in &kept[1..] {
        let at = tenths(*point);
        let (x, y) = (at.0 - last.0, at.1 - last.1);
        let gap = if y < 0 { "" } else { " " };
        let lead = if x < 0 || out.ends_with('l') { "" } else { " " };
        write!(out, "{lead}{x}{gap}{y}").expect("a string takes everything");
        last = at;
    }
    out.push('z');
}

/// Whether a place lies in a ring, by how many of its sides lie east of it.
pub(super) fn holds(ring: &Ring, place: Place) -> bool {
    let next = ring.iter().cycle().skip(1);
    let sides = ring.iter().zip(next).filter(|(one, other)| (one.lat > place.lat) != (other.lat > place.lat));
    sides.filter(|(one, other)| crossing(one, other, place.lat) > place.lon).count() % 2 == 1
}

/// The longitude at which a side has a latitude.
fn crossing(one: &Place, other: &Place, lat: f64) -> f64 {
    one.lon + (lat - one.lat) / (other.lat - one.lat) * (other.lon - one.lon)
}

#[expect(clippy::cast_possible_truncation, reason = "a sheet has a thousand units")]
fn tenths((x, y): (f64, f64)) -> (i32, i32) {
    ((x * 10.0).round() as i32, (y * 10.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::super::projection::Projection;
    use super::*;

    #[test]
    fn a_ring_is_a_path_of_steps_and_a_small_one_is_nothing() {
        let projection = Projection::EqualEarth;
        let view = View { projection, scale: 100.0, middle: (0.0, 0.0), width: 600.0, height: 300.0 };
        let rings = [ring("0,0 90,0 90,30 x"), ring("1,1 1.1,1 1.1,1.1")];
        assert_eq!(path(&rings, &view), "M3000 1500l1353 0-87-593z");
    }

    #[test]
    fn a_place_lies_in_a_ring_or_beside_it() {
        let square = ring("0,0 10,0 10,10 0,10");
        assert!(holds(&square, Place { lat: 5.0, lon: 5.0 }));
        assert!(!holds(&square, Place { lat: 5.0, lon: 15.0 }));
        assert!(!holds(&square, Place { lat: 15.0, lon: 5.0 }));
    }
}
