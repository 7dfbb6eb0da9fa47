//! How many agreements the places of one country have with those of another, and where those places lie.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, Level, LinkKind, Point};
use comity_snapshot::{EntityIx, Snapshot, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::map::{met_in, spot};
use crate::report::At;

/// Agreements across borders, by pairs of countries.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct CountryFlows {
    /// Agreements between places of two countries, once for each pair that has one.
    pub across: u64,
    /// Pairs of countries that have any.
    pub pairs: usize,
    /// Those that `flows` point into.
    pub countries: Vec<CountryAbroad>,
    /// The most ties first.
    pub flows: Vec<CountryFlow>,
}

/// A country whose places have agreements abroad.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CountryAbroad {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// As it is on file; its code where it is not.
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<EntityId>,
    /// The middle of its tied places, those with many agreements counting more: degrees north and east (WGS 84).
    pub lat: f64,
    pub lon: f64,
    /// Agreements of its places with others abroad.
    pub ties: u64,
}

/// `n` agreements between places of two countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountryFlow {
    pub a: usize,
    pub b: usize,
    pub n: u64,
}

/// The agreements on record on a day by pairs of countries, each once for a pair; those within one country, and of
/// places without one, are left out.
///
/// Cost: one pass over the party links, and one over the entities for the names of countries.
pub fn country_flows(snapshot: &Snapshot, at: &At) -> CountryFlows {
    let agreements = met_in(snapshot, LinkKind::Party, at);
    counted(agreements.values().map(|members| parties(snapshot, members)), &nations(snapshot))
}

fn parties<'s>(snapshot: &'s Snapshot, members: &[(EntityIx, bool)]) -> Vec<Party<'s>> {
    members.iter().map(|(who, _)| Party::new(snapshot, *who)).collect()
}

/// Where a party of an agreement is.
#[derive(Clone, Copy)]
struct Party<'s> {
    country: &'s str,
    point: Option<Point>,
}

impl<'s> Party<'s> {
    fn new(snapshot: &'s Snapshot, who: EntityIx) -> Self {
        let country = snapshot.entity(who).country.as_deref().unwrap_or_default();
        Self { country, point: spot(snapshot, who).map(|(_, point)| point) }
    }
}

fn counted<'s>(
    agreements: impl Iterator<Item = Vec<Party<'s>>>,
    nations: &BTreeMap<&str, (&str, &EntityId)>,
) -> CountryFlows {
    let mut pairs: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut middles: BTreeMap<&str, Middle> = BTreeMap::new();
    for mut parties in agreements {
        parties.retain(|party| !party.country.is_empty());
        let countries: BTreeSet<&str> = parties.iter().map(|party| party.country).collect();
        if countries.len() < 2 {
            continue;
        }
        for (place, a) in countries.iter().enumerate() {
            for b in countries.iter().skip(place + 1) {
                *pairs.entry((a, b)).or_default() += 1;
            }
            middles.entry(a).or_default().ties += 1;
        }
        for party in parties {
            middles.entry(party.country).or_default().add(party.point);
        }
    }
    // Where none of a country's places has a point, nothing can be drawn.
    pairs.retain(|(a, b), _| middles[a].is_somewhere() && middles[b].is_somewhere());
    middles.retain(|_, middle| middle.is_somewhere());
    let index: BTreeMap<&str, usize> = middles.keys().copied().zip(0..).collect();
    let flow = |((a, b), n): (&(&str, &str), &u64)| CountryFlow { a: index[a], b: index[b], n: *n };
    let mut flows: Vec<CountryFlow> = pairs.iter().map(flow).collect();
    flows.sort_by_key(|flow| (std::cmp::Reverse(flow.n), flow.a, flow.b));
    CountryFlows {
        across: pairs.values().sum(),
        pairs: pairs.len(),
        countries: middles.iter().map(|(code, middle)| middle.country(code, nations)).collect(),
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

/// Names and ids of countries by their code.
pub(super) fn nations(snapshot: &Snapshot) -> BTreeMap<&str, (&str, &EntityId)> {
    let nations = snapshot.entities().iter().filter(|entity| entity.is(Level::Nation));
    let mut named = BTreeMap::new();
    for one in nations {
        // Of several for one code the first is taken.
        if let Some(code) = one.country.as_deref() {
            let name = wording::own_language_name(one).unwrap_or(&one.name);
            named.entry(code).or_insert((name, &one.id));
        }
    }
    named
}

/// The sum of the directions from the centre of the Earth, one for each agreement of a place: so that what lies on both
/// sides of the date line has its middle there.
#[derive(Default)]
struct Middle {
    x: f64,
    y: f64,
    z: f64,
    ties: u64,
}

impl Middle {
    fn add(&mut self, point: Option<Point>) {
        let Some(point) = point else { return };
        let (lat, lon) = (point.lat().to_radians(), point.lon().to_radians());
        self.x += lat.cos() * lon.cos();
        self.y += lat.cos() * lon.sin();
        self.z += lat.sin();
    }

    fn is_somewhere(&self) -> bool {
        self.x.hypot(self.y).hypot(self.z) > 0.0
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
    use super::*;

    fn party(country: &'static str, lat: f64, lon: f64) -> Party<'static> {
        Party { country, point: format!("{lat},{lon}").parse().ok() }
    }

    #[test]
    fn an_agreement_counts_once_for_a_pair_of_countries_and_the_middle_is_on_the_globe() {
        let (west, east, paris) =
            (party("FJ", -18.0, 178.0), party("FJ", -18.0, -178.0), party("FR", 48.0, 2.0));
        let nowhere = Party { point: None, ..paris };
        let agreements = [
            vec![west, east, paris],
            vec![east, nowhere],
            vec![west, east],
            vec![west, paris, party("", 0.0, 0.0)],
        ];
        let flows = counted(agreements.into_iter(), &BTreeMap::new());
        assert_eq!((flows.across, flows.pairs), (3, 1));
        assert_eq!(flows.flows, [CountryFlow { a: 0, b: 1, n: 3 }]);
        let fiji = &flows.countries[0];
        assert_eq!((fiji.name.as_str(), fiji.ties), ("FJ", 3));
        assert!((fiji.lon.abs() - 180.0).abs() < 1e-6, "{fiji:?}");
    }

    #[test]
    fn of_each_group_the_largest_are_kept() {
        let of = |pair: [&'static str; 2], n| vec![pair.map(|code| party(code, 10.0, 10.0)).to_vec(); n];
        let all =
            [of(["AT", "BE"], 2), of(["AT", "CL"], 9), of(["CL", "PE"], 8), of(["BE", "PE"], 1)].concat();
        let all = counted(all.into_iter(), &BTreeMap::new());
        let together =
            |one: &CountryAbroad, other: &CountryAbroad| one.code.as_str() < "C" && other.code.as_str() < "C";
        let largest = all.largest(1, together);
        let named = |flow: &CountryFlow| (largest.countries[flow.a].code.as_str(), flow.n);
        assert_eq!(largest.flows.iter().map(named).collect::<Vec<_>>(), [("AT", 9), ("AT", 2)]);
        assert_eq!((largest.across, largest.countries.len()), (20, 3));
    }
}
