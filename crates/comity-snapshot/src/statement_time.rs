//! When what a statement says is so.

use comity_model::{Bounds, Day, Period, Statement};

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

/// An interval with a stated end; a bare date such as `1996` tells when something was, not that it stopped.
pub fn says_ended(period: &Period) -> bool {
    period.as_str().contains('/') && period.end().latest != Day::FUTURE
}
