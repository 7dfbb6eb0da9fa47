//! Taking a batch back: nothing is deleted, its entries are out of force from then on.

use comity_model::{BatchId, Seq};
use schemars::JsonSchema;
use serde::Serialize;

use crate::batch::{Batch, BatchKind};
use crate::batch_writer::{BatchWriter, Signature};
use crate::derived::OPEN;
use crate::entry::{Content, EntryKind, damaged};
use crate::error::RegisterError;
use crate::log;
use crate::register::Register;
use crate::sql;
use crate::timestamp::Timestamp;

/// How many entries that lean on an undone batch a preview names.
const SHOWN: i64 = 100;

/// What undoing a batch would do.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UndoPreview {
    pub batch: Batch,
    /// Its entries, those that name it and its author aside.
    pub entries: u64,
    /// Entries of other batches that speak of what this one alone holds up; they stay, and say nothing
    /// until it is there again. The first 100 of them.
    pub inert: Vec<Inert>,
    pub inert_total: u64,
}

/// An entry that would lose what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Inert {
    pub seq: Seq,
    pub batch: BatchId,
    pub kind: EntryKind,
    pub about: String,
}

/// A batch was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Undone {
    /// The batch that did it.
    pub batch: BatchId,
    pub undone: BatchId,
    pub entries: u64,
}

impl Register {
    /// What undoing `batch` would take away, and what leans on it.
    pub async fn preview_undo(&self, batch: BatchId) -> Result<UndoPreview, RegisterError> {
        let mut session = self.store.read().await?;
        let batch = undoable(log::batch(&mut session, batch).await?, batch)?;
        let cells = vec![batch.id.0.into(), OPEN.into(), SHOWN.into()];
        let (mut inert, mut total) = (Vec::new(), 0);
        for row in session.rows(sql::INERT, cells).await? {
            let seq = row.int(0)?;
            let kind = row.text(2)?.parse().map_err(|cause: String| damaged(seq, &cause))?;
            let about = row.text(3)?.to_owned();
            inert.push(Inert { seq: Seq(seq), batch: BatchId(row.int(1)?), kind, about });
            total = row.int(4)?;
        }
        let inert_total = total.unsigned_abs();
        Ok(UndoPreview { entries: batch.entries, batch, inert, inert_total })
    }

    /// Takes a batch back. What it had replaced is in force again; what leans on it says nothing.
    ///
    /// An undo cannot be undone: importing the same records again asserts them anew.
    pub async fn undo(
        &self,
        batch: BatchId,
        why: &str,
        by: &str,
        at: &Timestamp,
    ) -> Result<Undone, RegisterError> {
        let title = format!("undo of batch {}", batch.0);
        let signature = Signature { by, at };
        let mut batch_writer = BatchWriter::open(&self.store, &title, signature, BatchKind::Undo).await?;
        let undone = undoable(log::batch(&mut batch_writer.session, batch).await?, batch)?;
        let body = Content::Undo { undo: batch, why: why.to_owned() }.to_body();
        batch_writer.append(EntryKind::Undo, format!("batch:{}", batch.0), body);
        batch_writer.undo(batch).await?;
        let done = batch_writer.finish().await?;
        Ok(Undone { batch: done.id, undone: batch, entries: undone.entries })
    }
}

fn undoable(found: Option<Batch>, id: BatchId) -> Result<Batch, RegisterError> {
    let batch = found.ok_or(RegisterError::NoBatch(id))?;
    match (batch.nature, batch.undone_by) {
        (BatchKind::Undo | BatchKind::Erasure | BatchKind::Upgrade, _) => Err(RegisterError::NotUndoable(id)),
        (BatchKind::Records, Some(by)) => Err(RegisterError::AlreadyUndone { batch: id, by }),
        (BatchKind::Records, None) => Ok(batch),
    }
}
