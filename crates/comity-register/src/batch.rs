//! The entries of one import, reading or editing session.

use comity_model::{BatchId, Seq};
use schemars::JsonSchema;
use serde::Serialize;

use crate::derived::{self, BatchRow};
use crate::entry::damaged;
use crate::error::RegisterError;
use crate::store::{Row, Session};
use crate::timestamp::Timestamp;

/// What a batch does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "BatchNature")]
pub enum BatchKind {
    Records,
    /// Takes an earlier batch out of force.
    Undo,
    /// Took the words of an earlier entry away for good.
    Erasure,
    /// Carries over what an older format recorded.
    Upgrade,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Batch {
    pub id: BatchId,
    pub title: String,
    pub by: String,
    pub recorded_at: Timestamp,
    pub first: Seq,
    pub last: Seq,
    /// How many it has, those that name it and its author aside.
    pub entries: u64,
    pub nature: BatchKind,
    pub undone_by: Option<BatchId>,
}

impl BatchKind {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Records, "records"),
        (Self::Undo, "undo"),
        (Self::Erasure, "erasure"),
        (Self::Upgrade, "upgrade"),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl Batch {
    /// From `id, title, who, recorded_at, first_seq, last_seq, entries, nature, undone_by`.
    pub(crate) fn from_row(row: &Row) -> Result<Self, RegisterError> {
        let first = row.int(4)?;
        let nature = BatchKind::ALL.into_iter().find(|(_, name)| Ok(*name) == row.text(7).map_err(drop));
        Ok(Self {
            id: BatchId(row.int(0)?),
            title: row.text(1)?.to_owned(),
            by: row.text(2)?.to_owned(),
            recorded_at: row.text(3)?.parse()?,
            first: Seq(first),
            last: Seq(row.int(5)?),
            entries: row.int(6)?.unsigned_abs(),
            nature: nature.ok_or_else(|| damaged(first, &"a batch of unknown nature"))?.0,
            undone_by: row.maybe_int(8)?.map(BatchId),
        })
    }

    pub(crate) async fn insert(&self, session: &mut Session) -> Result<(), RegisterError> {
        let row = BatchRow {
            id: self.id.0.into(),
            title: self.title.as_str().into(),
            who: self.by.as_str().into(),
            recorded_at: self.recorded_at.as_str().into(),
            first_seq: self.first.0.into(),
            last_seq: self.last.0.into(),
            entries: self.entries.cast_signed().into(),
            nature: self.nature.as_str().into(),
            undone_by: self.undone_by.map(|batch| batch.0).into(),
        };
        derived::insert(session, row).await
    }
}
