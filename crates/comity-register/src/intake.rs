//! A batch taken in beside whoever makes its records: while one page is written, the next is made.

use comity_model::Record;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;

use crate::commit::{Committed, NewBatch, NewRecord, RecordBatch, Sealing};
use crate::error::RegisterError;
use crate::register::Register;

/// A batch that is handed over page by page. Dropped before [`Intake::finish`] it leaves no trace.
#[must_use = "nothing is recorded before it is finished"]
pub struct Intake {
    title: String,
    sealing: Option<Sealing>,
    pages: Sender<Page>,
    /// `None`: it ended with an error, which was told.
    written: Option<JoinHandle<Result<Option<Committed>, RegisterError>>>,
}

enum Page {
    Records(Vec<NewRecord>),
    /// Only this makes the batch part of the register: pages that end without it were broken off.
    Last,
}

/// Pages that wait to be written: one, so that memory stays flat.
const WAITING: usize = 1;

impl Register {
    /// Begins a batch, as [`Register::commit`] does; other writers wait until it is finished or dropped.
    ///
    /// To be called where tokio runs; it writes on a task of its own.
    pub fn take_in(&self, new: NewBatch) -> Intake {
        let (pages, waiting) = mpsc::channel(WAITING);
        let title = new.title.clone();
        let written = Some(tokio::spawn(write(self.clone(), new, waiting)));
        Intake { title, sealing: None, pages, written }
    }
}

async fn write(
    register: Register,
    new: NewBatch,
    mut waiting: Receiver<Page>,
) -> Result<Option<Committed>, RegisterError> {
    let mut batch = RecordBatch::open(&register.store, &new).await?;
    while let Some(page) = waiting.recv().await {
        match page {
            Page::Records(records) => batch.take(records).await?,
            Page::Last => return batch.finish().await.map(Some),
        }
    }
    Ok(None)
}

impl Intake {
    /// Hands over the next records; waits while an earlier page waits. The error ends the batch.
    pub async fn take(&mut self, records: Vec<Record>) -> Result<(), RegisterError> {
        let sealing = match &mut self.sealing {
            Some(sealing) => sealing,
            none => none.insert(Sealing::new()?),
        };
        let page = Page::Records(sealing.seal(records));
        match self.pages.send(page).await {
            Ok(()) => Ok(()),
            Err(_) => self.outcome().await.map(drop),
        }
    }

    /// Makes the batch part of the register; after an error of [`Intake::take`] there is none to be made.
    pub async fn finish(mut self) -> Result<Committed, RegisterError> {
        // Where nobody takes it any more, the outcome says why.
        drop(self.pages.send(Page::Last).await);
        let committed = self.outcome().await?;
        Ok(committed.expect("pages that are ended by the last one were not broken off"))
    }

    async fn outcome(&mut self) -> Result<Option<Committed>, RegisterError> {
        let title = self.title.clone();
        let written = self.written.take().ok_or(RegisterError::BrokenOff { title })?;
        match written.await {
            Ok(outcome) => outcome,
            Err(ended) => std::panic::resume_unwind(ended.into_panic()),
        }
    }
}
