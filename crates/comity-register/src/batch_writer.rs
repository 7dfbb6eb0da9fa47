//! A batch being written: entries join the chain page by page, and what they touch is settled.

use std::collections::BTreeMap;

use comity_ledger::chain::{self, HashedEntry};
use comity_ledger::fold::Active;
use comity_model::{BatchId, Record, Seq};

use crate::author::{Author, TAKEN_DOWN};
use crate::batch::{Batch, BatchKind};
use crate::derived::{LedgerRow, PayloadRow};
use crate::entry::{Content, EntryKind};
use crate::error::RegisterError;
use crate::keys::{self, Until};
use crate::register::{Head, head};
use crate::salt::Salts;
use crate::sealed_payload::SealedPayload;
use crate::settle::{Affected, DerivedWriter, EntryPages};
use crate::sql;
use crate::store::{Cell, Session, Store};
use crate::timestamp::Timestamp;

/// Who writes what, when.
pub(crate) struct Signature<'a> {
    pub(crate) by: &'a str,
    pub(crate) at: &'a Timestamp,
}

/// One open batch, alone in writing. Nothing is in the ledger before [`BatchWriter::finish`].
pub(crate) struct BatchWriter {
    pub(crate) session: Session,
    pub(crate) batch: Batch,
    pub(crate) derived_writer: DerivedWriter,
    author: Author,
    /// The entry that names the author, where this batch has to.
    named: Option<Seq>,
    /// The time and the handle that each of its entries bears.
    stamp: [Cell; 2],
    salts: Salts,
    head: String,
    entries: EntryPages,
}

impl BatchWriter {
    pub(crate) async fn open(
        store: &Store,
        title: &str,
        signature: Signature<'_>,
        nature: BatchKind,
    ) -> Result<Self, RegisterError> {
        if matches!(signature.by.trim(), "" | TAKEN_DOWN) {
            return Err(RegisterError::Nobody { title: title.to_owned() });
        }
        let mut session = store.write().await?;
        let author = Author::of(&mut session, signature.by).await?;
        let (head, last_batch) = head(&mut session).await?;
        let Head { seq: Seq(last), hash, recorded_at, .. } = head;
        let recorded_at = recorded_at.into_iter().fold(signature.at.clone(), Timestamp::max);
        let id = last_batch + 1;
        let batch = Batch {
            id: BatchId(id),
            title: title.to_owned(),
            by: author.name.clone(),
            recorded_at,
            first: Seq(last + 1),
            last: Seq(last),
            entries: 0,
            nature,
            undone_by: None,
        };
        let derived_writer = DerivedWriter::new(last + 1, Until { seq: last, batch: id });
        let stamp = [batch.recorded_at.as_str(), author.handle.as_str()].map(Cell::from);
        Ok(Self {
            session,
            batch,
            derived_writer,
            author,
            named: None,
            stamp,
            salts: Salts::new()?,
            head: hash,
            entries: EntryPages::default(),
        })
    }

    /// Adds one entry to the chain; the first of a batch is preceded by the one that names it, and by one that
    /// names its author where nobody of that name has written here before.
    pub(crate) fn append(&mut self, kind: EntryKind, about: String, body: String) -> i64 {
        self.open_batch();
        self.batch.entries += 1;
        self.chain(kind, about, body)
    }

    /// The same for a payload that was sealed elsewhere.
    pub(crate) fn append_sealed(&mut self, kind: EntryKind, payload: SealedPayload) -> i64 {
        self.open_batch();
        self.batch.entries += 1;
        self.chain_sealed(kind, payload)
    }

    fn open_batch(&mut self) {
        if self.is_empty() {
            let title = Content::Batch { title: self.batch.title.clone() }.to_body();
            self.chain(EntryKind::Batch, format!("batch:{}", self.batch.id.0), title);
            if self.author.new {
                let (about, body) = self.author.said();
                self.named = Some(Seq(self.chain(EntryKind::Author, about, body)));
            }
        }
    }

    fn chain(&mut self, kind: EntryKind, about: String, body: String) -> i64 {
        let payload = SealedPayload::new(&self.salts, self.batch.last.0 + 1, about, body);
        self.chain_sealed(kind, payload)
    }

