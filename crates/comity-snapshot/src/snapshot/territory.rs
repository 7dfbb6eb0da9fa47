//! What lies within what: from a city up to its state and nation, and down from a nation to all its cities.

use std::collections::HashMap;

use comity_graph::cancel::check;
use comity_model::{Entity, EntityId, EntityKind, Level, Link, LinkAttribute, LinkKind};

use super::adjacency::Rows;
use super::{Node, Snapshot};

/// A polity and everything within it; a network or organisation is its own territory.
#[derive(Debug)]
pub struct Territory {
    root: Node,
    inside: Vec<bool>,
    members: Vec<Node>,
}

impl Territory {
    pub fn root(&self) -> Node {
        self.root
    }

    pub fn holds(&self, node: Node) -> bool {
        self.inside[node.place()]
    }

    /// In order, the polity itself included.
    pub fn members(&self) -> &[Node] {
        &self.members
    }
}

impl Snapshot {
    /// All that lies within `node`, directly or not; for a nation also every polity with its country code.
    pub fn territory(&self, node: Node) -> Territory {
        check();
        let mut inside = vec![false; self.entities.len()];
        let mut todo = vec![node];
        let own = self.at(node);
        if own.is(Level::Nation) && own.country.is_some() {
            let same = |other: &Node| self.at(*other).country == own.country;
            todo.extend(self.of_kind(EntityKind::Polity).filter(same));
        }
        while let Some(next) = todo.pop() {
            if !std::mem::replace(&mut inside[next.place()], true) {
                todo.extend(self.children.of(next).map(Node::at));
            }
        }
        let members = self.nodes().filter(|each| inside[each.place()]).collect();
        Territory { root: node, inside, members }
    }

    /// The polities that contain it, nearest first; its nation last, even where only the country code tells it.
    pub fn ancestors(&self, node: Node) -> Vec<Node> {
        check();
        let mut found: Vec<Node> = Vec::new();
        let mut next = 0;
        let mut row = node;
        loop {
            for parent in self.parents.of(row).map(Node::at) {
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
    pub fn nation(&self, node: Node) -> Option<Node> {
        if self.at(node).is(Level::Nation) {
            return Some(node);
        }
        self.ancestors(node).into_iter().find(|above| self.at(*above).is(Level::Nation))
    }

    fn nation_by_code(&self, node: Node) -> Option<Node> {
        let code = self.at(node).country.as_ref()?;
        self.nations.get(code.as_str()).copied()
    }
}

/// Containment as the entity records and the accepted links give it; a seat is no containment.
pub(super) fn containment(
    entities: &[Entity],
    nodes: &HashMap<EntityId, Node>,
    links: &[Link],
    ends: &[(Node, Node)],
) -> (Rows, Rows) {
    let mut pairs: Vec<(Node, Node)> = Vec::new();
    for (place, entity) in entities.iter().enumerate() {
        let parents = entity.within.iter().filter_map(|parent| nodes.get(parent));
        pairs.extend(parents.map(|parent| (Node::at(place), *parent)));
    }
    let contains = |link: &Link| {
        let seat = link.attributes.get(&LinkAttribute::Kind).is_some_and(|kind| kind == "seat");
        link.kind == LinkKind::Within && !seat && link.polarity == comity_model::Polarity::Asserted
    };
    pairs.extend(links.iter().zip(ends).filter(|(link, _)| contains(link)).map(|(_, ends)| *ends));
    pairs.retain(|(child, parent)| child != parent);
    let up = Rows::pairs(entities.len(), pairs.iter().map(|(child, parent)| (*child, parent.0)));
    let down = Rows::pairs(entities.len(), pairs.iter().map(|(child, parent)| (*parent, child.0)));
    (up, down)
}
