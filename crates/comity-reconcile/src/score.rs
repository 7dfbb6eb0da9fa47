//! From features to shares of belief: each candidate competes with the others and with "none of them".

use std::collections::HashMap;
use std::sync::LazyLock;

use comity_gazetteer::{CountryMatch, Gazetteer, NameKind, PlaceRef};
use comity_model::{EntityId, Level};
use comity_names::{Filler, filler};
use rayon::prelude::*;

use crate::candidate::{Candidate, Features, WeighedPlace};
use crate::candidates::{PlaceSearch, Where};
use crate::decide::{decide, is_hopeless, several_places};
use crate::feature::{self, City, Feature};
use crate::hint::Hint;
use crate::homonym::ANOTHER_NAME;
use crate::named_place::NamedPlace;
use crate::outcome::{MatchGround, MatchOutcome};
use crate::query::Query;
use crate::readings::Readings;
use crate::reconciled::Reconciled;
use crate::rival::rivals;
use crate::two_places::SeveralPlaces;

/// Resolves a name against the gazetteer.
///
/// Cost: some lookups of a few microseconds for a name that is written as some place writes it; up to a
/// millisecond when slips of the pen have to be searched for.
pub fn reconcile<'g>(gazetteer: &'g Gazetteer, query: &Query<'_>) -> Reconciled<'g> {
    let query = &query.without_fillers();
    let country = query.country.and_then(|text| gazetteer.country(text));
    let repaired = crate::mojibake::repair(query.name).is_some();
    if let Some(place) = query.identifier.and_then(|identifier| identified(gazetteer, identifier)) {
        return by_identifier(place, country, repaired);
    }
    if let Some(found) = crate::former_country::as_named(gazetteer, query) {
        return found;
    }
    if let Some(found) = crate::nation::nation(gazetteer, query) {
        return found;
    }
    if country.is_none()
        && let Some(found) = crate::former_country::in_former_country(gazetteer, query, reconcile)
    {
        return found;
    }
    if stands_for_nothing(gazetteer, query.name, country.as_ref()) {
        return nothing_meant(query.name, country);
    }
    if let Some(several) = SeveralPlaces::of(gazetteer, country.as_ref(), query.name) {
        let candidates = weigh(gazetteer, query, country.as_ref(), &several.found());
        let verdict = several_places(&candidates);
        return Reconciled::new(candidates, verdict, country, repaired);
    }
    let readings = Readings::of(query.name);
    let iso2 = country.as_ref().map(|country| country.iso2);
    let search = PlaceSearch { gazetteer, country: iso2, readings: &readings };
    let Where { mut here, elsewhere } = search.find(query.not);
    let mut candidates = weigh(gazetteer, query, country.as_ref(), &here);
    if candidates.first().is_none_or(is_hopeless) {
        let others = [search.find_container(), elsewhere];
        let others = others.iter().find(|others| !others.is_empty());
        candidates = others.map_or(candidates, |others| weigh(gazetteer, query, country.as_ref(), others));
    }
    let mut verdict = decide(query, country.as_ref(), &candidates);
    // Most names wait or have no rivals: they are looked for last.
    if let Some(top) = candidates.first().filter(|_| verdict.outcome == MatchOutcome::Match) {
        let rivals = rivals(gazetteer, iso2, &readings, &here, top);
        if !rivals.is_empty() {
            for rival in rivals {
                match here.iter_mut().find(|known| known.place.canonical() == rival.place) {
                    Some(known) => known.standing = rival.standing,
                    None => here.push(rival),
                }
            }
            candidates = weigh(gazetteer, query, country.as_ref(), &here);
            verdict = decide(query, country.as_ref(), &candidates);
        }
    }
    Reconciled::new(candidates, verdict, country, repaired)
}

/// `n/a` is no name, and `none` is one only of a place that bears it in the stated country, or anywhere if none is stated.
fn stands_for_nothing(gazetteer: &Gazetteer, name: &str, country: Option<&CountryMatch>) -> bool {
    match filler(name) {
        None => false,
        Some(Filler::Mark) => true,
        Some(Filler::Word) => !gazetteer.lookup(name).iter().any(|hit| {
            let is_there = country.is_none_or(|country| country.iso2 == hit.place.country());
            hit.kind == NameKind::Main && hit.place.is(Level::City) && is_there
        }),
    }
}

fn nothing_meant<'g>(name: &str, country: Option<CountryMatch>) -> Reconciled<'g> {
    Reconciled {
        candidates: Vec::new(),
        decision: MatchOutcome::None,
        ground: MatchGround::Nothing,
        reason: format!("`{}` says that no place is meant", name.trim()),
        country,
        repaired: false,
        sureness: None,
    }
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
    Reconciled {
        candidates: vec![Candidate::certain(place, Feature::new("identifier", 1.0, why.clone()))],
        decision: MatchOutcome::Match,
        ground: MatchGround::Identifier,
        reason: why,
        country,
        repaired,
        sureness: None,
    }
}

