//! The entities that a question is about, refused where they are of the wrong kind.

use comity_model::{EntityId, EntityKind};
use comity_snapshot::{EntityIx, Snapshot};

use super::AskError;

/// The network; an entity of another kind has no members.
pub(crate) fn network(snapshot: &Snapshot, id: &EntityId) -> Result<EntityIx, AskError> {
    let node = snapshot.require(id)?;
    if snapshot.entity(node).kind == EntityKind::Network {
        return Ok(node);
    }
    let refer = snapshot.refer(node);
    Err(AskError::Kind { name: refer.full(), what: refer.what, wanted: "network" })
}

/// Two different entities.
pub(crate) fn two(snapshot: &Snapshot, a: &EntityId, b: &EntityId) -> Result<(EntityIx, EntityIx), AskError> {
    let (a, b) = (snapshot.require(a)?, snapshot.require(b)?);
    if a == b { Err(AskError::Same { name: snapshot.refer(a).full() }) } else { Ok((a, b)) }
}
