//! Which entity lies directly within which, both ways.

use std::collections::HashMap;

use comity_model::{Entity, EntityId, Link, LinkAttribute, LinkKind};

use super::adjacency::Adjacency;
use super::entity_ix::EntityIx;

/// Containment as the entity records and the accepted links give it; a seat is no containment.
pub(super) fn containment(
    entities: &[Entity],
    nodes: &HashMap<EntityId, EntityIx>,
    links: &[Link],
    ends: &[(EntityIx, EntityIx)],
) -> (Adjacency, Adjacency) {
    let mut pairs: Vec<(EntityIx, EntityIx)> = Vec::new();
    for (place, entity) in entities.iter().enumerate() {
        let parents = entity.within.iter().filter_map(|parent| nodes.get(parent));
        pairs.extend(parents.map(|parent| (EntityIx::new(place), *parent)));
    }
    pairs.extend(links.iter().zip(ends).filter(|(link, _)| contains(link)).map(|(_, ends)| *ends));
    pairs.retain(|(child, parent)| child != parent);
    let up = Adjacency::pairs(entities.len(), pairs.iter().map(|(child, parent)| (*child, parent.0)));
    let down = Adjacency::pairs(entities.len(), pairs.iter().map(|(child, parent)| (*parent, child.0)));
    (up, down)
}

/// Whether a link puts its subject within its object; a seat does not.
fn contains(link: &Link) -> bool {
    let seat = link.attributes.get(&LinkAttribute::Kind).is_some_and(|kind| kind == "seat");
    link.kind == LinkKind::Within && !seat && link.polarity == comity_model::Polarity::Asserted
}
