//! What is found by many keys at once: active entries, and claims.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{self, parsed};
use crate::error::RegisterError;
use crate::sql;
use crate::store::Session;
use comity_ledger::fold::Active;
use comity_model::{ClaimId, EntityId};

/// Things asked for in one statement at most.
pub(crate) const CHUNK_ROWS: usize = 256;

/// Up to which entry, and as of which batch, an entry counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Until {
    pub(crate) seq: i64,
    pub(crate) batch: i64,
}

/// By thing, in order of the ledger. Things without active entries are left out.
pub(crate) async fn active_entries<S: AsRef<str>>(
    session: &mut Session,
    until: Until,
    abouts: &[S],
) -> Result<BTreeMap<String, Vec<Active>>, RegisterError> {
    let mut found: BTreeMap<String, Vec<Active>> = BTreeMap::new();
    for some in abouts.chunks(CHUNK_ROWS) {
        let statement = sql::for_keys(sql::ACTIVE_ENTRIES, 3, some.len());
        let cells = sql::with_keys([until.seq.into(), until.batch.into()], some);
        session
            .each(statement, cells, |row: crate::store::Row| {
                let seq = row.int(0)?;
                let active = Active { seq, record: entry::record(seq, row.text(2)?)? };
                found.entry(row.text(1)?.to_owned()).or_default().push(active);
                Ok(())
            })
            .await?;
    }
    Ok(found)
}

/// Claims with a mention that was ever read as one of these.
pub(crate) async fn claims_read_as(
    session: &mut Session,
    entities: &BTreeSet<EntityId>,
) -> Result<BTreeSet<ClaimId>, RegisterError> {
    let keys: Vec<&str> = entities.iter().map(EntityId::as_str).collect();
    claims_by(session, sql::CLAIMS_READ_AS, &keys).await
}

/// The claims that a statement finds by some keys.
pub(crate) async fn claims_by(
    session: &mut Session,
    statement: &'static str,
    keys: &[&str],
) -> Result<BTreeSet<ClaimId>, RegisterError> {
    let mut claims = BTreeSet::new();
    for some in keys.chunks(CHUNK_ROWS) {
        let statement = sql::for_keys(statement, 1, some.len());
        for row in session.rows(statement, sql::with_keys([], some)).await? {
            claims.insert(parsed(&row, 0)?);
        }
    }
    Ok(claims)
}