    fn chain_sealed(&mut self, kind: EntryKind, payload: SealedPayload) -> i64 {
        let seq = self.batch.last.0 + 1;
        let SealedPayload { salt, about, body, digest } = payload;
        let (recorded_at, author) = (self.batch.recorded_at.as_str(), self.author.handle.as_str());
        let (batch, kind, payload_digest) = (self.batch.id.0, kind.as_str(), digest.as_str());
        self.head =
            chain::hash(&self.head, &HashedEntry { seq, recorded_at, author, batch, kind, payload_digest });
        let [recorded_at, author] = self.stamp.clone();
        self.entries.ledger.push(LedgerRow {
            seq: seq.into(),
            recorded_at,
            author,
            batch: batch.into(),
            kind: kind.into(),
            payload_digest: payload_digest.into(),
            hash: self.head.as_str().into(),
        });
        self.entries.payload.push(PayloadRow {
            seq: seq.into(),
            salt: salt.into(),
            about: about.into(),
            body: body.into(),
        });
        self.batch.last = Seq(seq);
        seq
    }

    /// Whether nothing was added so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.batch.last < self.batch.first
    }

    /// What is said of these things by entries that count before the next one is added.
    pub(crate) async fn active_entries<S: AsRef<str>>(
        &mut self,
        abouts: &[S],
    ) -> Result<BTreeMap<String, Vec<Active>>, RegisterError> {
        self.derived_writer.until.seq = self.batch.last.0;
        keys::active_entries(&mut self.session, self.derived_writer.until, abouts).await
    }

    /// Writes the entries added since the last page, and settles what they touched.
    pub(crate) async fn settle(&mut self, affected: Affected) -> Result<(), RegisterError> {
        self.derived_writer.until.seq = self.batch.last.0;
        self.derived_writer.settle(&mut self.session, affected, &mut self.entries).await
    }

    /// Makes the batch part of the register.
    pub(crate) async fn finish(self) -> Result<Batch, RegisterError> {
        let (session, batch) = self.write_out().await?;
        session.commit().await?;
        Ok(batch)
    }

    /// Writes what is left, and hands over the session for the caller to commit.
    pub(crate) async fn write_out(mut self) -> Result<(Session, Batch), RegisterError> {
        self.settle(Affected::default()).await?;
        if let Some(entry) = self.named {
            self.author.insert(&mut self.session, entry).await?;
        }
        self.batch.insert(&mut self.session).await?;
        Ok((self.session, self.batch))
    }

    /// Takes the entries of another batch out of force, everything that they touched included.
    pub(crate) async fn undo(&mut self, batch: BatchId) -> Result<(), RegisterError> {
        undo(&mut self.session, &mut self.derived_writer, batch).await
    }
}

/// How many touched things are settled at a time when a batch is undone.
const PAGE: i64 = 4096;

/// Marks a batch as undone by the one being settled, and settles everything that its entries speak of.
pub(crate) async fn undo(
    session: &mut Session,
    derived_writer: &mut DerivedWriter,
    batch: BatchId,
) -> Result<(), RegisterError> {
    let cells = vec![derived_writer.until.batch.into(), batch.0.into()];
    session.run(sql::UPDATE_BATCH_UNDONE, cells).await?;
    let mut after = String::new();
    loop {
        let cells = vec![batch.0.into(), after.as_str().into(), PAGE.into()];
        let rows = session.rows(sql::ABOUTS_OF_BATCH, cells).await?;
        let abouts: Result<Vec<String>, _> = rows.iter().map(|row| row.text(0).map(str::to_owned)).collect();
        let stale = abouts?;
        let Some(last) = stale.last() else { return Ok(()) };
        after.clone_from(last);
        let mut entries = keys::active_entries(session, derived_writer.until, &stale).await?;
        for about in &stale {
            entries.entry(about.clone()).or_default();
        }
        derived_writer.settle(session, Affected { entries, stale }, &mut EntryPages::default()).await?;
    }
}

/// The kind of entry that holds this record.
pub(crate) fn kind_of(record: &Record) -> EntryKind {
    match record {
        Record::Source(_) => EntryKind::Source,
        Record::Entity(_) => EntryKind::Entity,
        Record::Claim(_) => EntryKind::Claim,
        Record::Judgement(_) => EntryKind::Judgement,
        Record::Coverage(_) => EntryKind::Coverage,
    }
}
