//! How many sources tell of the agreements between two places.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::SourceId;
use comity_snapshot::{EntityIx, FEW_PARTIES, Snapshot};

use super::register_in_short::told_of_agreements;

/// How many sources tell of the agreements of few parties between any two places; a copy counts as its parent, as far as
/// sources say where they have it from.
#[derive(Debug, Clone, Default)]
pub struct PairSources {
    by_pair: BTreeMap<(EntityIx, EntityIx), usize>,
}

impl PairSources {
    /// 0 where none tells of one.
    pub fn of(&self, one: EntityIx, other: EntityIx) -> usize {
        self.by_pair.get(&(one.min(other), one.max(other))).copied().unwrap_or(0)
    }
}

/// Cost: one pass over the links.
pub fn sources_by_pair(snapshot: &Snapshot) -> PairSources {
    let mut pairs: BTreeMap<(EntityIx, EntityIx), BTreeSet<&SourceId>> = BTreeMap::new();
    for told in told_of_agreements(snapshot).values().filter(|told| told.parties.len() <= FEW_PARTIES) {
        for one in &told.parties {
            for other in told.parties.range(one..).skip(1) {
                pairs.entry((*one, *other)).or_default().extend(&told.origins);
            }
        }
    }
    PairSources { by_pair: pairs.into_iter().map(|(pair, origins)| (pair, origins.len())).collect() }
}
