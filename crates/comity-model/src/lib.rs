//! The words of Comity as types: entities, links, claims, dates, sources, judgements and their open record format.
mod bounds;
mod claim;
mod closed;
mod coverage;
mod date;
mod entity;
mod file_header;
mod holdings;
mod id;
mod judgement;
mod lines;
mod link;
mod mention;
mod period;
mod person;
mod point;
mod problem;
mod record;
mod scope;
mod shortened;
mod source;
mod table;

pub use bounds::Bounds;
pub use claim::{
    AgreementState, Claim, Compared, Comparison, EntityAttribute, Modality, Polarity, Shape, Standing,
};
pub use closed::UnknownWord;
pub use coverage::{Completeness, Coverage, ReadExtent};
pub use date::{BadDate, Day, FuzzyDate};
pub use entity::{Entity, EntityKind, Level, Name};
pub use file_header::{FileHeader, RECORD_FORMAT, readable};
pub use holdings::{Dispute, Holdings, IdentityJudgement, OpenMention, Statement};
pub use id::{BadId, BatchId, ClaimId, EntityId, Seq, SourceId};
pub use judgement::{Decision, Judge, Judgement, Reading, Sameness};
pub use lines::{Line, read_line};
pub use link::{BadLink, Link, LinkAttribute, LinkAttributes, LinkKind, ROLES};
pub use mention::{BadSlot, Mention, Slot};
pub use period::{Certainty, Holding, Period, Window};
pub use person::{BadName, PersonName};
pub use point::{BadPoint, Point};
pub use problem::Problem;
pub use record::{Record, read_jsonl};
pub use scope::{Counting, Filter, Quantity, Scope};
pub use shortened::{MESSAGE, QUOTATION, excerpt, shortened};
pub use source::{Source, SourceKind};
pub use table::{guard_cell, write_table};
