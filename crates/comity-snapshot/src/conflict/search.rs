//! All disagreements of a state of the register.

use super::{Conflict, contradiction, dates, disputed, tension};
use crate::snapshot::Snapshot;

/// All of them, by kind. Cost: one pass over the links, and one more for each scope that names no entity.
pub fn find(snapshot: &Snapshot, big: Option<u64>) -> Vec<Conflict> {
    let mut found = contradiction::between_links(snapshot);
    found.extend(contradiction::with_absences(snapshot, big));
    found.extend(contradiction::with_counts(snapshot, big));
    found.extend(tension::between_counts(snapshot));
    found.extend(tension::between_dates(snapshot));
    found.extend(dates::of_ties(snapshot));
    found.extend(disputed::readings(snapshot));
    found
}
