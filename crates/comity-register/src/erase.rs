//! A take-down: what is said of somebody goes for good, and the chain stays whole.

mod plan;
mod redact;
mod request;
mod spelling;
mod tags;
mod takedown;

use comity_model::BatchId;
use serde::Serialize;

pub use plan::{ErasurePlan, Fate, PlannedErasure};
pub use request::{Request, Target};
pub(crate) use tags::Tags;
pub use takedown::{Replayed, Stated, TakeDown, TakenEntry};

use crate::batch::BatchKind;
use crate::batch_writer::{BatchWriter, Signature};
use crate::derived::{self, PayloadRow};
use crate::entry::EntryKind;
use crate::error::RegisterError;
use crate::note::Note;
use crate::rebuild;
use crate::register::Register;
use crate::sql;
use crate::store::Session;
use crate::timestamp::Timestamp;
use spelling::{Reach, Spelling, Spellings, TextKind};
use takedown::Taking;

/// What the history shows of every take-down; the reason is in its note.
const TITLE: &str = "take-down";

/// A take-down was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erased {
    pub batch: BatchId,
    /// Entries whose words went.
    pub gone: u64,
    /// Entries out of whose words a name was cut.
    pub cut: u64,
    /// Whether no page of the database holds them any more; else they go when the last program that reads it is
    /// closed.
    pub scrubbed: bool,
}

impl Register {
    /// Takes away, for every `known`, what entries say of `request`, and records how many, by whom and why.
    ///
    /// Their digests stay, so that `verify` holds. Everything derived is folded anew, and the freed pages of the
    /// database are written over: as dear as `rebuild` and a copy of the database. Copies made before keep what
    /// they hold until [`Register::replay`] is told of this.
    pub async fn erase(
        &self,
        request: &Request,
        why: &str,
        by: &str,
        at: &Timestamp,
    ) -> Result<Erased, RegisterError> {
        let signature = Signature { by, at };
        let mut batch_writer = BatchWriter::open(&self.store, TITLE, signature, BatchKind::Erasure).await?;
        let plan = plan::plan(&mut batch_writer.session, request).await?;
        refuse_names(&plan, why, by)?;
        let taking = Taking::of(&plan)?;
        let note = Note {
            erased: taking.noted(),
            why: why.to_owned(),
            what: plan.what.clone(),
            at: None,
            tags: Tags::of(&plan.gone())?,
        };
        let batch = write(batch_writer, &note, taking).await?;
        // It is done: neither keeps the other from being done.
        let forgotten = self.forget_snapshot().await;
        let scrubbed = self.store.scrub().await?;
        forgotten?;
        let count = |fate| plan.of_fate(fate).count() as u64;
        Ok(Erased { batch, gone: count(Fate::Gone), cut: count(Fate::Cut), scrubbed })
    }
}

/// Notes a take-down, carries it out, and folds everything anew.
async fn write(mut batch_writer: BatchWriter, note: &Note, taking: Taking) -> Result<BatchId, RegisterError> {
    batch_writer.append(EntryKind::Note, format!("batch:{}", batch_writer.batch.id.0), note.to_body());
    let (mut session, batch) = batch_writer.write_out().await?;
    carry_out(&mut session, taking).await?;
    rebuild::rebuild(&mut session).await?;
    session.commit().await?;
    Ok(batch.id)
}

async fn carry_out(session: &mut Session, taking: Taking) -> Result<(), RegisterError> {
    for entry in taking.entries {
        session.run(sql::DELETE_PAYLOAD, vec![entry.seq.0.into()]).await?;
        if let Some(Stated { salt, about, body }) = entry.instead {
            let (seq, salt) = (entry.seq.0.into(), salt.into());
            derived::insert(session, PayloadRow { seq, salt, about: about.into(), body: body.into() })
                .await?;
        }
    }
    Ok(())
}

/// The reason and whoever gives it are public, and stay.
fn refuse_names(plan: &ErasurePlan, why: &str, by: &str) -> Result<(), RegisterError> {
    let names = plan.names.iter().filter_map(|name| Spelling::new(name, Reach::Sentence));
    let names = Spellings::new(names);
    if names.are_in(why, TextKind::Sentence) {
        return Err(RegisterError::ReasonNames);
    }
    let own = plan.what == "author" && names.are_in(by, TextKind::Name);
    if own { Err(RegisterError::OwnErasure { by: by.to_owned() }) } else { Ok(()) }
}
