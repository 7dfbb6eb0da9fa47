//! All disagreements of a state of the register, or those about one thing.

use super::extent::Extent;
use super::{Conflict, contradiction, dates, disputed, tension};
use crate::snapshot::{EntityIx, Snapshot};

/// All of them, by kind. Cost: one pass over the links, and one more for each scope that names no entity.
pub fn find(snapshot: &Snapshot, big: Option<u64>) -> Vec<Conflict> {
    search(&Extent::whole(snapshot), big)
}

/// Those of [`find`] that are about one thing, in the same order, without looking for the others.
///
/// Cost: its own links and those of its agreements; all that a scope takes in, where an absence may be about it.
pub fn about(snapshot: &Snapshot, node: EntityIx) -> Vec<Conflict> {
    let id = &snapshot.entity(node).id;
    let mut found = search(&Extent::near(snapshot, node), None);
    found.retain(|conflict| conflict.is_about(id));
    found
}

fn search(extent: &Extent<'_>, big: Option<u64>) -> Vec<Conflict> {
    let mut found = contradiction::between_links(extent);
    found.extend(contradiction::with_absences(extent, big));
    found.extend(contradiction::with_counts(extent, big));
    found.extend(tension::between_counts(extent));
    found.extend(tension::between_dates(extent));
    found.extend(dates::of_ties(extent));
    found.extend(disputed::readings(extent));
    found
}
