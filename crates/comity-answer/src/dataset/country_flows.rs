//! How many ties the places of one country have with those of another, and where those places lie.

use std::collections::BTreeMap;

use comity_model::{EntityId, Level};
use comity_snapshot::Snapshot;
use schemars::JsonSchema;
use serde::Serialize;

use super::map::{Map, MapPlace, MapTie};

/// Ties across borders, by pairs of countries.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct CountryFlows {
    /// Ties between places of two countries.
    pub across: u64,
    /// Pairs of countries that have any.
    pub pairs: usize,
    /// Those that `flows` point into.
    pub countries: Vec<CountryAbroad>,
    /// The most ties first.
    pub flows: Vec<CountryFlow>,
}

/// A country whose places have ties abroad.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CountryAbroad {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// As it is on file; its code where it is not.
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EntityId>,
    /// The middle of its tied places, those with many ties counting more: degrees north and east (WGS 84).
    pub lat: f64,
    pub lon: f64,
    /// Its ties abroad.
    pub ties: u64,
}

/// `n` ties between places of two countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountryFlow {
    pub a: usize,
    pub b: usize,
    pub n: u64,
}

/// The ties of a map by pairs of countries; those within one country, and of places without one, are left out.
///
/// Cost: one pass over the map's ties, and one over the entities for the names of countries.
pub fn country_flows(snapshot: &Snapshot, map: &Map) -> CountryFlows {
    let mut pairs: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut middles: BTreeMap<&str, Middle> = BTreeMap::new();
    for tie in map.ties.iter().filter(|tie| is_across(map, tie)) {
        for place in [&map.places[tie.a], &map.places[tie.b]] {
            middles.entry(&place.country).or_default().add(place, tie.n);
        }
        let (a, b) = (map.places[tie.a].country.as_str(), map.places[tie.b].country.as_str());
        *pairs.entry((a.min(b), a.max(b))).or_default() += u64::from(tie.n);
    }
    let index: BTreeMap<&str, usize> = middles.keys().copied().zip(0..).collect();
    let flow = |((a, b), n): (&(&str, &str), &u64)| CountryFlow { a: index[a], b: index[b], n: *n };
    let mut flows: Vec<CountryFlow> = pairs.iter().map(flow).collect();
    flows.sort_by_key(|flow| (std::cmp::Reverse(flow.n), flow.a, flow.b));
    let nations = nations(snapshot);
    CountryFlows {
        across: pairs.values().sum(),
        pairs: pairs.len(),
        countries: middles.iter().map(|(code, middle)| middle.country(code, &nations)).collect(),
        flows,
    }
}

impl CountryFlows {
    /// The `most` largest among those that belong together, and as many of the rest; the totals stay those of all.
    #[must_use]
    pub fn largest(&self, most: usize, together: impl Fn(&CountryAbroad, &CountryAbroad) -> bool) -> Self {
        let is_in = |flow: &&CountryFlow| together(&self.countries[flow.a], &self.countries[flow.b]);
        let (mut kept, mut rest): (Vec<&CountryFlow>, Vec<_>) = self.flows.iter().partition(is_in);
        kept.truncate(most);
        rest.truncate(most);
        kept.extend(rest);
        kept.sort_by_key(|flow| (std::cmp::Reverse(flow.n), flow.a, flow.b));
        let mut index: BTreeMap<usize, usize> = BTreeMap::new();
        index.extend(kept.iter().flat_map(|flow| [(flow.a, 0), (flow.b, 0)]));
        index.values_mut().zip(0..).for_each(|(place, at)| *place = at);
        Self {
            countries: index.keys().map(|country| self.countries[*country].clone()).collect(),
            flows: kept
                .iter()
                .map(|flow| CountryFlow { a: index[&flow.a], b: index[&flow.b], ..**flow })
                .collect(),
            ..*self
        }
    }
}

fn is_across(map: &Map, tie: &MapTie) -> bool {
    let (a, b) = (&map.places[tie.a].country, &map.places[tie.b].country);
    a != b && !a.is_empty() && !b.is_empty()
}

