#![doc = include_str!("../README.md")]

mod adoption;
mod attribute;
pub mod conflict;
mod fact;
mod lifespan;
pub mod record;
pub mod relations;
mod scope;
mod snapshot;
mod statement_time;
pub mod timeslice;
pub mod wording;

pub use adoption::{Adoption, Rule};
pub use attribute::{AttributeStatement, dates, said_states};
pub use comity_names::fold;
pub use conflict::{ClaimSubject, LinkSubject, claims_on_same_subject};
pub use fact::{Fact, LastSeen, facts, is_firm, opposes};
pub use lifespan::{Lifetime, dissolved_before};
pub use scope::{ResolvedScope, same_scope};
pub use snapshot::{
    BadSnapshotFile, EntityIx, EntityRef, Evidence, FEW_PARTIES, Layer, NameMatch, NotOnFile, RecordColumn,
    RecordColumnIter, Snapshot, SnapshotKey, SourceRef, Territory,
};
pub use statement_time::{own_time, time_of};
