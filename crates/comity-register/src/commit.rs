//! Taking records in: one batch, all or nothing, and nothing that is known already.

use std::collections::BTreeMap;

use comity_ledger::about::about;
use comity_ledger::fold::{self, Active};
use comity_model::{BatchId, Record};
use schemars::JsonSchema;
use serde::Serialize;

use crate::batch::BatchKind;
use crate::batch_writer::{BatchWriter, Signature, kind_of};
use crate::error::RegisterError;
use crate::register::Register;
use crate::settle::Affected;
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
        let signature = Signature { by: &new.by, at: &new.at };
        let mut batch_writer =
            BatchWriter::open(&self.store, &new.title, signature, BatchKind::Records).await?;
        let mut committed = Committed { batch: None, added: BTreeMap::new(), unchanged: 0 };
        let mut taken = 0;
        let mut repeated = Vec::new();
        loop {
            let page: Vec<Record> = records.by_ref().take(PAGE).collect();
            if page.is_empty() {
                break;
            }
            taken += page.len() as u64;
            take_page(&mut batch_writer, page, &mut committed, &mut repeated).await?;
            progress(taken);
        }
        if !batch_writer.is_empty() {
            for page in repeated.chunks(PAGE) {
                repeat_page(&mut batch_writer, page).await?;
            }
            committed.batch = Some(batch_writer.finish().await?.id);
        }
        Ok(committed)
    }
}

async fn take_page(
    batch_writer: &mut BatchWriter,
    page: Vec<Record>,
    committed: &mut Committed,
    repeated: &mut Vec<Record>,
) -> Result<(), RegisterError> {
    let abouts: Vec<String> = page.iter().map(about).collect();
    let mut wanted = abouts.clone();
    wanted.sort_unstable();
    wanted.dedup();
    let mut before = batch_writer.active_entries(&wanted).await?;
    let mut affected = Affected::default();
    for (about, record) in abouts.into_iter().zip(page) {
        let known = affected.entries.get(&about).or_else(|| before.get(&about));
        if fold::says_already(known.map_or(&[], Vec::as_slice), &record) {
            committed.unchanged += 1;
            if matches!(record, Record::Source(_) | Record::Entity(_))
                && !affected.entries.contains_key(&about)
            {
                repeated.push(record);
            }
            continue;
        }
        *committed.added.entry(record.kind()).or_default() += 1;
        let seq = batch_writer.append(kind_of(&record), about.clone(), record.to_line());
        let entries = affected.entries.entry(about).or_insert_with_key(|about| {
            let known = before.remove(about);
            affected.stale.extend(known.is_some().then(|| about.clone()));
            known.unwrap_or_default()
        });
        entries.push(Active { seq, record });
    }
    batch_writer.settle(&affected).await
}

/// Says again what other batches said of the sources and entities that this batch's claims need, so that
/// undoing those batches leaves this one standing.
async fn repeat_page(batch_writer: &mut BatchWriter, page: &[Record]) -> Result<(), RegisterError> {
    let abouts: Vec<String> = page.iter().map(about).collect();
    let mut before = batch_writer.active_entries(&abouts).await?;
    let mut affected = Affected::default();
    for (about, record) in abouts.into_iter().zip(page) {
        let seq = batch_writer.append(kind_of(record), about.clone(), record.to_line());
        let mut entries = before.remove(&about).unwrap_or_default();
        entries.push(Active { seq, record: record.clone() });
        affected.stale.push(about.clone());
        affected.entries.insert(about, entries);
    }
    batch_writer.settle(&affected).await
}
