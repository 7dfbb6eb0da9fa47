//! Which places of the subject have how many agreements with the object.

use std::collections::BTreeMap;

use comity_messages::message;
use comity_snapshot::Evidence;

use crate::report::{Cell, MessageHead, Table, Tie};

/// Fewer are read from the list of agreements itself.
const LEAST: usize = 3;

/// A row a place, the most agreements on record first; empty where there are few.
pub(super) fn places(held: &[Tie]) -> Table {
    let mut by_place: BTreeMap<&str, (&Tie, u64, Vec<Evidence>)> = BTreeMap::new();
    for tie in held.iter().filter(|tie| tie.record.standing.presumed) {
        let (_, n, evidence) = by_place.entry(tie.near.id.as_str()).or_insert_with(|| (tie, 0, Vec::new()));
        *n += 1;
        evidence.extend(tie.evidence.iter().cloned());
    }
    let mut rows: Vec<(&Tie, u64, Vec<Evidence>)> = by_place.into_values().collect();
    rows.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.near.name.cmp(&other.0.near.name)));
    let mut table = Table::headed("places", message!("with-places"), HEADS);
    if rows.len() >= LEAST {
        for (tie, n, evidence) in rows {
            table.push(vec![tie.near.clone().into(), Cell::Count(n)], evidence);
        }
    }
    table
}

const HEADS: [MessageHead; 2] =
    [("place", message!("head-place"), ""), ("agreements", message!("head-agreements"), "")];
