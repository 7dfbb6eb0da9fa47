//! What can go wrong with a register, by what the caller may do about it.

use comity_model::{BatchId, excerpt};

use crate::fault::Fault;

#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The file or database is not readable.
    #[error("cannot open the register {location}: {cause}")]
    Open { location: String, cause: sqlx::Error },
    #[error("{location}: no register there; `comity serve` or `comity import` makes one")]
    Missing { location: String },
    /// Left exactly as it is.
    #[error("{location} is not a register of Comity: {holds}")]
    Foreign { location: String, holds: String },
    #[error("{location} was written by a newer version of Comity: use that one")]
    Newer { location: String },
    /// Opening to read changes nothing.
    #[error(
        "{location} was written by an older version of Comity: `comity upgrade --yes`, or whatever writes, brings it up to date"
    )]
    Outdated { location: String },
    /// A migration was changed, or broken off.
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
    #[error(
        "{location} can only be read: it, or its folder, is read-only, or it was opened with --read-only"
    )]
    ReadOnly { location: String },
    #[error(
        "the last entries of {location} are in its -wal file, which cannot be read in a read-only folder: copy both \
        to a folder that can be written to"
    )]
    WalUnreadable { location: String },
    /// A server, or a network, that may be there again later.
    #[error("{location} does not answer: {cause}")]
    Away { location: String, cause: String },
    #[error("`{}` is not a time: expected UTC, such as 2026-05-03T10:00:00Z", excerpt(text))]
    Timestamp { text: String },
    #[error(
        "`{}` names no state of the register: expected a date, a time, #123, batch:7 or batch:7^",
        excerpt(text)
    )]
    Known { text: String },
    #[error("{location} is in use: stop `comity serve`, and whatever else has it open, first")]
    InUse { location: String },
    #[error(
        "{location} is not replaced ({holds}): --force puts the backup there and keeps the old one beside it"
    )]
    Occupied { location: String, holds: String },
    #[error("{file} is there already: --force replaces it, unless it is the register itself")]
    Exists { file: String },
    #[error("{file} is no backup to rely on: {cause}")]
    NoBackup { file: String, cause: String },
    #[error("{file} is not what was written: its BLAKE3 is {found}, and was {expected}")]
    Digest { file: String, expected: String, found: String },
    #[error("{file}: {cause}")]
    File { file: String, cause: std::io::Error },
    #[error("`{text}` is no head: expected at least the first 12 of its hexadecimal digits")]
    Head { text: String },
    /// To fold it anew would hide that.
    #[error("{}: rebuild with --force goes on in spite of that", listed(.0))]
    Doubtful(Vec<Fault>),
    /// Every entry names a person or a tool.
    #[error("`{}` names nobody who stands behind it", excerpt(title))]
    Nobody { title: String },
    /// Nothing of it was recorded.
    #[error("`{}` was broken off by the error before", excerpt(title))]
    BrokenOff { title: String },
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

fn listed(faults: &[Fault]) -> String {
    let words: Vec<String> = faults.iter().map(ToString::to_string).collect();
    words.join("; ")
}
