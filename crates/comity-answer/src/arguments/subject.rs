//! The entities that a question is about, refused where they are of the wrong kind.

use comity_model::{EntityId, EntityKind};
use comity_snapshot::{Node, World};

use super::AskError;

/// The network; an entity of another kind has no members.
pub(crate) fn network(world: &World, id: &EntityId) -> Result<Node, AskError> {
    let node = world.must(id)?;
    if world.at(node).kind == EntityKind::Network {
        return Ok(node);
    }
    let refer = world.refer(node);
    Err(AskError::Kind { name: refer.full(), what: refer.what, wanted: "network" })
}

/// Two different entities.
pub(crate) fn two(world: &World, a: &EntityId, b: &EntityId) -> Result<(Node, Node), AskError> {
    let (a, b) = (world.must(a)?, world.must(b)?);
    if a == b { Err(AskError::Same { name: world.refer(a).full() }) } else { Ok((a, b)) }
}
