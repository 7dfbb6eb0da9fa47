//! A country asked for as an entity: `Grece`, `in Italy`, `BRA`.

use comity_gazetteer::Gazetteer;
use comity_model::Level;

use crate::candidate::Candidate;
use crate::feature::Feature;
use crate::outcome::{MatchGround, MatchOutcome};
use crate::query::Query;
use crate::reconciled::Reconciled;

/// The country, where the source says that the name is a nation's and it is one; `None` where something else is asked
/// for, or a part of a country bears the name (`England`).
pub(crate) fn nation<'g>(gazetteer: &'g Gazetteer, query: &Query<'_>) -> Option<Reconciled<'g>> {
    query.level.filter(|level| *level == Level::Nation)?;
    let Some(meant) = gazetteer.country(query.name) else { return Some(unknown(query)) };
    if meant.within.is_some() {
        return None;
    }
    let (_, place) = gazetteer.countries().find(|(iso2, _)| *iso2 == meant.iso2)?;
    let place = place.canonical();
    let why = if meant.why.is_empty() {
        format!("`{}` is its name or code", query.name)
    } else {
        meant.why.clone()
    };
    Some(Reconciled {
        candidates: vec![Candidate::certain(place, Feature::new("country", 1.0, why.clone()))],
        decision: MatchOutcome::Match,
        ground: if meant.exact { MatchGround::Name } else { MatchGround::Spelling },
        reason: why,
        country: None,
        repaired: false,
        sureness: None,
    })
}

fn unknown<'g>(query: &Query<'_>) -> Reconciled<'g> {
    Reconciled {
        candidates: Vec::new(),
        decision: MatchOutcome::None,
        ground: MatchGround::Nothing,
        reason: format!("no country is called `{}`", query.name),
        country: None,
        repaired: false,
        sureness: None,
    }
}
