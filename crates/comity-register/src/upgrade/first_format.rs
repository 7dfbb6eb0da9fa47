//! The first format of the ledger: its chain held who wrote, and of what, in so many words.

use std::collections::BTreeMap;

use blake3::Hasher;
use serde::Deserialize;

use crate::entry::{EntryKind, damaged};
use crate::error::RegisterError;
use crate::sql;
use crate::store::{Row, Session};

/// Entries read at a time.
const PAGE: i64 = 4096;

/// Where its two tables are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tables {
    pub(super) ledger: &'static str,
    pub(super) payload: &'static str,
}

/// An entry as it was written.
pub(super) struct Entry {
    pub(super) seq: i64,
    pub(super) recorded_at: String,
    pub(super) who: String,
    pub(super) batch: i64,
    pub(super) kind: EntryKind,
    pub(super) about: String,
    payload_digest: String,
    hash: String,
    /// `None`: erased.
    pub(super) body: Option<String>,
}

/// What a note of the first format said: of one entry, and not what it had been about.
#[derive(Deserialize)]
pub(super) struct Erased {
    pub(super) erased: i64,
    pub(super) why: String,
}

/// What a whole ledger comes to.
#[derive(Debug, Default)]
pub(super) struct Summary {
    pub(super) entries: i64,
    pub(super) batches: i64,
    pub(super) head: String,
    /// In order of their first entry.
    pub(super) authors: Vec<String>,
    /// What entries were about that were erased since.
    pub(super) erased: BTreeMap<i64, String>,
}

impl Tables {
    /// The entries after one, a page of them.
    pub(super) async fn page(self, session: &mut Session, after: i64) -> Result<Vec<Entry>, RegisterError> {
        let statement = sql::FIRST_FORMAT.replace("{ledger}", self.ledger).replace("{payload}", self.payload);
        let rows = session.rows(sql::safe(statement), vec![after.into(), PAGE.into()]).await?;
        rows.iter().map(entry).collect()
    }

    /// Goes through the whole chain; an error where it does not hold.
    pub(super) async fn check(self, session: &mut Session) -> Result<Summary, RegisterError> {
        let mut summary = Summary::default();
        loop {
            let page = self.page(session, summary.entries).await?;
            if page.is_empty() {
                return Ok(summary);
            }
            page.into_iter().try_for_each(|entry| summary.add(entry))?;
        }
    }
}

impl Summary {
    fn add(&mut self, entry: Entry) -> Result<(), RegisterError> {
        let seq = entry.seq;
        if seq != self.entries + 1 || entry.hash(&self.head) != entry.hash {
            return Err(damaged(seq, &"the chain of the first format does not hold here"));
        }
        match &entry.body {
            Some(body) if digest(body) != entry.payload_digest => {
                return Err(damaged(seq, &"its words are not what was recorded"));
            }
            Some(_) => {}
            None => drop(self.erased.insert(seq, entry.about)),
        }
        if !self.authors.contains(&entry.who) {
            self.authors.push(entry.who);
        }
        (self.entries, self.batches, self.head) = (seq, entry.batch, entry.hash);
        Ok(())
    }
}

impl Entry {
    fn hash(&self, before: &str) -> String {
        let mut hasher = Hasher::new();
        let Self { recorded_at, who, about, payload_digest, .. } = self;
        for number in [self.seq, self.batch] {
            hasher.update(&number.to_le_bytes());
        }
        for text in [before, recorded_at, who, self.kind.as_str(), about, payload_digest] {
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}

fn digest(body: &str) -> String {
    blake3::hash(body.as_bytes()).to_hex().to_string()
}

/// From `seq, recorded_at, who, batch, kind, about, payload_digest, hash, body`.
fn entry(row: &Row) -> Result<Entry, RegisterError> {
    let seq = row.int(0)?;
    Ok(Entry {
        seq,
        recorded_at: row.text(1)?.to_owned(),
        who: row.text(2)?.to_owned(),
        batch: row.int(3)?,
        kind: row.text(4)?.parse().map_err(|cause: String| damaged(seq, &cause))?,
        about: row.text(5)?.to_owned(),
        payload_digest: row.text(6)?.to_owned(),
        hash: row.text(7)?.to_owned(),
        body: row.maybe_text(8)?.map(str::to_owned),
    })
}