/// Of a division that speaks more against a city than this, it is no city of the name there: it is known, and the city
/// does not lie in it (`feature/division.rs` has -0.5 and -1 for that).
const CITY_ELSEWHERE: f32 = -0.4;

fn weigh<'g>(
    gazetteer: &'g Gazetteer,
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    found: &[NamedPlace<'g, '_>],
) -> Vec<WeighedPlace<'g>> {
    let iso2 = country.map(|country| country.iso2);
    let hints = Hints::new(gazetteer, query, country, found);
    let located: Vec<Located<'_, 'g, '_>> = found.iter().map(|found| Located::new(found, &hints)).collect();
    let best_city = best_city(&located);
    let weighed = located.into_iter().map(|located| {
        let Located { found, place, name, division } = located;
        let city = match iso2 {
            _ if best_city >= name.score - ANOTHER_NAME => City::Among,
            Some(stated) if stated == place.country() => City::Within,
            _ => City::Missing,
        };
        let features = Features {
            name,
            country: feature::country(iso2, &place),
            division,
            kind: feature::kind(query.level, found, city, &place),
            point: feature::point(query.point, &place),
            population: feature::population(query.population, &place),
            edit_distance: feature::edit_distance(found),
            spelling: feature::spelling(gazetteer, found),
        };
        let (is_container, standing) = (found.reading.is_container, found.standing);
        WeighedPlace { place, score: belief(&features), features, is_container, standing }
    });
    shares(weighed.collect())
}

/// How good a name the best-named city has, among those that the hints do not put elsewhere; 0 without any.
fn best_city(located: &[Located<'_, '_, '_>]) -> f32 {
    let cities = located.iter().filter(|located| {
        let place = &located.place;
        let is_city = place.is(Level::City) && !place.is_part_of_city();
        is_city && located.division.score > CITY_ELSEWHERE
    });
    cities.map(|city| city.name.score).fold(0.0, f32::max)
}

/// A place found, with what its name and its division say.
struct Located<'f, 'g, 'r> {
    found: &'f NamedPlace<'g, 'r>,
    place: PlaceRef<'g>,
    name: Feature,
    division: Feature,
}

impl<'f, 'g, 'r> Located<'f, 'g, 'r> {
    fn new(found: &'f NamedPlace<'g, 'r>, hints: &Hints<'f, 'g>) -> Self {
        let place = found.place.canonical();
        let division = feature::division(&hints.of(found), found.edits, &place);
        Self { found, place, name: feature::name(found), division }
    }
}

/// What a place may lie in, as the source states it and as the variants of its name say.
struct Hints<'f, 'g> {
    stated: Vec<Hint<'g>>,
    by_variant: HashMap<&'f [String], Vec<Hint<'g>>>,
}

impl<'f, 'g> Hints<'f, 'g> {
    fn new(
        gazetteer: &'g Gazetteer,
        query: &Query<'_>,
        country: Option<&CountryMatch>,
        found: &'f [NamedPlace<'g, '_>],
    ) -> Self {
        let iso2 = country.map(|country| country.iso2);
        let resolve = |text: &str| Hint::resolve(gazetteer, iso2, text);
        let part_of_country = country.and_then(|country| country.within.as_deref());
        let stated = query.admin.into_iter().chain(part_of_country).map(resolve).collect();
        let mut by_variant = HashMap::new();
        for found in found {
            let texts = found.reading.within.as_slice();
            by_variant.entry(texts).or_insert_with(|| Hint::resolve_all(gazetteer, iso2, texts));
        }
        Self { stated, by_variant }
    }

    fn of(&self, found: &NamedPlace<'_, '_>) -> Vec<&Hint<'g>> {
        let of_variant = self.by_variant.get(found.reading.within.as_slice());
        self.stated.iter().chain(of_variant.into_iter().flatten()).collect()
    }
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

fn belief(features: &Features) -> f32 {
    features.scores().iter().zip(weights()).map(|(score, weight)| score * weight).sum()
}

/// Softmax over the candidates and "none", the likeliest first.
fn shares(mut weighed: Vec<WeighedPlace<'_>>) -> Vec<WeighedPlace<'_>> {
    let none = *weights().last().expect("the belief in none is always there");
    let most = weighed.iter().map(|place| place.score).fold(none, f32::max);
    let total: f32 =
        weighed.iter().map(|place| (place.score - most).exp()).sum::<f32>() + (none - most).exp();
    weighed.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.geonames().cmp(&b.place.geonames())));
    for place in &mut weighed {
        place.score = (place.score - most).exp() / total;
    }
    weighed
}
