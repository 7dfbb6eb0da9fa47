//! Which entity lies within which at a later moment.

use std::collections::{HashMap, HashSet};

use super::laid::Laid;
use crate::snapshot::EntityIx;
use crate::snapshot::containment::{ByRecords, Containment, contains};

impl Containment {
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
}
