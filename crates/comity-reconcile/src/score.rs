//! From features to shares of belief: each candidate competes with the others and with "none of them".

use std::sync::LazyLock;

use comity_gazetteer::{CountryMatch, Gazetteer, PlaceRef};
use comity_model::{EntityId, Level};
use rayon::prelude::*;

use crate::candidates::{NamedPlace, Readings, find, find_container};
use crate::decide::{Ground, MatchOutcome, decide, is_hopeless};
use crate::feature::{self, City, Feature};
use crate::hint::Hint;
use crate::query::Query;

/// Alternatives kept for a reader.
const MAX_CANDIDATES: usize = 8;

/// Places of the features that decisions ask for.
pub(crate) const NAME: usize = 0;
pub(crate) const COUNTRY: usize = 1;
pub(crate) const DIVISION: usize = 2;
pub(crate) const KIND: usize = 3;
pub(crate) const POINT: usize = 4;
pub(crate) const LETTERS: usize = 6;

/// A place the name may mean.
#[derive(Debug, Clone)]
pub struct Candidate<'g> {
    pub place: PlaceRef<'g>,
    pub id: EntityId,
    /// The share of belief, from 0 to 1; what is missing to 1 goes to the others and to "none".
    pub score: f32,
    /// Name, country, division, kind, point, population, letters, spelling, in this order.
    pub features: Vec<Feature>,
    /// Only what the place lies in is known, and this is it.
    pub is_container: bool,
}

impl Candidate<'_> {
    /// What speaks for and against it, as one line.
    pub fn reasons(&self) -> String {
        let said: Vec<&str> =
            self.features.iter().map(|feature| feature.why.as_str()).filter(|why| !why.is_empty()).collect();
        said.join("; ")
    }
}

/// What became of a query.
#[derive(Debug, Clone)]
pub struct Reconciled<'g> {
    /// The likeliest first.
    pub candidates: Vec<Candidate<'g>>,
    pub decision: MatchOutcome,
    pub ground: Ground,
    /// Why this decision, in a sentence.
    pub reason: String,
    /// How the stated country was understood; `None` when none was stated or it was not understood.
    pub country: Option<CountryMatch>,
    /// The name had been mis-encoded and was repaired.
    pub repaired: bool,
}

/// Resolves a name against the gazetteer.
///
/// Cost: some lookups of a few microseconds for a name that is written as some place writes it; up to a
/// millisecond when slips of the pen have to be searched for.
pub fn reconcile<'g>(gazetteer: &'g Gazetteer, query: &Query<'_>) -> Reconciled<'g> {
    let country = query.country.and_then(|text| gazetteer.country(text));
    let repaired = crate::mojibake::repair(query.name).is_some();
    if let Some(place) = query.identifier.and_then(|identifier| identified(gazetteer, identifier)) {
        return by_identifier(place, country, repaired);
    }
    if let Some(found) = crate::nation::nation(gazetteer, query) {
        return found;
    }
    let readings = Readings::of(query.name);
    let found = find(gazetteer, country.as_ref().map(|country| country.iso2), query.not, &readings);
    let mut candidates = weigh(gazetteer, query, country.as_ref(), &found.here);
    if candidates.first().is_none_or(is_hopeless) {
        let iso2 = country.as_ref().map(|country| country.iso2);
        let others = [find_container(gazetteer, iso2, &readings), found.elsewhere];
        let others = others.iter().find(|others| !others.is_empty());
        candidates = others.map_or(candidates, |others| weigh(gazetteer, query, country.as_ref(), others));
    }
    let (decision, ground, reason) = decide(query, country.as_ref(), &candidates);
    let candidates = candidates.into_iter().take(MAX_CANDIDATES).collect();
    Reconciled { candidates, decision, ground, reason, country, repaired }
}

/// Resolves many names on all cores, in their order.
pub fn reconcile_all<'g>(gazetteer: &'g Gazetteer, queries: &[Query<'_>]) -> Vec<Reconciled<'g>> {
    queries.par_iter().map(|query| reconcile(gazetteer, query)).collect()
}

fn identified<'g>(gazetteer: &'g Gazetteer, identifier: &str) -> Option<PlaceRef<'g>> {
    let own = EntityId::new(identifier).ok().and_then(|id| gazetteer.place(&id));
    let others = gazetteer.by_identifier(identifier);
    own.or_else(|| others.first().filter(|_| others.len() == 1).copied())
}

