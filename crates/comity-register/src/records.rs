//! Everything in force as records again: what an export writes and an import takes in.

use comity_model::{Record, Seq};

use crate::entry;
use crate::error::RegisterError;
use crate::log;
use crate::register::Register;
use crate::sql;

/// Entries read at a time.
const PAGE: i64 = 8192;

impl Register {
    /// The records that `known` rests on, in the order in which they were recorded: a register that takes them
    /// in, in this order, holds the same.
    pub async fn records(&self, known: Seq) -> Result<Vec<Record>, RegisterError> {
        let mut session = self.store.read().await?;
        let mut records = Vec::new();
        let Some(batch) = log::batch_at(&mut session, known).await? else { return Ok(records) };
        let mut after = 0;
        loop {
            let cells = vec![batch.last.0.into(), batch.id.0.into(), after.into(), PAGE.into()];
            let rows = session.rows(sql::RECORDS, cells).await?;
            let Some(last) = rows.last() else { return Ok(records) };
            after = last.int(0)?;
            for row in &rows {
                records.push(entry::record(row.int(0)?, row.text(1)?)?);
            }
        }
    }
}
