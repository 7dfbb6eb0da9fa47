//! What can go wrong with a register, by what the caller may do about it.

use comity_model::{BatchId, excerpt};

#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The file or database is not there, not readable, or not ours.
    #[error("cannot open the register {location}: {cause}")]
    Open { location: String, cause: sqlx::Error },
    /// The tables were made by another version of Comity.
    #[error("the tables of {location} are not of this version: {cause}")]
    Version { location: String, cause: sqlx::migrate::MigrateError },
    /// Left exactly as it is.
    #[error(
        "{location} was written by an older Comity (format 1 of the ledger): `comity upgrade` keeps it as it is \
         and renews it"
    )]
    OldFormat { location: String },
    #[error("{copy} is there already: an earlier renewal kept it; move it away first")]
    CopyExists { copy: String },
    #[error("another program has {location} open: close it first")]
    InUse { location: String },
    #[error("`{}` is not a time: expected UTC, such as 2026-05-03T10:00:00Z", excerpt(text))]
    Moment { text: String },
    #[error(
        "`{}` names no state of the register: expected a date, a time, #123, batch:7 or batch:7^",
        excerpt(text)
    )]
    Known { text: String },
    /// Every entry names a person or a tool.
    #[error("`{}` names nobody who stands behind it", excerpt(title))]
    Nobody { title: String },
    #[error("there is no batch {}", .0.0)]
    NoBatch(BatchId),
    #[error("batch {} was already undone by batch {}", .batch.0, .by.0)]
    AlreadyUndone { batch: BatchId, by: BatchId },
    #[error("batch {} is an undo or an erasure and cannot be undone: import again what it took away", .0.0)]
    NotUndoable(BatchId),
    #[error("`{name}` may mean several: {ids}; give the id")]
    SeveralOfName { name: String, ids: String },
    #[error("nothing on file speaks of {what}")]
    NothingToErase { what: String },
    /// It is public, and stays.
    #[error("the reason says the name that is to go: say it without")]
    ReasonNames,
    #[error("a person's own take-down is recorded by somebody else: {by} would be named again")]
    OwnErasure { by: String },
    #[error("the system gives no random bytes ({0}), and without them what is recorded could be guessed at")]
    NoRandomness(String),
    /// The ledger was changed from outside.
    #[error("entry {seq} cannot be read ({cause}): verify says what else is damaged")]
    Damaged { seq: i64, cause: String },
    #[error("a derived table cannot be read ({cause}): rebuild remakes it")]
    Derived { cause: String },
    #[error("the store: {0}")]
    Store(#[from] sqlx::Error),
}
