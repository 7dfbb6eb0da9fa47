//! The entities that a question is about, refused where they are of the wrong kind.

use comity_model::{EntityId, EntityKind};
use comity_snapshot::{Node, Snapshot};

use super::AskError;

/// The network; an entity of another kind has no members.
pub(crate) fn network(snapshot: &Snapshot, id: &EntityId) -> Result<Node, AskError> {
    let node = snapshot.must(id)?;
    if snapshot.at(node).kind == EntityKind::Network {
        return Ok(node);
    }
    let refer = snapshot.refer(node);
    Err(AskError::Kind { name: refer.full(), what: refer.what, wanted: "network" })
}

/// Two different entities.
pub(crate) fn two(snapshot: &Snapshot, a: &EntityId, b: &EntityId) -> Result<(Node, Node), AskError> {
    let (a, b) = (snapshot.must(a)?, snapshot.must(b)?);
    if a == b { Err(AskError::Same { name: snapshot.refer(a).full() }) } else { Ok((a, b)) }
}