fn by_identifier(place: PlaceRef<'_>, country: Option<CountryMatch>, repaired: bool) -> Reconciled<'_> {
    let why = format!("the source gives the identifier of {}", place.name());
    let features = vec![Feature::new("identifier", 1.0, why.clone())];
    let candidates = vec![Candidate { place, id: place.id(), score: 1.0, features, is_container: false }];
    Reconciled {
        candidates,
        decision: MatchOutcome::Match,
        ground: Ground::Identifier,
        reason: why,
        country,
        repaired,
    }
}

fn weigh<'g>(
    gazetteer: &'g Gazetteer,
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    found: &[NamedPlace<'g, '_>],
) -> Vec<Candidate<'g>> {
    let iso2 = country.map(|country| country.iso2);
    let resolve = |text: &str| Hint::resolve(gazetteer, iso2, text);
    let stated: Vec<Hint<'g>> = query
        .admin
        .into_iter()
        .chain(country.and_then(|country| country.within.as_deref()))
        .map(resolve)
        .collect();
    let mut within: Vec<(&[String], Vec<Hint<'g>>)> = Vec::new();
    for found in found {
        let texts = found.reading.within.as_slice();
        if !within.iter().any(|(known, _)| *known == texts) {
            within.push((texts, texts.iter().map(|text| resolve(text)).collect()));
        }
    }
    let divided: Vec<(&NamedPlace<'g, '_>, PlaceRef<'g>, Feature, Feature)> = found
        .iter()
        .map(|found| {
            let here = within.iter().find(|(texts, _)| *texts == found.reading.within.as_slice());
            let hints: Vec<&Hint<'_>> =
                stated.iter().chain(here.map_or(&[][..], |(_, hints)| hints)).collect();
            let place = found.place.canonical();
            (found, place, feature::name(found), feature::division(&hints, found.edits, &place))
        })
        .collect();
    let is_city = |place: &PlaceRef<'_>| place.is(Level::City) && !place.is_part_of_city();
    let cities = divided.iter().filter(|(_, place, _, division)| is_city(place) && division.score > -0.4);
    let best_city = cities.map(|(_, _, name, _)| name.score).fold(0.0, f32::max);
    let candidates = divided.into_iter().map(|(found, place, name, division)| {
        let city = match iso2 {
            _ if best_city >= name.score - 0.08 => City::Among,
            Some(stated) if stated == place.country() => City::Within,
            _ => City::Missing,
        };
        let features = vec![
            name,
            feature::country(iso2, &place),
            division,
            feature::kind(query.level, found.reading.kind, city, &place),
            feature::point(query.point, &place),
            feature::population(query.population, &place),
            feature::letters(found),
            feature::spelling(gazetteer, found),
        ];
        let is_container = found.reading.is_container;
        (belief(&features), Candidate { place, id: place.id(), score: 0.0, features, is_container })
    });
    shares(candidates.collect())
}

/// Log-odds per unit of each feature, in the order of [`Candidate::features`], then the belief that none is meant.
/// Written by `cargo xtask fit`.
static WEIGHTS: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let lines = include_str!("weights.tsv").lines().filter(|line| !line.starts_with('#'));
    let weight = |line: &str| line.split_once('\t').and_then(|(_, weight)| weight.parse().ok());
    lines.map(|line| weight(line).expect("a name, a tab, a number")).collect()
});

/// The weights in use, in the order of [`Candidate::features`], then the belief in "none".
pub fn weights() -> &'static [f32] {
    &WEIGHTS
}

fn belief(features: &[Feature]) -> f32 {
    features.iter().zip(weights()).map(|(feature, weight)| feature.score * weight).sum()
}

/// Softmax over the candidates and "none", the likeliest first.
fn shares(mut candidates: Vec<(f32, Candidate<'_>)>) -> Vec<Candidate<'_>> {
    let none = *weights().last().expect("the belief in none is always there");
    let most = candidates.iter().map(|(belief, _)| *belief).fold(none, f32::max);
    let total: f32 =
        candidates.iter().map(|(belief, _)| (belief - most).exp()).sum::<f32>() + (none - most).exp();
    for (belief, candidate) in &mut candidates {
        candidate.score = (*belief - most).exp() / total;
    }
    candidates.sort_by(|(a, left), (b, right)| {
        b.total_cmp(a).then(left.place.geonames().cmp(&right.place.geonames()))
    });
    candidates.into_iter().map(|(_, candidate)| candidate).collect()
}
