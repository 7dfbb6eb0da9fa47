//! Which statements mention which entity.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, Mention, Shape, Statement};

use super::adjacency::Adjacency;
use super::entity_ix::EntityIx;

/// Statements by the entities they mention.
#[derive(Debug)]
pub(super) struct About {
    pub(super) rows: Adjacency,
    /// What they mention that is not on file, and which do.
    pub(super) dangling: BTreeMap<EntityId, Vec<u32>>,
}

/// Before they are put in order.
#[derive(Default)]
pub(super) struct MentionPairs {
    pub(super) pairs: Vec<(EntityIx, u32)>,
    pub(super) dangling: BTreeMap<EntityId, Vec<u32>>,
}

impl About {
    pub(super) fn made(
        statements: &[Statement],
        entities: usize,
        node: impl Fn(&EntityId) -> Option<EntityIx>,
    ) -> Self {
        let mut pairs = MentionPairs::default();
        for (place, statement) in (0..).zip(statements) {
            pairs.add(place, statement, &node);
        }
        pairs.in_order(entities)
    }
}

impl MentionPairs {
    pub(super) fn add(
        &mut self,
        place: u32,
        statement: &Statement,
        node: impl Fn(&EntityId) -> Option<EntityIx>,
    ) {
        for id in ids(&statement.claim.shape).collect::<BTreeSet<_>>() {
            match node(id) {
                Some(node) => self.pairs.push((node, place)),
                None => self.dangling.entry(id.clone()).or_default().push(place),
            }
        }
    }

    pub(super) fn in_order(mut self, entities: usize) -> About {
        self.pairs.sort_unstable();
        // Two ids may have become one thing.
        self.pairs.dedup();
        self.dangling.retain(|_, places| !places.is_empty());
        for places in self.dangling.values_mut() {
            places.sort_unstable();
        }
        About { rows: Adjacency::pairs(entities, self.pairs.iter().copied()), dangling: self.dangling }
    }
}

/// What the mentions of a statement were read as.
pub(super) fn ids(shape: &Shape) -> impl Iterator<Item = &EntityId> {
    mentioned(shape).into_iter().filter_map(|mention| mention.id.as_ref())
}

pub(super) fn mentioned(shape: &Shape) -> Vec<&Mention> {
    match shape {
        Shape::Link { subject, object, .. } => vec![subject, object],
        Shape::Attribute { entity, .. } => vec![entity],
        Shape::Count { scope, compared, .. } => {
            let other = compared.iter().flat_map(|other| other.to.mentions());
            scope.mentions().into_iter().chain(other).collect()
        }
        Shape::Absence { scope } => scope.mentions(),
        Shape::Opinion { author, about, .. } => author.iter().chain(about).collect(),
    }
}
