//! The active entries of many things at once.

use std::collections::BTreeMap;

use crate::entry;
use crate::error::RegisterError;
use crate::sql;
use crate::store::Session;
use comity_ledger::fold::Active;

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
