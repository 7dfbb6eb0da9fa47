//! Plain English for dates, kinds and statements: the only words a reader sees.

mod date;
mod kind;
mod mention;
mod saying;

pub use date::{date, period};
pub(crate) use date::{ended, since};
pub(crate) use kind::{agreement, attribute, brief, link_phrase, list, many, slug, spoken, what};
pub use mention::{mention, written};
pub(crate) use saying::{saying, statement, when};
