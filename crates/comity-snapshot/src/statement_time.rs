//! When what a statement says is so.

use comity_model::{Bounds, Claim, FuzzyDate, Period, Statement};

use crate::snapshot::Snapshot;

/// The time a statement is about: its period, narrowed by the day it describes; that day where it states none. Where it
/// describes none, that of its source.
pub fn time_of(snapshot: &Snapshot, statement: &Statement) -> Period {
    let claim = &statement.claim;
    let dated = || snapshot.source(&claim.source)?.date.as_ref();
    seen_on(claim, claim.observed.as_ref().or_else(dated))
}

/// The time a claim itself names.
pub fn own_time(claim: &Claim) -> Period {
    seen_on(claim, claim.observed.as_ref())
}

fn seen_on(claim: &Claim, day: Option<&FuzzyDate>) -> Period {
    match day {
        Some(day) if claim.valid.as_str().is_empty() => {
            let days = Bounds::from(day);
            Period::from_bounds(day.as_str(), days, days)
        }
        Some(day) => claim.valid.clipped(day),
        None => claim.valid.clone(),
    }
}
