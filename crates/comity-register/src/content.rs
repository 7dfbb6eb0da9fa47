//! What a register says, as a digest: the same wherever the same files were taken in, whoever did it and when.

use std::sync::{Mutex, PoisonError};

use blake3::Hasher;
use comity_ledger::fold;
use comity_model::{BatchId, Record, Seq};

use crate::batch::Batch;
use crate::entry;
use crate::error::RegisterError;
use crate::log;
use crate::register::{Register, head};
use crate::sql;
use crate::store::{Row, Session};

impl Register {
    /// BLAKE3 over the records in force at `known`, without times, authors, batches and numbers; empty where there
    /// are none.
    ///
    /// What a later record replaces does not count, nor the order of those that say different things; the day on
    /// which a file was read is a time of ours. Cost: one pass over all words.
    /// The last few are remembered.
    pub async fn content(&self, known: Seq) -> Result<String, RegisterError> {
        let mut session = self.store.read().await?;
        let Some(batch) = log::batch_at(&mut session, known).await? else { return Ok(String::new()) };
        let state = State { batch: batch.id, erasures: head(&mut session).await?.0.erasures };
        if let Some(digest) = self.contents.find(state) {
            return Ok(digest);
        }
        let digest = content(&mut session, &batch).await?;
        self.contents.keep(state, digest.clone());
        Ok(digest)
    }
}

/// What is known at the end of a batch changes with take-downs alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    batch: BatchId,
    erasures: u64,
}

/// Digests computed lately, the latest last.
#[derive(Debug, Default)]
pub(crate) struct Contents(Mutex<Vec<(State, String)>>);

impl Contents {
    /// How many are remembered: today's, and those of a few past moments that somebody takes files of.
    const CACHE_SIZE: usize = 16;

    fn find(&self, state: State) -> Option<String> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(of, _)| *of == state).map(|(_, digest)| digest.clone())
    }

    fn keep(&self, state: State, digest: String) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == Self::CACHE_SIZE {
            kept.remove(0);
        }
        kept.push((state, digest));
    }
}

async fn content(session: &mut Session, batch: &Batch) -> Result<String, RegisterError> {
    let mut contents = ContentHasher::default();
    let cells = vec![batch.last.0.into(), batch.id.0.into()];
    session.each(sql::CONTENTS, cells, |row| contents.add(&row)).await?;
    contents.finish();
    Ok(if contents.empty { String::new() } else { contents.hasher.finalize().to_hex().to_string() })
}

/// The records about one thing, and the digest of all before it.
struct ContentHasher {
    hasher: Hasher,
    about: String,
    records: Vec<Record>,
    empty: bool,
}

impl Default for ContentHasher {
    fn default() -> Self {
        Self { hasher: Hasher::new(), about: String::new(), records: Vec::new(), empty: true }
    }
}

impl ContentHasher {
    /// From `about, seq, body`.
    fn add(&mut self, row: &Row) -> Result<(), RegisterError> {
        let about = row.text(0)?;
        if about != self.about {
            self.finish();
            about.clone_into(&mut self.about);
        }
        let mut record = entry::record(row.int(1)?, row.text(2)?)?;
        if let Record::Source(source) = &mut record {
            source.seen = None;
        }
        self.records.retain(|earlier| !fold::is_replaced(earlier, &record));
        self.records.push(record);
        Ok(())
    }

    /// Takes in the records about one thing, in an order of their own.
    fn finish(&mut self) {
        let mut lines: Vec<String> = self.records.drain(..).map(|record| record.to_line()).collect();
        lines.sort_unstable();
        for line in lines {
            self.empty = false;
            self.hasher.update(&(line.len() as u64).to_le_bytes()).update(line.as_bytes());
        }
    }
}
