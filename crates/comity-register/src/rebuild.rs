//! Everything derived, remade from the ledger alone.

use comity_ledger::fold::Active;
use comity_model::{BatchId, Seq};

use crate::author::{self, TAKEN_DOWN};
use crate::batch::{Batch, BatchKind};
use crate::batch_writer;
use crate::derived as tables;
use crate::dump;
use crate::entry::{Content, EntryKind, damaged};
use crate::error::RegisterError;
use crate::keys::{self, Until};
use crate::register::Register;
use crate::schema;
use crate::selected::EntryRow;
use crate::settle::{Affected, DerivedWriter, EntryPages};
use crate::sql;
use crate::store::{Row, Session};
use crate::timestamp::Timestamp;
use crate::verify;

/// Entries folded at a time.
const PAGE: i64 = 4096;
/// A ledger that was renewed has an entry 0.
const BEFORE_ALL: i64 = -1;

impl Register {
    /// Throws away every derived table and folds the ledger anew; the digest is that of `dump_digest`.
    ///
    /// Refused where the tables themselves were changed, or still show an end that was cut off: a fresh fold would
    /// hide both. Cost: about that of importing everything again.
    pub async fn rebuild(&self) -> Result<String, RegisterError> {
        let mut session = self.store.write().await?;
        let mut faults = schema::faults(&mut session).await?;
        faults.extend(verify::cut(&mut session).await?);
        if !faults.is_empty() {
            return Err(RegisterError::Doubtful(faults));
        }
        self.remake(session).await
    }

    /// The same, whatever was done to the tables and to the end of the ledger.
    pub async fn rebuild_anyway(&self) -> Result<String, RegisterError> {
        self.remake(self.store.write().await?).await
    }

    async fn remake(&self, mut session: Session) -> Result<String, RegisterError> {
        rebuild(&mut session).await?;
        count(&mut session, 0).await?;
        let digest = dump::digest(&mut session).await?;
        session.commit().await?;
        // It may have been made from tables that were not what the ledger says.
        self.forget_snapshot().await?;
        Ok(digest)
    }
}

/// Counts a rebuild, above all that there were and above `least`, for whoever keeps what was derived before.
pub(crate) async fn count(session: &mut Session, least: i64) -> Result<(), RegisterError> {
    session.run(sql::INSERT_REBUILD, vec![least.into()]).await.map(drop)
}

/// An entry as it is read back, in order.
struct ReadEntry {
    seq: i64,
    recorded_at: Timestamp,
    by: String,
    batch: i64,
    kind: EntryKind,
    /// `None`: erased.
    said: Option<EntryWords>,
}

/// What an entry speaks of, and what it says.
struct EntryWords {
    about: String,
    content: Content,
}

/// A batch being folded again.
struct Replay {
    batch: Batch,
    derived_writer: DerivedWriter,
}

pub(crate) async fn rebuild(session: &mut Session) -> Result<(), RegisterError> {
    for table in tables::RANGED.into_iter().chain([&tables::BATCH]) {
        table.clear(session).await?;
    }
    author::rebuild(session).await?;
    let mut after = BEFORE_ALL;
    let mut open: Option<Replay> = None;
    loop {
        let rows = session.rows(sql::ENTRIES, vec![after.into(), PAGE.into()]).await?;
        let page: Result<Vec<ReadEntry>, _> = rows.iter().map(written).collect();
        let page = page?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        let mut page = page.into_iter().peekable();
        while let Some(first) = page.next() {
            let batch = first.batch;
            let mut run = vec![first];
            run.extend(std::iter::from_fn(|| page.next_if(|next| next.batch == batch)));
            open = Some(replay(session, open, run).await?);
        }
    }
    match open {
        Some(last) => last.finish(session).await,
        None => Ok(()),
    }
}

