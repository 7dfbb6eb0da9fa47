//! From a name as written to the places it may mean: candidates with reasons, and a decision that may be "not sure".
//!
//! [`reconcile`] is the whole of it. It reads a [`Query`], asks the gazetteer, weighs each candidate by small
//! features that say why, and decides match, review or none. The same query gives the same answer.

mod candidates;
mod decide;
mod feature;
pub mod fit;
mod hint;
mod mojibake;
mod point_check;
mod query;
mod reading;
mod score;
mod territory;

pub use decide::{Decision, Ground};
pub use feature::Feature;
pub use mojibake::repair;
pub use point_check::{PointCheck, point_check};
pub use query::Query;
pub use score::{Candidate, Reconciled, reconcile, reconcile_all, weights};
