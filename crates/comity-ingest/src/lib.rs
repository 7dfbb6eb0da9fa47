//! From a file to the register: read, reconcile, commit, report.
//!
//! The one orchestration of the house. Each row of a file ends as accepted, to review, or a problem with its
//! reason, and the report adds up to the rows read. A table may also go through the engine alone, to be written again
//! with the places its names mean beside it ([`table`]).

mod atlas;
mod error;
mod first_look;
mod headings;
mod identifier;
mod import;
mod lines;
mod looked_columns;
mod memory_limits;
mod names;
mod origin;
mod place;
mod place_column;
mod proposal;
mod report;
mod resolve;
mod review;
mod rows;
pub mod table;
mod tables;

pub use atlas::{built_in_records, fill, plan_renewal, renew};
pub use error::IngestError;
pub use import::{ImportOptions, import};
pub use proposal::{ProfileProposal, propose};
pub use report::ImportReport;
pub use review::{
    Actor, Choice, DecideError, Desk, NewEntity, Reason, ReviewCandidate, Speaks, UndoneDecision,
};
pub use tables::{RecordTable, import_tables};
