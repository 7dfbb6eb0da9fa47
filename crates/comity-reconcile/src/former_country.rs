//! A country of the past as evidence: the place is looked for in each of the countries that came after it.

use comity_gazetteer::{CountryMatch, FormerCountry, Gazetteer, former_country};

use crate::candidate::Candidate;
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
    (!candidates.is_empty()).then(|| Reconciled {
        candidates,
        decision: MatchOutcome::Review,
        ground: MatchGround::Country,
        reason: former.told(),
        country: None,
        repaired: false,
        sureness: None,
    })
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
