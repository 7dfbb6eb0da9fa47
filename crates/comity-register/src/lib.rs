//! The ledger and what is derived from it: the only SQL in the house.
#![doc = include_str!("../README.md")]

mod about;
mod agreement;
mod author;
mod batch;
mod canon;
mod chain;
mod claims;
mod commit;
mod content;
mod derive;
mod derived;
mod dump;
mod entry;
mod erase;
mod error;
mod fault;
mod fold;
mod held;
mod holdings;
mod keys;
mod kinds;
mod known;
mod location;
mod log;
mod migrate;
mod moment;
mod name;
mod note;
mod open;
mod pending;
mod queue;
mod rebuild;
mod records;
mod register;
mod rows;
mod salt;
mod search;
mod settle;
mod sql;
mod store;
mod terms;
mod undo;
mod upgrade;
mod verify;
mod writing;

pub use author::TAKEN_DOWN;
pub use batch::{Batch, Nature};
pub use chain::FORMAT;
pub use commit::{Committed, NewBatch};
pub use entry::{Content, EntryKind, LogEntry};
pub use erase::{
    Erased, ErasurePlan, Fate, PlannedErasure, Replayed, Request, Stated, TakeDown, TakenEntry, Target,
};
pub use error::RegisterError;
pub use fault::Fault;
pub use held::{ClaimFile, HeldClaim, HeldReading};
pub use location::Location;
pub use moment::Moment;
pub use queue::{BadPendingId, Pending, PendingCount, PendingFilter, PendingId, Place};
pub use register::{Head, Register};
pub use undo::{Inert, UndoPreview, Undone};
pub use upgrade::UpgradePlan;
