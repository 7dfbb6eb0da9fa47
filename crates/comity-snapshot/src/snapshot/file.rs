//! The file that a snapshot lies in: its sections, its rows and texts, and whether it is whole.
//!
//! The bytes are handed in and handed out; who maps, locks and renames files stands above. Nothing in it depends on a
//! day or a question.

mod blob;
mod key;
mod layout;
mod reader;
mod row;
mod texts;
mod vocabulary;

pub use key::{BadSnapshotFile, SnapshotKey};
pub(super) use layout::{Section, Sections};
pub(super) use reader::{RowReader, StoredFile};
pub(super) use row::{InRow, RowWriter, fields};
pub(super) use texts::TextList;
