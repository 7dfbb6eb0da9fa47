//! A take-down: the words of one entry go for good, the chain stays whole.

use comity_model::{BatchId, Seq};

use crate::batch::Nature;
use crate::entry::EntryKind;
use crate::error::RegisterError;
use crate::log;
use crate::moment::Moment;
use crate::note::{Erased, Note};
use crate::rebuild;
use crate::register::Register;
use crate::sql;
use crate::writing::{Signature, Writing};

impl Register {
    /// Deletes what entry `seq` says, for every `known`, and records that, by whom and why.
    ///
    /// Its digest stays, so that `verify` holds. Everything derived is folded anew: as dear as `rebuild`.
    /// The database may keep the freed bytes until it is compacted.
    pub async fn erase(&self, seq: Seq, why: &str, by: &str, at: &Moment) -> Result<BatchId, RegisterError> {
        let title = format!("erasure of entry {}", seq.0);
        let signature = Signature { by, at };
        let mut writing = Writing::open(&self.store, &title, signature, Nature::Erasure).await?;
        let entry = log::entry(&mut writing.session, seq).await?;
        let erasable = entry.is_some_and(|entry| entry.kind.is_record() && entry.content.is_some());
        if !erasable {
            return Err(RegisterError::NotErasable(seq));
        }
        let note = Note { erased: vec![Erased { seq, instead: None }], why: why.to_owned() };
        writing.append(EntryKind::Note, format!("batch:{}", writing.batch.id.0), note.to_body());
        let (mut session, batch) = writing.write_out().await?;
        session.run(sql::DELETE_PAYLOAD, vec![seq.0.into()]).await?;
        rebuild::rebuild(&mut session).await?;
        session.commit().await?;
        Ok(batch.id)
    }
}
