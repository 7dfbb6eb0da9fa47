//! Where a few places are: a small map that fits around them.

use std::collections::BTreeSet;

use comity_answer::EntityRef;
use comity_messages::{listed, say};

use super::labels::{Label, Named, Sheet, placed};
use super::land::{self, Place, Ring, WORLD};
use super::projection::Projection;
use super::view::View;

/// A small map with a circle at each of some places.
#[derive(Debug)]
pub(crate) struct Locator {
    pub(crate) title: String,
    /// In tenths of a unit.
    pub(crate) land: String,
    pub(crate) dots: Vec<LocatorDot>,
    pub(crate) labels: Vec<Label>,
}

/// One place on it.
#[derive(Debug)]
pub(crate) struct LocatorDot {
    pub(crate) x: String,
    pub(crate) y: String,
}

/// The sheet.
const SIZE: (f64, f64) = (300.0, 200.0);
/// What the sheet takes in above and below its middle, in kilometres. Nearer, one country fills it; farther, a part of
/// the world is all there is to see, and the whole is better.
const NEAREST: f64 = 900.0;
const FARTHEST: f64 = 4_500.0;
/// The mean radius of the Earth.
const EARTH_KM: f64 = 6371.0;
/// The world on the sheet: Equal Earth is 5.41 radians wide.
const WORLD_SCALE: f64 = 54.0;
/// Names that it has at most.
const NAMES: [usize; 2] = [3, 2];

/// Each place once; `None` where none of them has a point. A country has no dot where any place does.
pub(crate) fn locator<'e>(places: impl Iterator<Item = &'e EntityRef>) -> Option<Locator> {
    let mut seen = BTreeSet::new();
    let mut marked: Vec<Marked<'_>> =
        places.filter(|one| seen.insert(&one.id)).filter_map(Marked::of).collect();
    let has_cities = marked.iter().any(|mark| !mark.is_country());
    marked.retain(|mark| !has_cities || !mark.is_country());
    let frame = Frame::around(&marked)?;
    let around: Vec<Named<'_>> = marked.iter().map(|mark| mark.named(&frame.view)).collect();
    let sheet = Sheet { width: SIZE.0, height: SIZE.1, sizes: [15.0, 15.0], most: NAMES };
    let dots = around.iter().map(|one| LocatorDot { x: tenth(one.at.0), y: tenth(one.at.1) });
    Some(Locator {
        title: title(&marked),
        land: land::path(frame.rings, &frame.view),
        dots: dots.collect(),
        labels: placed(&around, sheet),
    })
}

/// "Where Kobe and Lyon lie"; of more than a few, how many more there are.
fn title(marked: &[Marked<'_>]) -> String {
    let names = marked.iter().take(NAMES[0]).map(|mark| mark.one.name.clone());
    let (n, rest) = (marked.len(), marked.len().saturating_sub(NAMES[0]));
    let names = if rest == 0 {
        listed(names)
    } else {
        let few = names.reduce(|first, next| say!("list-more", first = first, next = next));
        say!("named-and-more", named = few.unwrap_or_default(), n = rest)
    };
    say!("locator-title", n = n, names = names)
}

struct Marked<'e> {
    one: &'e EntityRef,
    place: Place,
}

impl<'e> Marked<'e> {
    fn of(one: &'e EntityRef) -> Option<Self> {
        let point = one.point?;
        Some(Self { one, place: Place { lat: point.lat(), lon: point.lon() } })
    }

    /// It lies in nothing.
    fn is_country(&self) -> bool {
        self.one.place.is_empty()
    }

    fn named(&self, view: &View) -> Named<'e> {
        Named { name: &self.one.name, at: view.point(self.place.lat, self.place.lon), radius: 4.0 }
    }
}

/// What is drawn, and of which land.
struct Frame {
    view: View,
    rings: &'static [Ring],
}

impl Frame {
    /// All of them with room to spare, or the world.
    fn around(marked: &[Marked<'_>]) -> Option<Self> {
        let first = marked.first()?.place;
        let projection = Projection::AzimuthalEquidistant { lat: first.lat, lon: first.lon };
        let points: Vec<(f64, f64)> =
            marked.iter().map(|mark| projection.point(mark.place.lat, mark.place.lon)).collect();
        let (left, right) = outermost(points.iter().map(|point| point.0));
        let (bottom, top) = outermost(points.iter().map(|point| point.1));
        let (width, height) = SIZE;
        let reach = ((right - left) / width * height).max(top - bottom) / 2.0 * EARTH_KM * 1.3;
        if reach > FARTHEST {
            let (projection, middle) = (Projection::EqualEarth, (0.0, 0.1));
            let view = View { projection, scale: WORLD_SCALE, middle, width, height };
            return Some(Self { view, rings: &WORLD });
        }
        let reach = reach.max(NEAREST);
        let middle = (f64::midpoint(left, right), f64::midpoint(bottom, top));
        let view = View { projection, scale: height / 2.0 / (reach / EARTH_KM), middle, width, height };
        Some(Self { view, rings: land::around(first, reach) })
    }
}

fn outermost(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

fn tenth(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use comity_model::{EntityKind, Point};

    use super::*;

    fn place(name: &str, within: &str, at: &str) -> EntityRef {
        EntityRef {
            id: name.to_lowercase().parse().unwrap(),
            name: name.to_owned(),
            original: String::new(),
            kind: EntityKind::Polity,
            what: String::new(),
            place: within.to_owned(),
            country: String::new(),
            slug: String::new(),
            point: at.parse::<Point>().ok(),
        }
    }

    #[test]
    fn one_place_stands_in_the_middle_and_far_ones_on_the_world() {
        let hamamatsu = place("Hamamatsu", "Japan", "34.7,137.73");
        let japan = place("Japan", "", "35,138");
        let one = locator([&hamamatsu, &japan].into_iter()).unwrap();
        assert_eq!((one.dots.len(), one.dots[0].x.as_str(), one.dots[0].y.as_str()), (1, "150.0", "100.0"));
        assert_eq!(one.labels[0].text, "Hamamatsu");
        let lima = place("Lima", "Peru", "-12,-77");
        let world = locator([&hamamatsu, &lima].into_iter()).unwrap();
        assert!(world.dots.iter().all(|dot| dot.x.parse::<f64>().is_ok_and(|x| (0.0..300.0).contains(&x))));
        assert!(locator([&place("Nowhere", "", "")].into_iter()).is_none());
    }
}
