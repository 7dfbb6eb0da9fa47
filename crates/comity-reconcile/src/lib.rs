//! From a name as written to the places it may mean, with reasons.
#![doc = include_str!("../README.md")]

mod abbreviation;
mod candidate;
mod candidates;
mod decide;
mod feature;
pub mod fit;
mod former_country;
mod hint;
mod homonym;
mod kind_word;
mod mojibake;
mod name_variant;
mod nation;
mod point_check;
mod query;
mod readings;
mod reciprocal;
mod rival;
mod score;
mod spelling;
mod territory;
mod two_places;
mod two_scripts;

pub use candidate::Candidate;
pub use decide::{MatchGround, MatchOutcome};
pub use feature::Feature;
pub use mojibake::repair;
pub use point_check::{PointCheck, point_check};
pub use query::Query;
pub use reciprocal::{PartnerSide, ReciprocalHint, Reciprocals};
pub use score::{Reconciled, reconcile, reconcile_all, weights};
