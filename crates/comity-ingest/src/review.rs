//! Where a person decides: what a mention may mean, what is decided, and taking it back.

mod decision;
mod meaning;
mod new_entity;
mod undo;

use comity_gazetteer::Gazetteer;
use comity_model::{EntityId, PersonName, Seq};
use comity_register::{PendingId, Register, RegisterError, Timestamp};

pub use decision::Choice;
pub use meaning::{Reason, ReviewCandidate, Speaks};
pub use new_entity::NewEntity;
pub use undo::UndoneDecision;

/// What is on file, and every place there is; pages and the terminal decide at the same one.
#[derive(Clone, Copy)]
pub struct Desk<'d> {
    pub register: &'d Register,
    /// Without it only what is on file can be meant.
    pub gazetteer: Option<&'d Gazetteer>,
}

/// Who decides, and when.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'h> {
    pub by: &'h PersonName,
    pub at: &'h Timestamp,
}

/// Why a decision was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    #[error("there is no claim with such a mention: {0}")]
    NothingThere(PendingId),
    #[error("neither the register nor the gazetteer has {0}")]
    NoEntity(EntityId),
    #[error("a claim as a whole can be accepted, disputed or set aside; it means no single thing: {0}")]
    Whole(PendingId),
    #[error("what is new needs a name with a letter or a digit in it")]
    Nameless,
    #[error("{0} and {1} are not two things of one kind")]
    NotTwo(EntityId, EntityId),
    #[error("nothing was chosen")]
    Nothing,
    #[error(transparent)]
    Register(#[from] RegisterError),
}

impl Desk<'_> {
    async fn now(&self) -> Result<Seq, RegisterError> {
        Ok(self.register.head().await?.seq)
    }
}
