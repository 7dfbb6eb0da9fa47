//! Taking records in: one batch, all or nothing, and nothing that is known already.

use std::collections::{BTreeMap, HashSet};

use comity_ledger::about::about;
use comity_ledger::fold::{self, Active};
use comity_model::{BatchId, Record};
use schemars::JsonSchema;
use serde::Serialize;

use crate::batch::BatchKind;
use crate::batch_writer::{BatchWriter, Signature, kind_of};
use crate::error::RegisterError;
use crate::register::Register;
use crate::salt::Salts;
use crate::sealed_payload::SealedPayload;
use crate::settle::Affected;
use crate::store::Store;
use crate::timestamp::Timestamp;

/// Records taken, settled and written at a time: memory stays flat however long the batch.
const PAGE: usize = 8192;

/// Who brings what, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBatch {
    /// What a reader of the history sees: a file's name, "corrections of 3 May".
    pub title: String,
    pub by: String,
    pub at: Timestamp,
}

/// What a batch added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Committed {
    /// `None`: everything was known already, and nothing was written.
    pub batch: Option<BatchId>,
    /// Entries added, by kind of record.
    pub added: BTreeMap<&'static str, u64>,
    pub unchanged: u64,
}

impl Register {
    /// Adds what is new in `records` as one batch; a record already in force in the same words adds nothing.
    ///
    /// `progress` is told how many records were taken so far. Cost: linear in the records, in flat memory;
    /// other writers wait until it is done, readers do not.
    pub async fn commit<I>(
        &self,
        new: NewBatch,
        records: I,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Committed, RegisterError>
    where
        I: IntoIterator<Item = Record>,
        I::IntoIter: Send,
    {
        let mut records = records.into_iter();
        let mut batch = RecordBatch::open(&self.store, &new).await?;
        let mut sealing = Sealing::new()?;
        let mut taken = 0;
        loop {
            let page = sealing.seal(records.by_ref().take(PAGE));
            if page.is_empty() {
                return batch.finish().await;
            }
            taken += page.len() as u64;
            batch.take(page).await?;
            progress(taken);
        }
    }
}

/// A record as it joins the ledger, if it is new.
pub(crate) struct NewRecord {
    payload: SealedPayload,
    record: Record,
}

/// Makes records of one batch ready for the ledger.
pub(crate) struct Sealing {
    salts: Salts,
    sealed: i64,
}

impl Sealing {
    /// The error: the system gives no random bytes.
    pub(crate) fn new() -> Result<Self, RegisterError> {
        Ok(Self { salts: Salts::new()?, sealed: 0 })
    }

    pub(crate) fn seal(&mut self, records: impl IntoIterator<Item = Record>) -> Vec<NewRecord> {
        records.into_iter().map(|record| self.seal_one(record)).collect()
    }

    /// Whether it is known is seen only when it is taken: the digest of a known one is made for nothing, in an intake
    /// beside the writing.
    fn seal_one(&mut self, record: Record) -> NewRecord {
        self.sealed += 1;
        let payload = SealedPayload::new(&self.salts, self.sealed, about(&record), record.to_line());
        NewRecord { payload, record }
    }
}

/// A batch of records being taken in.
pub(crate) struct RecordBatch {
    writer: BatchWriter,
    committed: Committed,
    /// Sources and entities that other batches have said in the same words.
    repeated: Vec<String>,
}

impl RecordBatch {
    pub(crate) async fn open(store: &Store, new: &NewBatch) -> Result<Self, RegisterError> {
        let signature = Signature { by: &new.by, at: &new.at };
        let writer = BatchWriter::open(store, &new.title, signature, BatchKind::Records).await?;
        let committed = Committed { batch: None, added: BTreeMap::new(), unchanged: 0 };
        Ok(Self { writer, committed, repeated: Vec::new() })
    }

    /// Takes what is new of a page.
    pub(crate) async fn take(&mut self, page: Vec<NewRecord>) -> Result<(), RegisterError> {
        let Self { writer, committed, repeated } = self;
        let mut wanted: Vec<&str> = page.iter().map(|new| new.payload.about.as_str()).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut before = writer.active_entries(&wanted).await?;
        let mut affected = Affected::default();
        for NewRecord { payload, record } in page {
            let about = &payload.about;
            let known = affected.entries.get(about).or_else(|| before.get(about));
            let known = known.map_or(&[] as &[Active], Vec::as_slice);
            if fold::says_already(known, &record) {
                committed.unchanged += 1;
                let is_of_others = known.iter().all(|entry| entry.seq < writer.batch.first.0);
                if is_of_others && matches!(record, Record::Source(_) | Record::Entity(_)) {
                    repeated.push(payload.about);
                }
                continue;
            }
            *committed.added.entry(record.kind()).or_default() += 1;
            let about = about.clone();
            let seq = writer.append_sealed(kind_of(&record), payload);
            let entries = affected.entries.entry(about).or_insert_with_key(|about| {
                let known = before.remove(about);
                affected.stale.extend(known.is_some().then(|| about.clone()));
                // Most things are a claim and one judgement of it.
                known.unwrap_or_else(|| Vec::with_capacity(2))
            });
            entries.push(Active { seq, record });
        }
        writer.settle(affected).await
    }

    /// Makes the batch part of the register, if anything in it was new.
    pub(crate) async fn finish(mut self) -> Result<Committed, RegisterError> {
        if !self.writer.is_empty() {
            let mut seen = HashSet::new();
            self.repeated.retain(|about| seen.insert(about.clone()));
            for page in std::mem::take(&mut self.repeated).chunks(PAGE) {
                self.repeat(page).await?;
            }
            self.committed.batch = Some(self.writer.finish().await?.id);
        }
        Ok(self.committed)
    }

    /// Says again what other batches said of the sources and entities that this batch's claims need, so that
    /// undoing those batches leaves this one standing.
    async fn repeat(&mut self, abouts: &[String]) -> Result<(), RegisterError> {
        let mut before = self.writer.active_entries(abouts).await?;
        let mut affected = Affected::default();
        for about in abouts {
            let mut entries = before.remove(about).unwrap_or_default();
            let Some(record) = entries.last().map(|last| last.record.clone()) else { continue };
            let seq = self.writer.append(kind_of(&record), about.clone(), record.to_line());
            entries.push(Active { seq, record });
            affected.stale.push(about.clone());
            affected.entries.insert(about.clone(), entries);
        }
        self.writer.settle(affected).await
    }
}
