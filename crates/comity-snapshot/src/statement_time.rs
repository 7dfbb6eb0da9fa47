//! When what a statement says is so.

use comity_model::{Bounds, Period, Statement};

use crate::snapshot::Snapshot;

/// The time a statement is about: its period, narrowed by the day it describes; that day where it states none.
pub fn time_of(snapshot: &Snapshot, statement: &Statement) -> Period {
    let claim = &statement.claim;
    let dated = || snapshot.source(&claim.source)?.date.clone();
    let observed = claim.observed.clone().or_else(dated);
    match observed {
        Some(day) if claim.valid.as_str().is_empty() => {
            let days = Bounds::from(&day);
            Period::from_bounds(day.as_str(), days, days)
        }
        Some(day) => claim.valid.clipped(&day),
        None => claim.valid.clone(),
    }
}