/// Folds entries of one batch; the batch before, if another, is done with.
async fn replay(
    session: &mut Session,
    open: Option<Replay>,
    run: Vec<ReadEntry>,
) -> Result<Replay, RegisterError> {
    let [first, ..] = run.as_slice() else { unreachable!("a run has a first entry") };
    let mut replay = match open {
        Some(open) if open.batch.id.0 == first.batch => open,
        before => {
            if let Some(before) = before {
                before.finish(session).await?;
            }
            Replay::start(first)?
        }
    };
    let before = first.seq - 1;
    replay.batch.last = Seq(run.last().map_or(before, |last| last.seq));
    let mut undone = None;
    let mut records = Vec::new();
    for entry in run {
        replay.batch.entries += u64::from(!entry.kind.is_opening());
        if entry.kind == EntryKind::Note {
            replay.batch.nature = BatchKind::Erasure;
        }
        match entry.said {
            Some(EntryWords { content: Content::Undo { undo, .. }, .. }) => undone = Some(undo),
            Some(EntryWords { about, content: Content::Record(record) }) => {
                records.push((about, Active { seq: entry.seq, record }));
            }
            _ => {}
        }
    }
    replay.settle(session, before, records).await?;
    if let Some(batch) = undone {
        replay.batch.nature = BatchKind::Undo;
        batch_writer::undo(session, &mut replay.derived_writer, batch).await?;
    }
    Ok(replay)
}

impl Replay {
    fn start(first: &ReadEntry) -> Result<Self, RegisterError> {
        let title = match first.said.as_ref().map(|said| &said.content) {
            Some(Content::Batch { title }) => title.clone(),
            Some(Content::Upgrade { format, .. }) => format!("renewed from format {format} of the ledger"),
            _ => return Err(damaged(first.seq, &"a batch begins without its title")),
        };
        let batch = Batch {
            id: BatchId(first.batch),
            title,
            by: first.by.clone(),
            recorded_at: first.recorded_at.clone(),
            first: Seq(first.seq),
            last: Seq(first.seq),
            entries: 0,
            nature: BatchKind::Records,
            undone_by: None,
        };
        let derived_writer = DerivedWriter::new(first.seq, Until { seq: first.seq, batch: first.batch });
        Ok(Self { batch, derived_writer })
    }

    /// A batch that says nothing of its own carries over what was said before.
    async fn finish(mut self, session: &mut Session) -> Result<(), RegisterError> {
        if self.batch.entries == 0 {
            self.batch.nature = BatchKind::Upgrade;
        }
        self.batch.insert(session).await
    }

    async fn settle(
        &mut self,
        session: &mut Session,
        before: i64,
        records: Vec<(String, Active)>,
    ) -> Result<(), RegisterError> {
        let mut abouts: Vec<&str> = records.iter().map(|(about, _)| about.as_str()).collect();
        abouts.sort_unstable();
        abouts.dedup();
        self.derived_writer.until.seq = before;
        let known = keys::active_entries(session, self.derived_writer.until, &abouts).await?;
        let stale = known.keys().cloned().collect();
        let mut affected = Affected { entries: known, stale };
        for (about, active) in records {
            affected.entries.entry(about).or_default().push(active);
        }
        self.derived_writer.until.seq = self.batch.last.0;
        self.derived_writer.settle(session, affected, &mut EntryPages::default()).await
    }
}

fn written(row: &Row) -> Result<ReadEntry, RegisterError> {
    let EntryRow { seq, recorded_at, name, batch, kind, about, body } = EntryRow::read(row)?;
    let kind = kind.parse().map_err(|cause: String| damaged(seq, &cause))?;
    let said = match (about, body) {
        (Some(about), Some(body)) => {
            Some(EntryWords { about: about.to_owned(), content: Content::from_body(seq, kind, body)? })
        }
        _ => None,
    };
    Ok(ReadEntry {
        seq,
        recorded_at: recorded_at.parse()?,
        by: name.unwrap_or(TAKEN_DOWN).to_owned(),
        batch,
        kind,
        said,
    })
}
