//! How far a place reaches: its partners by distance and direction, on a map that has it in the middle.

use std::f64::consts::PI;

use comity_answer::{Profile, Snapshot};
use comity_messages::{number, say};
use comity_model::EntityId;

use super::labels::{Label, Named, Sheet, placed};
use super::land::{self, Place};
use super::projection::Projection;
use super::view::View;
use crate::address::link;

/// The map of one place's partners.
#[derive(Debug)]
pub(crate) struct Reach {
    pub(crate) title: String,
    pub(crate) caption: String,
    /// In tenths of a unit, filled by the even-odd rule.
    pub(crate) land: String,
    pub(crate) rings: [DistanceRing; 2],
    pub(crate) partners: Vec<Partner>,
    pub(crate) labels: Vec<Label>,
}

/// What lies at so many kilometres.
#[derive(Debug)]
pub(crate) struct DistanceRing {
    pub(crate) r: String,
    pub(crate) km: String,
    /// Where its words stand, below the middle.
    pub(crate) y: String,
}

/// A partner and the straight line to it.
#[derive(Debug)]
pub(crate) struct Partner {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) x: String,
    pub(crate) y: String,
}

/// The sheet and the circle on it.
pub(crate) const SIZE: f64 = 420.0;
pub(crate) const RADIUS: f64 = 206.0;

/// The mean radius of the Earth.
const EARTH_KM: f64 = 6371.0;
/// What the circle takes in and where its rings are, in kilometres: the smallest that has every partner is taken.
const REACHES: [(f64, [f64; 2]); 5] = [
    (1_600.0, [500.0, 1_000.0]),
    (3_200.0, [1_000.0, 2_000.0]),
    (6_500.0, [2_000.0, 4_000.0]),
    (15_500.0, [5_000.0, 10_000.0]),
    (20_015.0, [5_000.0, 10_000.0]),
];
/// With fewer there is nothing to see.
const LEAST: usize = 2;
/// Names that a map has at most; the table has them all.
const NAMES: [usize; 2] = [7, 5];

/// `None` where the place has no point, or fewer than two partners with one.
pub(crate) fn reach(snapshot: &Snapshot, profile: &Profile) -> Option<Reach> {
    let point = profile.point?;
    let middle = Place { lat: point.lat(), lon: point.lon() };
    let projection = Projection::AzimuthalEquidistant { lat: middle.lat, lon: middle.lon };
    let ends: Vec<End> = profile.partners.iter().filter_map(|id| end(snapshot, id)).collect();
    if ends.len() < LEAST {
        return None;
    }
    let km = |place: Place| distance(projection, place);
    let farthest = ends.iter().map(|end| km(end.place)).fold(0.0, f64::max);
    let (reach, rings) =
        REACHES.into_iter().find(|(reach, _)| farthest <= reach * 0.93).unwrap_or(REACHES[4]);
    let scale = RADIUS / reach * EARTH_KM;
    let view = View { projection, scale, middle: (0.0, 0.0), width: SIZE, height: SIZE };
    let around = Named { name: "", at: (SIZE / 2.0, SIZE / 2.0), radius: 5.0 };
    let all: Vec<Named<'_>> = ends.iter().map(|end| end.named(&view)).chain([around]).collect();
    let sheet = Sheet { width: SIZE, height: SIZE, sizes: [15.0, 13.0], most: NAMES };
    let countries: std::collections::BTreeSet<&str> = ends.iter().map(|end| end.country.as_str()).collect();
    Some(Reach {
        title: say!("reach-title", name = profile.entity.name.as_str()),
        caption: say!("reach-caption", n = ends.len(), countries = countries.len()),
        land: land_around(middle, &view, reach),
        rings: rings.map(|km| ring(km, scale)),
        partners: ends.iter().map(|end| end.drawn(&profile.entity.id, &view, km(end.place))).collect(),
        labels: placed(&all, sheet).into_iter().filter(|label| !label.text.is_empty()).collect(),
    })
}

/// The other end of an agreement on record.
struct End {
    id: EntityId,
    name: String,
    country: String,
    place: Place,
}

fn end(snapshot: &Snapshot, id: &EntityId) -> Option<End> {
    let entity = snapshot.entity_by_id(id)?;
    let point = entity.point?;
    Some(End {
        id: id.clone(),
        name: entity.name.to_string(),
        country: entity.country.as_deref().unwrap_or_default().to_owned(),
        place: Place { lat: point.lat(), lon: point.lon() },
    })
}

impl End {
    fn named(&self, view: &View) -> Named<'_> {
        Named { name: &self.name, at: view.point(self.place.lat, self.place.lon), radius: 2.5 }
    }

    fn drawn(&self, from: &EntityId, view: &View, km: f64) -> Partner {
        let (x, y) = view.point(self.place.lat, self.place.lon);
        let step = if km < 1_000.0 { 10.0 } else { 100.0 };
        let km = number(&((km / step).round() * step));
        Partner {
            href: link("/ask/between", &[("a", from.as_str()), ("b", self.id.as_str())]),
            title: say!("reach-partner", name = self.name.as_str(), km = km),
            x: format!("{x:.1}"),
            y: format!("{y:.1}"),
        }
    }
}

fn distance(projection: Projection, place: Place) -> f64 {
    let (x, y) = projection.point(place.lat, place.lon);
    x.hypot(y) * EARTH_KM
}

fn ring(km: f64, scale: f64) -> DistanceRing {
    let r = km / EARTH_KM * scale;
    let y = SIZE / 2.0 + r - 4.0;
    DistanceRing { r: format!("{r:.1}"), km: number(&km), y: format!("{y:.1}") }
}

/// What lies beyond the circle is drawn onto it; a ring around the antipode is land from there inwards.
fn land_around(middle: Place, view: &View, reach: f64) -> String {
    let edge = reach / EARTH_KM;
    let lon = if middle.lon > 0.0 { middle.lon - 180.0 } else { middle.lon + 180.0 };
    let antipode = Place { lat: -middle.lat, lon };
    let mut out = String::new();
    for ring in land::around(middle, reach) {
        let points: Vec<(f64, f64)> =
            ring.iter().map(|place| view.projection.point(place.lat, place.lon)).collect();
        let is_around = edge < PI && land::holds(ring, antipode);
        if !is_around && points.iter().all(|(x, y)| x.hypot(*y) >= edge) {
            continue;
        }
        if is_around {
            out.push_str(&whole_circle());
        }
        let on_sheet = |(x, y): &(f64, f64)| onto(view, (*x, *y), edge);
        land::closed(&mut out, points.iter().map(on_sheet).collect());
    }
    out
}

/// A point of the plane on the sheet, no farther from the middle than the edge.
fn onto(view: &View, (x, y): (f64, f64), edge: f64) -> (f64, f64) {
    let far = x.hypot(y);
    let shrink = if far > edge { edge / far } else { 1.0 };
    (SIZE / 2.0 + x * shrink * view.scale, SIZE / 2.0 - y * shrink * view.scale)
}

fn whole_circle() -> String {
    let (left, r) = ((SIZE / 2.0 - RADIUS) * 10.0, RADIUS * 10.0);
    let middle = SIZE * 5.0;
    format!("M{left:.0} {middle:.0}a{r:.0} {r:.0} 0 1 0 {0:.0} 0a{r:.0} {r:.0} 0 1 0 -{0:.0} 0z", r * 2.0)
}
