//! One entry of the ledger: what was said, by whom and when.

use std::str::FromStr;

use comity_model::{BatchId, Record, Seq};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RegisterError;
use crate::note::Note;
use crate::store::Row;
use crate::timestamp::Timestamp;

/// The kinds of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// Opens a batch and names it.
    Batch,
    Source,
    Entity,
    Claim,
    Judgement,
    Coverage,
    Undo,
    /// Says that earlier entries were erased, and why.
    Note,
    /// Names an author, of whom the chain knows a handle only.
    Author,
    /// Entry 0 of a ledger that was renewed: it names the head of the older one.
    Upgrade,
}

/// An entry as history shows it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LogEntry {
    pub seq: Seq,
    pub at: Timestamp,
    pub by: String,
    pub batch: BatchId,
    pub kind: EntryKind,
    /// What it speaks of: `claim:…`, `entity:…`, `source:…`, `same:a|b`, `coverage:…`, `batch:…`, `author:…`, `register`.
    /// `None`: erased.
    pub about: Option<String>,
    /// `None`: erased.
    pub content: Option<Content>,
    pub undone_by: Option<BatchId>,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "nearly every entry is a record")]
pub enum Content {
    Record(Record),
    Undo {
        undo: BatchId,
        why: String,
    },
    Erased {
        erased: Vec<Seq>,
        why: String,
    },
    Batch {
        title: String,
    },
    Author {
        name: String,
    },
    /// So many entries had been recorded in an older format, under this head.
    Upgrade {
        format: u32,
        entries: Seq,
        head: String,
    },
}

impl Content {
    /// Canonical JSON on one line.
    pub(crate) fn to_body(&self) -> String {
        serde_json::to_string(self).expect("an entry is plain data")
    }

    pub(crate) fn from_body(seq: i64, kind: EntryKind, body: &str) -> Result<Self, RegisterError> {
        if kind.is_record() {
            return record(seq, body).map(Self::Record);
        }
        if kind == EntryKind::Note {
            let note = Note::from_body(seq, body)?;
            let erased = note.erased.into_iter().map(|erased| erased.seq).collect();
            return Ok(Self::Erased { erased, why: note.why });
        }
        serde_json::from_str(body).map_err(|error| damaged(seq, &error))
    }
}

impl std::fmt::Display for EntryKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl EntryKind {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Batch, "batch"),
        (Self::Source, "source"),
        (Self::Entity, "entity"),
        (Self::Claim, "claim"),
        (Self::Judgement, "judgement"),
        (Self::Coverage, "coverage"),
        (Self::Undo, "undo"),
        (Self::Note, "note"),
        (Self::Author, "author"),
        (Self::Upgrade, "upgrade"),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Whether it only says who begins, or goes on with, what.
    pub(crate) fn is_opening(self) -> bool {
        matches!(self, Self::Batch | Self::Author | Self::Upgrade)
    }

    /// Whether it holds a record of the open format.
    pub fn is_record(self) -> bool {
        !(self.is_opening() || matches!(self, Self::Undo | Self::Note))
    }
}

impl FromStr for EntryKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|(_, name)| *name == text);
        known.map(|(kind, _)| *kind).ok_or_else(|| format!("`{text}` is no kind of entry"))
    }
}

/// Reads a stored record back.
pub(crate) fn record(seq: i64, body: &str) -> Result<Record, RegisterError> {
    serde_json::from_str(body).map_err(|error| damaged(seq, &error))
}

pub(crate) fn damaged(seq: i64, cause: &dyn std::fmt::Display) -> RegisterError {
    RegisterError::Damaged { seq, cause: cause.to_string() }
}

/// For a value of a derived table.
pub(crate) fn unreadable(cause: &dyn std::fmt::Display) -> RegisterError {
    RegisterError::Derived { cause: cause.to_string() }
}

/// One text of a row as what it stands for.
pub(crate) fn parsed<T: FromStr<Err: std::fmt::Display>>(
    row: &Row,
    column: usize,
) -> Result<T, RegisterError> {
    row.text(column)?.parse().map_err(|error| unreadable(&error))
}

/// From `seq, recorded_at, name of the author, batch, kind, about, body, undone_by`.
pub(crate) fn log_entry(row: &Row) -> Result<LogEntry, RegisterError> {
    let seq = row.int(0)?;
    let kind = row.text(4)?.parse().map_err(|cause: String| damaged(seq, &cause))?;
    let body = row.maybe_text(6)?;
    Ok(LogEntry {
        seq: Seq(seq),
        at: row.text(1)?.parse()?,
        by: row.text(2)?.to_owned(),
        batch: BatchId(row.int(3)?),
        kind,
        about: row.maybe_text(5)?.map(str::to_owned),
        content: body.map(|body| Content::from_body(seq, kind, body)).transpose()?,
        undone_by: row.maybe_int(7)?.map(BatchId),
    })
}
