//! Which entity lies directly within which, both ways.

use std::collections::{BTreeMap, HashMap};

use comity_model::{Entity, EntityId, Link, LinkAttribute, LinkKind, Polarity};

use super::adjacency::Adjacency;
use super::entity_ix::EntityIx;

/// Containment as the entity records and the accepted links give it; a seat is no containment.
#[derive(Debug)]
pub(super) struct Containment {
    pub(super) parents: Adjacency,
    pub(super) children: Adjacency,
    /// The links that put one thing within another. What is in the rows by its record stands there before what is by these.
    pub(super) links: Vec<u32>,
    /// What the records name that is not on file, and whose records.
    pub(super) dangling: BTreeMap<EntityId, Vec<u32>>,
}

/// Containment by records alone.
#[derive(Default)]
pub(super) struct ByRecords {
    pub(super) pairs: Vec<(EntityIx, EntityIx)>,
    pub(super) dangling: BTreeMap<EntityId, Vec<u32>>,
}

impl Containment {
    pub(super) fn made(
        entities: &[Entity],
        nodes: &HashMap<EntityId, EntityIx>,
        links: &[Link],
        ends: &[(EntityIx, EntityIx)],
    ) -> Self {
        let mut records = ByRecords::default();
        for (place, entity) in entities.iter().enumerate() {
            records.add(EntityIx::new(place), entity, |id| nodes.get(id).copied());
        }
        let within =
            (0..).zip(links).zip(ends).filter(|((_, link), ends)| contains(link) && ends.0 != ends.1);
        let links = within.map(|((place, _), _)| place).collect();
        Self::of(entities.len(), records, links, ends)
    }

    pub(super) fn of(
        entities: usize,
        records: ByRecords,
        links: Vec<u32>,
        ends: &[(EntityIx, EntityIx)],
    ) -> Self {
        let ByRecords { mut pairs, dangling } = records;
        pairs.extend(links.iter().map(|link| ends[*link as usize]));
        let up = Adjacency::pairs(entities, pairs.iter().map(|(child, parent)| (*child, parent.0)));
        let down = Adjacency::pairs(entities, pairs.iter().map(|(child, parent)| (*parent, child.0)));
        Self { parents: up, children: down, links, dangling }
    }
}

impl ByRecords {
    pub(super) fn add(
        &mut self,
        child: EntityIx,
        entity: &Entity,
        node: impl Fn(&EntityId) -> Option<EntityIx>,
    ) {
        for parent in &entity.within {
            match node(parent) {
                Some(parent) if parent != child => self.pairs.push((child, parent)),
                Some(_) => {}
                None => self.dangling.entry(parent.clone()).or_default().push(child.0),
            }
        }
    }
}

/// Whether a link puts its subject within its object; a seat does not.
pub(super) fn contains(link: &Link) -> bool {
    let seat = link.attributes.get(&LinkAttribute::Kind).is_some_and(|kind| kind == "seat");
    link.kind == LinkKind::Within && !seat && link.polarity == Polarity::Asserted
}
