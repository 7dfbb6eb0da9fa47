//! What `verify` can find wrong with a ledger.

use comity_model::{BatchId, Seq};
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    #[error("entry {} is missing", .0.0)]
    Removed(Seq),
    #[error("entry {} is not what was recorded there: it, or its place, was changed", .0.0)]
    Changed(Seq),
    #[error("the words of entry {} are not what was recorded", .0.0)]
    Words(Seq),
    #[error("the words of entry {} are gone, and no erasure says why", .0.0)]
    Gone(Seq),
    #[error("the words of entry {} were taken down, and are back", .0.0)]
    Back(Seq),
    #[error("entry {} is dated before the one that precedes it", .0.0)]
    Backdated(Seq),
    #[error("no entry has the hash {0}: the end of the ledger was cut off, or all of it was rewritten")]
    Head(String),
    #[error("the ledger ends at entry {}, and batch {} went up to entry {}: its end was cut off", .last.0, .batch.0, .shown.0)]
    Cut { batch: BatchId, shown: Seq, last: Seq },
    #[error("the {0} is missing")]
    ObjectMissing(String),
    #[error("the {0} is none of ours")]
    ObjectForeign(String),
    #[error("the {0} is not as it was made")]
    ObjectAltered(String),
    #[error("the table {0} is not what the ledger adds up to: rebuild remakes it")]
    Derived(String),
    #[error("the ledger cannot be folded: {0}")]
    Unfoldable(String),
}
