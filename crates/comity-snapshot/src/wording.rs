//! Plain English for dates, kinds and statements: the only words a reader sees.

mod date;
mod kind;
mod mention;
mod saying;

pub use date::{date, period};
pub use date::{ended, since};
pub use kind::{agreement, attribute, brief, link_phrase, list, many, slug, spoken, what};
pub use mention::{mention, written};
pub use saying::{saying, statement, when};
