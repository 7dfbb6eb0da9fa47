//! What hangs on an entity, and would move with it.

use std::collections::BTreeSet;

use comity_model::ClaimId;
use comity_snapshot::{EntityIx, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

/// How much speaks of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Moves {
    /// Links that start or end at it.
    pub links: u64,
    /// Claims behind those links and claims about it otherwise, each once.
    pub claims: u64,
}

pub(super) fn moves(snapshot: &Snapshot, node: EntityIx) -> Moves {
    let links: Vec<ClaimId> =
        snapshot.outgoing(node).chain(snapshot.incoming(node)).map(|(link, _)| link.claim).collect();
    let statements = snapshot.statements_about(node).map(|statement| statement.id);
    let claims: BTreeSet<ClaimId> = links.iter().copied().chain(statements).collect();
    Moves { links: links.len() as u64, claims: claims.len() as u64 }
}
