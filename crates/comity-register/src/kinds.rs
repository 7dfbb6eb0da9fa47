//! Which kind of thing each entity is, remembered while a batch is written.

use std::collections::HashMap;

use comity_model::{EntityId, EntityKind};

use crate::derived::OPEN;
use crate::entry::unreadable;
use crate::error::RegisterError;
use crate::sql;
use crate::store::Session;

/// Entities asked for in one statement at most.
const CHUNK_ROWS: usize = 256;

/// `None` stands for an entity that the register does not hold.
#[derive(Default)]
pub(crate) struct Kinds(HashMap<EntityId, Option<EntityKind>>);

impl Kinds {
    pub(crate) fn of(&self, id: &EntityId) -> Option<EntityKind> {
        self.0.get(id).copied().flatten()
    }

    /// The kind it had before.
    pub(crate) fn set(&mut self, id: EntityId, kind: Option<EntityKind>) -> Option<EntityKind> {
        self.0.insert(id, kind).flatten()
    }

    /// Makes sure that all of these are known, or known to be missing.
    pub(crate) async fn load<'i>(
        &mut self,
        session: &mut Session,
        ids: impl IntoIterator<Item = &'i EntityId>,
    ) -> Result<(), RegisterError> {
        let mut missing: Vec<&EntityId> = ids.into_iter().filter(|id| !self.0.contains_key(*id)).collect();
        missing.sort_unstable();
        missing.dedup();
        for some in missing.chunks(CHUNK_ROWS) {
            self.0.extend(some.iter().map(|id| ((*id).clone(), None)));
            let keys: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
            let statement = sql::for_keys(sql::KINDS, 2, keys.len());
            for row in session.rows(statement, sql::with_keys([OPEN.into()], &keys)).await? {
                let id = row.text(0)?.parse().map_err(|error| unreadable(&error))?;
                let kind = row.text(1)?.parse().map_err(|error| unreadable(&error))?;
                self.set(id, Some(kind));
            }
        }
        Ok(())
    }
}