/// Names and ids of countries by their code.
fn nations(snapshot: &Snapshot) -> BTreeMap<&str, (&str, &EntityId)> {
    let nations = snapshot.entities().iter().filter(|entity| entity.is(Level::Nation));
    let mut named = BTreeMap::new();
    for one in nations {
        // Of several for one code the first is taken.
        if let Some(code) = one.country.as_deref() {
            named.entry(code).or_insert((one.name.as_str(), &one.id));
        }
    }
    named
}

/// The sum of the directions from the centre of the Earth, each as long as its place has ties: so that what lies on both
/// sides of the date line has its middle there.
#[derive(Default)]
struct Middle {
    x: f64,
    y: f64,
    z: f64,
    ties: u64,
}

impl Middle {
    fn add(&mut self, place: &MapPlace, n: u32) {
        let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
        self.x += f64::from(n) * lat.cos() * lon.cos();
        self.y += f64::from(n) * lat.cos() * lon.sin();
        self.z += f64::from(n) * lat.sin();
        self.ties += u64::from(n);
    }

    fn country(&self, code: &str, nations: &BTreeMap<&str, (&str, &EntityId)>) -> CountryAbroad {
        let on_file = nations.get(code);
        let hundredths = |degrees: f64| (degrees * 100.0).round() / 100.0;
        CountryAbroad {
            code: code.to_owned(),
            name: on_file.map_or(code, |(name, _)| name).to_owned(),
            id: on_file.map(|(_, id)| (*id).clone()),
            lat: hundredths(self.z.atan2(self.x.hypot(self.y)).to_degrees()),
            lon: hundredths(self.y.atan2(self.x).to_degrees()),
            ties: self.ties,
        }
    }
}

#[cfg(test)]
mod tests {
    use comity_model::Holdings;

    use super::*;
    use comity_snapshot::Layer;

    fn place(country: &str, lat: f64, lon: f64) -> MapPlace {
        let id = "gn1".parse().unwrap();
        let (country, name) = (country.to_owned(), String::new());
        MapPlace { id, name, country, lat, lon, drawn_at: None, ties: 1 }
    }

    fn map(places: Vec<MapPlace>, ties: &[(usize, usize, u32)]) -> Map {
        let tie = |&(a, b, n): &(usize, usize, u32)| MapTie {
            a,
            b,
            layer: Layer::Agreements,
            basis: "observed",
            n,
        };
        let ties = ties.iter().map(tie).collect();
        Map { at: String::new(), known: String::new(), note: String::new(), places, ties }
    }

    #[test]
    fn ties_are_counted_by_pairs_of_countries_and_the_middle_is_on_the_globe() {
        let places = vec![
            place("FJ", -18.0, 178.0),
            place("FJ", -18.0, -178.0),
            place("FR", 48.0, 2.0),
            place("", 0.0, 0.0),
        ];
        let map = map(places, &[(0, 2, 3), (1, 2, 3), (0, 1, 9), (2, 3, 5)]);
        let flows = country_flows(&Snapshot::new(Holdings::default()), &map);
        assert_eq!((flows.across, flows.pairs), (6, 1));
        assert_eq!(flows.flows, [CountryFlow { a: 0, b: 1, n: 6 }]);
        let fiji = &flows.countries[0];
        assert_eq!((fiji.name.as_str(), fiji.ties), ("FJ", 6));
        assert!((fiji.lon.abs() - 180.0).abs() < 1e-6, "{fiji:?}");
    }

    #[test]
    fn of_each_group_the_largest_are_kept() {
        let places = ["AT", "BE", "CL", "PE"].map(|code| place(code, 10.0, 10.0)).to_vec();
        let map = map(places, &[(0, 1, 2), (0, 2, 9), (2, 3, 8), (1, 3, 1)]);
        let all = country_flows(&Snapshot::new(Holdings::default()), &map);
        let together =
            |one: &CountryAbroad, other: &CountryAbroad| one.code < other.code && other.code.as_str() < "C";
        let largest = all.largest(1, together);
        let named = |flow: &CountryFlow| (largest.countries[flow.a].code.clone(), flow.n);
        assert_eq!(
            largest.flows.iter().map(named).collect::<Vec<_>>(),
            [("AT".to_owned(), 9), ("AT".to_owned(), 2)]
        );
        assert_eq!((largest.across, largest.countries.len()), (20, 3));
    }
}
