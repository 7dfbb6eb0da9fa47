//! What lies within what: from a city up to its state and nation, and down from a nation to all its cities.

use std::collections::BTreeSet;

use comity_graph::cancel::check;
use comity_model::{EntityKind, Level};

use super::{EntityIx, Snapshot};

/// A polity and everything within it; a network or organisation is its own territory.
#[derive(Debug)]
pub struct Territory {
    root: EntityIx,
    inside: Vec<bool>,
    members: Vec<EntityIx>,
}

impl Territory {
    pub fn root(&self) -> EntityIx {
        self.root
    }

    pub fn holds(&self, node: EntityIx) -> bool {
        self.inside[node.index()]
    }

    /// In order, the polity itself included.
    pub fn members(&self) -> &[EntityIx] {
        &self.members
    }
}

impl Snapshot {
    /// All that lies within `node`, directly or not; for a nation also every polity with its country code.
    pub fn territory(&self, node: EntityIx) -> Territory {
        check();
        let mut inside = vec![false; self.entities.len()];
        let mut todo = vec![node];
        let own = self.entity(node);
        if own.is(Level::Nation) && own.country.is_some() {
            let same = |other: &EntityIx| self.entity(*other).country == own.country;
            todo.extend(self.of_kind(EntityKind::Polity).filter(same));
        }
        while let Some(next) = todo.pop() {
            if !std::mem::replace(&mut inside[next.index()], true) {
                todo.extend(self.containment.children.of(next).map(EntityIx::new));
            }
        }
        let members = self.nodes().filter(|each| inside[each.index()]).collect();
        Territory { root: node, inside, members }
    }

    /// What lies within it by what is on file of each, directly or not, itself included: all of the [`Self::territory`] of
    /// what is no nation. Cost: what lies within.
    pub fn parts(&self, node: EntityIx) -> BTreeSet<EntityIx> {
        let (mut parts, mut todo) = (BTreeSet::new(), vec![node]);
        while let Some(next) = todo.pop() {
            if parts.insert(next) {
                todo.extend(self.containment.children.of(next).map(EntityIx::new));
            }
        }
        parts
    }

    /// The polities that contain it, nearest first; its nation last, even where only the country code tells it.
    pub fn ancestors(&self, node: EntityIx) -> Vec<EntityIx> {
        check();
        let mut found: Vec<EntityIx> = Vec::new();
        let mut next = 0;
        let mut row = node;
        loop {
            for parent in self.containment.parents.of(row).map(EntityIx::new) {
                if parent != node && !found.contains(&parent) {
                    found.push(parent);
                }
            }
            let Some(above) = found.get(next) else { break };
            (row, next) = (*above, next + 1);
        }
        found.extend(self.nation_by_code(node).filter(|nation| *nation != node && !found.contains(nation)));
        found
    }

    /// The nation it is in, or is.
    pub fn nation(&self, node: EntityIx) -> Option<EntityIx> {
        if self.entity(node).is(Level::Nation) {
            return Some(node);
        }
        self.ancestors(node).into_iter().find(|above| self.entity(*above).is(Level::Nation))
    }

    fn nation_by_code(&self, node: EntityIx) -> Option<EntityIx> {
        let code = self.entity(node).country.as_ref()?;
        self.nations.get(code.as_str())?.last().copied()
    }
}
