//! A country of the past as evidence: the place is looked for in each of the countries that came after it. As what is
//! named itself it is none of them.

use comity_gazetteer::{CountryMatch, FormerCountry, Gazetteer, PlaceRef, former_country};
use comity_model::Level;
use comity_names::fold;

use crate::candidate::Candidate;
use crate::feature::Feature;
use crate::outcome::{MatchGround, MatchOutcome};
use crate::query::Query;
use crate::reconciled::Reconciled;

/// How a name is resolved in one country.
type Resolve<'g> = fn(&'g Gazetteer, &Query<'_>) -> Reconciled<'g>;

/// `None` where the stated country is none of the past, or no country after it has a place of the name.
///
/// A match in one of them stands where no other has a bearer of the name that is not much smaller; else all wait.
pub(crate) fn in_former_country<'g>(
    gazetteer: &'g Gazetteer,
    query: &Query<'_>,
    resolve: Resolve<'g>,
) -> Option<Reconciled<'g>> {
    let former = query.country.and_then(former_country)?;
    let each = former.successors.iter().map(|code| resolve(gazetteer, &query.in_country(code.as_str())));
    let mut found: Vec<Reconciled<'g>> = each.filter(has_bearer).collect();
    for found in &mut found {
        found.candidates.retain(is_there);
        found.candidates.iter_mut().for_each(|candidate| explain(candidate, former));
    }
    found.sort_by_key(|found| (found.decision, std::cmp::Reverse(people(found))));
    // Guessed: a tenth. A village of the name elsewhere in the union is rarely meant by a list of partners.
    let is_small = |best: &Reconciled<'_>, other: &Reconciled<'_>| people(other) * 10 < people(best);
    if let Some((best, others)) = found.split_first()
        && best.is_sure()
        && others.iter().all(|other| is_small(best, other))
    {
        let iso2 = best.candidates.first()?.place.country();
        let country = CountryMatch { iso2, within: None, why: former.told(), exact: false };
        return Some(Reconciled { country: Some(country), ..best.clone() });
    }
    let candidates: Vec<Candidate<'g>> = found.into_iter().flat_map(|found| found.candidates).collect();
    (!candidates.is_empty()).then(|| Reconciled { candidates, ..waiting(former.told()) })
}

/// Inhabitants of a city that bears the name of a country of the past and is meant by it. Guessed: `Gold Coast` is the
/// Australian city, and `Burma` not the town in Jordan.
const LARGE_CITY: u32 = 100_000;

/// A country of the past as what is named: it waits, with those that came after it and the places that bear its name.
///
/// `None` where another country is stated, or a large city or what is asked for is called so; and of a country that only
/// changed its name, where nothing else bears it.
pub(crate) fn as_named<'g>(gazetteer: &'g Gazetteer, query: &Query<'_>) -> Option<Reconciled<'g>> {
    let former = former_country(query.name).filter(|former| may_name(former, query))?;
    let all: Vec<PlaceRef<'g>> =
        gazetteer.lookup(query.name).into_iter().map(|hit| hit.place.canonical()).collect();
    let (today, mut bearers): (Vec<_>, Vec<_>) = all.into_iter().partition(|place| place.is(Level::Nation));
    let is_nation = query.level == Some(Level::Nation);
    bearers.retain(|_| !is_nation && query.country.is_none());
    let goes_on = former.is_renamed && bearers.is_empty() && (is_nation || !today.is_empty());
    if goes_on || bearers.iter().any(|place| is_called(place, query)) {
        return None;
    }
    let after: Vec<PlaceRef<'g>> =
        former.successors.iter().filter_map(|code| gazetteer.nation(*code)).collect();
    let names: Vec<_> = after.iter().map(PlaceRef::label).collect();
    let became = if former.is_renamed { "today it is called" } else { "after it came" };
    let reason = format!("{}; {became} {}", former.told(), names.join(", "));
    let came_after = after.iter().map(|place| possible(place, format!("it came after {}", former.name)));
    let bear_it = bearers.iter().map(|place| possible(place, format!("`{}` is a name of it", query.name)));
    Some(Reconciled { candidates: came_after.chain(bear_it).collect(), ..waiting(reason) })
}

/// Nothing beside the name says that something else is meant.
fn may_name(former: &FormerCountry, query: &Query<'_>) -> bool {
    query.country.is_none_or(|country| former_country(country) == Some(former))
        && query.admin.is_none()
        && query.point.is_none()
}

/// Whether the place is filed under the name, and large or of the kind that is asked for.
fn is_called(place: &PlaceRef<'_>, query: &Query<'_>) -> bool {
    let is_large = place.is(Level::City) && place.population() >= LARGE_CITY;
    let is_meant = query.level.map_or(is_large, |level| place.is(level));
    is_meant && fold(place.ascii_name()) == fold(query.name)
}

/// One that a person may choose: nothing was weighed.
fn possible<'g>(place: &PlaceRef<'g>, why: String) -> Candidate<'g> {
    Candidate { score: 0.0, ..Candidate::certain(place.canonical(), Feature::new("country", 0.0, why)) }
}

fn waiting<'g>(reason: String) -> Reconciled<'g> {
    Reconciled {
        candidates: Vec::new(),
        decision: MatchOutcome::Review,
        ground: MatchGround::FormerCountry,
        reason,
        country: None,
        repaired: false,
        sureness: None,
    }
}

/// Whether the likeliest bears the very name, in the country that was asked for.
fn has_bearer(found: &Reconciled<'_>) -> bool {
    found.candidates.first().is_some_and(|likeliest| is_there(likeliest) && !has_other_letters(likeliest))
}

fn has_other_letters(candidate: &Candidate<'_>) -> bool {
    candidate.features.iter().any(|feature| feature.name == "letters" && feature.score < 0.0)
}

fn is_there(candidate: &Candidate<'_>) -> bool {
    candidate.features.iter().any(|feature| feature.name == "country" && feature.score > 0.0)
}

impl Reconciled<'_> {
    fn is_sure(&self) -> bool {
        self.decision == MatchOutcome::Match && self.ground == MatchGround::Name
    }
}

fn people(found: &Reconciled<'_>) -> u64 {
    found.candidates.first().map_or(0, |candidate| u64::from(candidate.place.population()))
}

fn explain(candidate: &mut Candidate<'_>, former: &FormerCountry) {
    let iso2 = candidate.place.country();
    let stated = candidate.features.iter_mut().find(|feature| feature.name == "country");
    if let Some(stated) = stated {
        stated.why = format!("in {iso2}, which came after {}", former.name);
    }
}
