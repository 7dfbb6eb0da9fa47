//! Where somebody looked: so that what nobody searched for never passes for none.

use std::collections::BTreeSet;

use comity_model::{Completeness, Coverage};
use comity_snapshot::{EntityIx, Snapshot};

/// What one look was at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum LookedAt {
    Everything,
    /// The nations of what it names; none where it names but a network, or was a list that does not say that it is whole.
    Nations(BTreeSet<EntityIx>),
}

impl LookedAt {
    pub(crate) fn of(snapshot: &Snapshot, look: &Coverage) -> Self {
        let ids: Vec<_> = look.subject.iter().chain(&look.object).collect();
        let is_whole = look.exhaustive || look.completeness == Completeness::Complete;
        if ids.is_empty() && is_whole {
            return Self::Everything;
        }
        let named = ids.into_iter().filter_map(|id| snapshot.node(id));
        Self::Nations(named.filter_map(|node| snapshot.nation(node)).collect())
    }

    pub(crate) fn has(&self, nation: EntityIx) -> bool {
        match self {
            Self::Everything => true,
            Self::Nations(nations) => nations.contains(&nation),
        }
    }
}
