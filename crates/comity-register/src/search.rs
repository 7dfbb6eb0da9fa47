//! Finding entities by name, in any script and without minding accents.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_model::{Entity, EntityId, Record, Seq};

use crate::entry;
use crate::error::RegisterError;
use crate::known;
use crate::name;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

/// How many entities are looked at for each that is wanted: the best of a rank are told by their size.
const WIDE: i64 = 8;

impl Register {
    /// Entities with a name that is `text`, then those with a name that starts with it, then those in which a
    /// later word does; larger ones first.
    pub async fn search(&self, text: &str, known: Seq, limit: u32) -> Result<Vec<Entity>, RegisterError> {
        let folded = name::folded(text);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        let mut session = self.store.read().await?;
        let known = known::whole(&mut session, known).await?;
        let end = format!("{folded}\u{7f}");
        let word = format!("% {folded}%");
        let limit_wide = i64::from(limit) * WIDE;
        let cells = vec![known.0.into(), folded.into(), end.into(), word.into(), limit_wide.into()];
        let mut far: BTreeMap<String, i64> = BTreeMap::new();
        for row in session.rows(sql::ENTITIES_BY_NAME, cells).await? {
            far.insert(row.text(0)?.to_owned(), row.int(1)?);
        }
        let ids: Vec<String> = far.keys().cloned().collect();
        let mut found = entities(&mut session, &ids, known).await?;
        found.sort_by_key(|entity| (far.get(entity.id.as_str()).copied(), Reverse(entity.population)));
        found.truncate(limit.try_into().unwrap_or(usize::MAX));
        Ok(found)
    }

    /// The entity as it was recorded; what it was merged into is in the holdings.
    pub async fn entity(&self, id: &EntityId, known: Seq) -> Result<Option<Entity>, RegisterError> {
        let mut session = self.store.read().await?;
        let known = known::whole(&mut session, known).await?;
        Ok(entities(&mut session, &[id.to_string()], known).await?.pop())
    }
}

async fn entities(session: &mut Session, ids: &[String], known: Seq) -> Result<Vec<Entity>, RegisterError> {
    let mut found = Vec::new();
    for some in ids.chunks(256) {
        let statement = sql::for_keys(sql::ENTITY, 2, some.len());
        for row in session.rows(statement, sql::with_keys([known.0.into()], some)).await? {
            if let Record::Entity(entity) = entry::record(row.int(0)?, row.text(1)?)? {
                found.push(entity);
            }
        }
    }
    Ok(found)
}
