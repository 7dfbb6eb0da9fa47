//! Which entities were found to be one, as of a state of the register.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::canon::IdentityDecision;
use comity_model::{EntityId, EntityKind, Seq};

use crate::entry::parsed;
use crate::error::RegisterError;
use crate::lookup;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

impl Register {
    /// Every decision about two entities that stands, in the order in which they were taken: merges, and what
    /// was told apart.
    pub async fn samenesses(&self, known: Seq) -> Result<Vec<IdentityDecision>, RegisterError> {
        samenesses(&mut self.store.read().await?, known).await
    }
}

async fn samenesses(session: &mut Session, known: Seq) -> Result<Vec<IdentityDecision>, RegisterError> {
    let rows = session.rows(sql::SAMES, vec![known.0.into()]).await?;
    rows.iter().map(|row| Ok((parsed(row, 0)?, parsed(row, 1)?, parsed(row, 2)?))).collect()
}

/// What merged entities became.
pub(crate) async fn canon(
    session: &mut Session,
    known: Seq,
) -> Result<BTreeMap<EntityId, EntityId>, RegisterError> {
    let decisions = samenesses(session, known).await?;
    let ids: BTreeSet<&EntityId> = decisions.iter().flat_map(|(a, b, _)| [a, b]).collect();
    let entities = lookup::entities(session, known, ids).await?;
    // An agreement known by its parties alone has no record: its id says what it is.
    let derived = |id: &EntityId| is_derived(id).then_some(EntityKind::Agreement);
    let kind = |id: &EntityId| entities.get(id).map(|entity| entity.kind).or_else(|| derived(id));
    let mergeable = |a: &EntityId, b: &EntityId| kind(a).is_some() && kind(a) == kind(b);
    Ok(comity_ledger::canon::canon(&decisions, mergeable))
}

/// Whether an id may be that of an agreement that only links speak of.
pub(crate) fn is_derived(id: &EntityId) -> bool {
    id.as_str().starts_with("ag-")
}
