//! Which entity lies directly within which, both ways.

use std::collections::{BTreeMap, HashMap, HashSet};

use comity_model::{Entity, EntityId, Link, LinkAttribute, LinkKind, Polarity};

use super::adjacency::Adjacency;
use super::entity_ix::EntityIx;
use super::laid::Laid;

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
struct ByRecords {
    pairs: Vec<(EntityIx, EntityIx)>,
    dangling: BTreeMap<EntityId, Vec<u32>>,
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

    fn of(entities: usize, records: ByRecords, links: Vec<u32>, ends: &[(EntityIx, EntityIx)]) -> Self {
        let ByRecords { mut pairs, dangling } = records;
        pairs.extend(links.iter().map(|link| ends[*link as usize]));
        let up = Adjacency::pairs(entities, pairs.iter().map(|(child, parent)| (*child, parent.0)));
        let down = Adjacency::pairs(entities, pairs.iter().map(|(child, parent)| (*parent, child.0)));
        Self { parents: up, children: down, links, dangling }
    }

    /// The same with what changed laid over it: records are read where they, or what they name, are others.
    pub(super) fn laid_over(&self, laid: &Laid<'_>) -> Self {
        let appeared = self.dangling.iter().filter(|(id, _)| laid.node(id).is_some());
        let touched: HashSet<u32> = appeared.flat_map(|(_, children)| children).copied().collect();
        let mut by_links: HashMap<u32, usize> = HashMap::new();
        for link in &self.links {
            *by_links.entry(laid.before.ends[*link as usize].0.0).or_default() += 1;
        }
        let mut records = ByRecords::default();
        let mut read: HashSet<u32> = HashSet::new();
        for (node, origin) in laid.nodes() {
            let before = origin.place().ok().map(EntityIx::new).filter(|before| !touched.contains(&before.0));
            let is_known = before.is_some_and(|before| {
                let linked = by_links.get(&before.0).copied().unwrap_or(0);
                let count = self.parents.of(before).count() - linked;
                records.add_all(node, self.parents.of(before).take(count).map(|parent| laid.now(parent)))
            });
            if !is_known {
                read.insert(node.0);
                records.add(node, laid.entity(origin), |id| laid.node(id));
            }
        }
        for (id, children) in &self.dangling {
            let kept = children.iter().filter_map(|child| laid.now(*child as usize));
            let kept = kept.map(|child| child.0).filter(|child| !read.contains(child));
            records.dangling.entry(id.clone()).or_default().extend(kept);
        }
        records.dangling.retain(|_, children| !children.is_empty());
        for children in records.dangling.values_mut() {
            children.sort_unstable();
        }
        Self::of(laid.entities.order.len(), records, self.links_over(laid), &laid.ends)
    }

    fn links_over(&self, laid: &Laid<'_>) -> Vec<u32> {
        let added = laid.links.added().map(|(_, now)| now);
        let within =
            added.filter(|now| contains(&laid.linked[*now]) && laid.ends[*now].0 != laid.ends[*now].1);
        let mut links: Vec<u32> = within.map(|now| EntityIx::new(now).0).collect();
        links.extend(self.links.iter().filter_map(|link| laid.links.now[*link as usize]));
        links.sort_unstable();
        links
    }
}

impl ByRecords {
    /// Whether all of them are still there; else none is added.
    fn add_all(&mut self, child: EntityIx, parents: impl Iterator<Item = Option<EntityIx>>) -> bool {
        let before = self.pairs.len();
        for parent in parents {
            let Some(parent) = parent else {
                self.pairs.truncate(before);
                return false;
            };
            self.pairs.push((child, parent));
        }
        true
    }

    fn add(&mut self, child: EntityIx, entity: &Entity, node: impl Fn(&EntityId) -> Option<EntityIx>) {
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
fn contains(link: &Link) -> bool {
    let seat = link.attributes.get(&LinkAttribute::Kind).is_some_and(|kind| kind == "seat");
    link.kind == LinkKind::Within && !seat && link.polarity == Polarity::Asserted
}
