//! Who else nearby has ties there: the other cities of the same state, or of the same country.

use std::collections::BTreeSet;

use comity_model::{EntityKind, Level};
use comity_snapshot::{EntityIx, Snapshot};

use super::both_territories::BothTerritories;
use crate::answer::Peers;
use crate::report::ties::{agreement_ties_with, sort_ties};
use crate::report::{At, Tie};

pub(super) fn peers(snapshot: &Snapshot, sides: &BothTerritories, at: &At, limit: usize) -> Peers {
    let Some(above) = around(snapshot, sides.near.root()) else {
        return Peers { of: None, pairs: 0, ties: Vec::new(), left_out: 0 };
    };
    let around = snapshot.territory(above);
    let others = around.members().iter().filter(|node| !sides.near.holds(**node) && **node != above);
    let mut ties: Vec<Tie> = others
        .flat_map(|node| agreement_ties_with(snapshot, *node, at, |party| sides.far.holds(party)))
        .filter(|tie| tie.record.standing.presumed)
        .collect();
    sort_ties(&mut ties);
    let pairs = ties.iter().map(|tie| (&tie.near.id, &tie.other.id)).collect::<BTreeSet<_>>().len() as u64;
    let left_out = ties.len().saturating_sub(limit) as u64;
    ties.truncate(limit);
    Peers { of: Some(snapshot.refer(above)), pairs, ties, left_out }
}

/// The state a city lies in, else its country.
fn around(snapshot: &Snapshot, node: EntityIx) -> Option<EntityIx> {
    if snapshot.entity(node).kind != EntityKind::Polity {
        return None;
    }
    let above = snapshot.ancestors(node);
    let level = |level| above.iter().copied().find(|node| snapshot.entity(*node).is(level));
    level(Level::State).or_else(|| level(Level::Nation))
}
