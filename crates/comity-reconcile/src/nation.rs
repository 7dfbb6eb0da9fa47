//! A country asked for as an entity: `Grece`, `in Italy`, `BRA`.

use comity_gazetteer::Gazetteer;
use comity_model::Level;

use crate::decide::{Ground, MatchOutcome};
use crate::feature::Feature;
use crate::query::Query;
use crate::score::{Candidate, Reconciled};

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
    let features = vec![Feature::new("country", 1.0, why.clone())];
    Some(Reconciled {
        candidates: vec![Candidate { place, id: place.id(), score: 1.0, features, is_container: false }],
        decision: MatchOutcome::Match,
        ground: if meant.exact { Ground::Name } else { Ground::Spelling },
        reason: why,
        country: None,
        repaired: false,
    })
}

fn unknown<'g>(query: &Query<'_>) -> Reconciled<'g> {
    Reconciled {
        candidates: Vec::new(),
        decision: MatchOutcome::None,
        ground: Ground::Nothing,
        reason: format!("no country is called `{}`", query.name),
        country: None,
        repaired: false,
    }
}
