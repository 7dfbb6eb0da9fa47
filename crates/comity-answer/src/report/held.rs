//! A claimed number beside what is on file for the time it describes.

use comity_messages::say;
use comity_model::{Shape, Statement, Window};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{ResolvedScope, Snapshot, time_of, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Claimed, claimed};

/// A claimed number beside what is on file for the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClaimedAndHeld {
    pub claimed: Claimed,
    pub held: BoundedCount,
    /// In plain words: "3 of 40 on file".
    pub words: String,
}

pub(crate) fn held(snapshot: &Snapshot, statement: &Statement) -> Option<ClaimedAndHeld> {
    let claimed = claimed(snapshot, statement)?;
    let Shape::Count { scope, quantity: Some(_), .. } = &statement.claim.shape else { return None };
    let tested = ResolvedScope::new(snapshot, scope, None)?;
    let time = time_of(snapshot, statement);
    let window = Window { from: time.start().earliest, to: time.end().latest };
    let held = tested.count(window);
    let of = claimed.low.or(claimed.high).map_or_else(|| say!("held-unstated"), |n| n.to_string());
    let words = say!("held-of-claimed", held = wording::bounded(held), claimed = of);
    Some(ClaimedAndHeld { claimed, held, words })
}
