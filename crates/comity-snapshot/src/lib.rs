#![doc = include_str!("../README.md")]

mod adoption;
mod attribute;
pub mod conflict;
mod fact;
mod lifespan;
pub mod relations;
mod scope;
mod snapshot;
mod statement_time;
pub mod timeslice;
pub mod words;

pub use adoption::{Adoption, in_force};
pub use attribute::{AttributeStatement, dates, said_states};
pub use comity_names::fold;
pub use fact::{Fact, LastSeen, facts, is_firm, opposes, says_ended};
pub use lifespan::{Lifetime, dissolved_before};
pub use scope::{Tested, same_scope};
pub use snapshot::{
    Called, EntityRef, Evidence, Found, Layer, Node, NotOnFile, Snapshot, SourceRef, State, Territory,
};
pub use statement_time::time_of;
