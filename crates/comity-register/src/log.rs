//! History: the entries and the batches, as they were written.

use comity_ledger::about;
use comity_model::{BatchId, EntityId, Seq};

use crate::batch::Batch;
use crate::entry::{LogEntry, log_entry};
use crate::error::RegisterError;
use crate::register::Register;
use crate::sql;
use crate::store::{Cell, Session};
use crate::timestamp::Timestamp;

impl Register {
    /// Entries, newest first, from the one before `before`, or from the end.
    pub async fn log(&self, before: Option<Seq>, limit: u32) -> Result<Vec<LogEntry>, RegisterError> {
        let mut session = self.store.read().await?;
        let cells = vec![before.map_or(i64::MAX, |seq| seq.0).into(), i64::from(limit).into()];
        let rows = session.rows(sql::LOG, cells).await?;
        rows.iter().map(log_entry).collect()
    }

    /// Batches, newest first, from the one before `before`, or from the end.
    pub async fn batches(&self, before: Option<BatchId>, limit: u32) -> Result<Vec<Batch>, RegisterError> {
        let mut session = self.store.read().await?;
        let cells = vec![before.map_or(i64::MAX, |batch| batch.0).into(), i64::from(limit).into()];
        let rows = session.rows(sql::BATCHES, cells).await?;
        rows.iter().map(Batch::from_row).collect()
    }

    pub async fn batch(&self, id: BatchId) -> Result<Option<Batch>, RegisterError> {
        let mut session = self.store.read().await?;
        batch(&mut session, id).await
    }

    /// The last batch in which this person only decided, and that nobody took back.
    pub async fn last_decision(&self, by: &str) -> Result<Option<Batch>, RegisterError> {
        let mut session = self.store.read().await?;
        one(&mut session, sql::LAST_DECISION, by.into()).await
    }

    /// Every entry that holds a record of this entity, oldest first.
    pub async fn entity_history(&self, id: &EntityId) -> Result<Vec<LogEntry>, RegisterError> {
        let mut session = self.store.read().await?;
        entries_about(&mut session, &about::entity(id)).await
    }
}

/// Every entry about one thing, undone ones included, oldest first.
pub(crate) async fn entries_about(
    session: &mut Session,
    about: &str,
) -> Result<Vec<LogEntry>, RegisterError> {
    let rows = session.rows(sql::ENTRIES_ABOUT, vec![about.into()]).await?;
    rows.iter().map(log_entry).collect()
}

pub(crate) async fn batch(session: &mut Session, id: BatchId) -> Result<Option<Batch>, RegisterError> {
    one(session, sql::BATCH_BY_ID, id.0.into()).await
}

/// The batch that holds an entry; the last one for a number beyond the end.
pub(crate) async fn batch_at(session: &mut Session, seq: Seq) -> Result<Option<Batch>, RegisterError> {
    one(session, sql::BATCH_AT, seq.0.into()).await
}

/// The hash of the ledger there; empty where it has no such entry.
pub(crate) async fn hash_at(session: &mut Session, seq: Seq) -> Result<String, RegisterError> {
    let rows = session.rows(sql::HASH_AT, vec![seq.0.into()]).await?;
    let hash = rows.first().map(|row| row.text(0).map(str::to_owned)).transpose()?;
    Ok(hash.unwrap_or_default())
}

pub(crate) async fn last_batch_by(
    session: &mut Session,
    moment: &Timestamp,
) -> Result<Option<Batch>, RegisterError> {
    one(session, sql::LAST_BATCH_BY_TIME, moment.as_str().into()).await
}

async fn one(
    session: &mut Session,
    statement: &'static str,
    cell: Cell,
) -> Result<Option<Batch>, RegisterError> {
    let rows = session.rows(statement, vec![cell]).await?;
    rows.first().map(Batch::from_row).transpose()
}
