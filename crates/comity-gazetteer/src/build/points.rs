//! Points for divisions and countries that have none: their seat's, or their members' weighted by population.

use std::collections::HashMap;

use crate::build::Build;
use crate::build::draft::{Draft, Standing};
use comity_names::fold;

#[derive(Default)]
struct Members {
    weight: f64,
    lat: f64,
    /// Longitudes as unit vectors, so that a country on both sides of 180° has its middle there.
    east: f64,
    north: f64,
    inhabitants: u64,
    seat: Option<(i32, i32)>,
}

impl Members {
    fn add(&mut self, place: &Draft, point: (i32, i32)) {
        let weight = f64::from(place.population.max(1));
        let lon = (f64::from(point.1) / 1e6).to_radians();
        self.weight += weight;
        self.lat += weight * f64::from(point.0);
        self.east += weight * lon.cos();
        self.north += weight * lon.sin();
        if !place.is_part_of_city() {
            self.inhabitants += u64::from(place.population);
        }
    }

    fn point(&self) -> Option<(i32, i32)> {
        if self.weight == 0.0 {
            return None;
        }
        let lon = self.north.atan2(self.east).to_degrees() * 1e6;
        #[expect(clippy::cast_possible_truncation, reason = "millionths of a degree fit an i32")]
        self.seat.or(Some(((self.lat / self.weight).round() as i32, lon.round() as i32)))
    }
}

/// Fills what is missing and marks it computed; a division's population too, as the sum of its members'.
pub(super) fn complete(build: &mut Build) {
    let members = members(build);
    for (id, members) in members {
        let Some(draft) = build.drafts.get_mut(&id) else { continue };
        if draft.point.is_none() {
            draft.point = members.point();
            draft.computed_point = draft.point.is_some();
        }
        if draft.population == 0 {
            draft.population = u32::try_from(members.inhabitants).unwrap_or(u32::MAX);
        }
    }
}

/// In the order of ids, so that sums of fractions come out the same every time.
fn members(build: &Build) -> Vec<(u32, Members)> {
    let mut places: Vec<&Draft> =
        build.drafts.values().filter(|draft| draft.standing == Standing::Populated).collect();
    places.sort_unstable_by_key(|place| place.geonames);
    let mut members: HashMap<u32, Members> = HashMap::new();
    for place in places {
        let Some(point) = place.point else { continue };
        let country = build.countries.get(&place.country).and_then(|(_, id)| *id);
        let first = build.division(place.admin1.as_ref());
        let second = build.division(place.admin2.as_ref());
        for container in [country, first, second].into_iter().flatten() {
            let members = members.entry(container).or_default();
            members.add(place, point);
            if is_seat(build, container, place) {
                members.seat = Some(point);
            }
        }
    }
    let mut members: Vec<_> = members.into_iter().collect();
    members.sort_unstable_by_key(|(id, _)| *id);
    members
}

fn is_seat(build: &Build, container: u32, place: &Draft) -> bool {
    match build.drafts.get(&container) {
        Some(draft) if draft.standing == Standing::Country => {
            place.feature == "PPLC"
                || (place.feature.is_empty()
                    && !draft.title.is_empty()
                    && fold(&draft.title) == fold(&place.name))
        }
        Some(draft) if draft.standing == Standing::First => place.feature == "PPLA",
        Some(_) => place.feature == "PPLA2",
        None => false,
    }
}
