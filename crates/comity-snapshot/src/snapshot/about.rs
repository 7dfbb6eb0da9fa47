//! Which statements mention which entity.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{EntityId, Mention, Shape, Statement};

use super::adjacency::Adjacency;
use super::entity_ix::EntityIx;
use super::laid::Laid;
use super::merged::Merged;
use super::record_column::RecordColumn;

/// Statements by the entities they mention.
#[derive(Debug)]
pub(super) struct About {
    pub(super) rows: Adjacency,
    /// What they mention that is not on file, and which do.
    pub(super) dangling: BTreeMap<EntityId, Vec<u32>>,
}

/// Before they are put in order.
#[derive(Default)]
struct Pairs {
    pairs: Vec<(EntityIx, u32)>,
    dangling: BTreeMap<EntityId, Vec<u32>>,
}

impl About {
    pub(super) fn made(
        statements: &[Statement],
        entities: usize,
        node: impl Fn(&EntityId) -> Option<EntityIx>,
    ) -> Self {
        let mut pairs = Pairs::default();
        for (place, statement) in (0..).zip(statements) {
            pairs.add(place, statement, &node);
        }
        pairs.in_order(entities)
    }

    /// The same with what changed laid over it; `said` are the statements, and where they were.
    pub(super) fn laid_over(
        &self,
        laid: &Laid<'_>,
        (statements, said): (&RecordColumn<Statement>, &Merged),
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Self {
        let node = |id: &EntityId| laid.node(canon.get(id).unwrap_or(id));
        let appeared = self.dangling.iter().filter(|(id, _)| node(id).is_some());
        let appeared = appeared.flat_map(|(_, places)| places).map(|place| *place as usize);
        let gone = (0..self.rows.len()).filter(|before| laid.now(*before).is_none());
        let gone = gone.flat_map(|before| self.rows.of(EntityIx::new(before)));
        let mut read: BTreeSet<u32> = appeared.chain(gone).filter_map(|place| said.now[place]).collect();
        read.extend(said.added().map(|(_, now)| EntityIx::new(now).0));
        let mut pairs = Pairs::default();
        let now = |place: usize| said.now[place].filter(|now| !read.contains(now));
        for before in 0..self.rows.len() {
            let Some(node) = laid.now(before) else { continue };
            let kept = self.rows.of(EntityIx::new(before)).filter_map(now);
            pairs.pairs.extend(kept.map(|place| (node, place)));
        }
        for (id, places) in &self.dangling {
            let kept = places.iter().filter_map(|place| now(*place as usize));
            pairs.dangling.entry(id.clone()).or_default().extend(kept);
        }
        for place in &read {
            pairs.add(*place, &statements[*place as usize], node);
        }
        pairs.in_order(laid.entities.order.len())
    }
}

impl Pairs {
    fn add(&mut self, place: u32, statement: &Statement, node: impl Fn(&EntityId) -> Option<EntityIx>) {
        for id in ids(&statement.claim.shape).collect::<BTreeSet<_>>() {
            match node(id) {
                Some(node) => self.pairs.push((node, place)),
                None => self.dangling.entry(id.clone()).or_default().push(place),
            }
        }
    }

    fn in_order(mut self, entities: usize) -> About {
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
