//! The words of Comity as types: entities, links, claims, dates, sources, judgements and their open record format.
mod closed;
mod date;
mod id;
mod period;

pub use closed::UnknownWord;
pub use date::{BadDate, Day, FuzzyDate};
pub use id::{BadId, BatchId, ClaimId, EntityId, Seq, SourceId};
pub use period::{Certainty, Holding, Period, Window};
