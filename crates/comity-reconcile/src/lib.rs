//! From a name as written to the places it may mean, with reasons.
#![doc = include_str!("../README.md")]

mod abbreviation;
mod candidate;
mod candidates;
mod decide;
mod division_code;
mod feature;
pub mod fit;
mod former_country;
mod further_readings;
mod hint;
mod homonym;
mod initials;
mod kind_word;
mod local_rival;
mod mojibake;
mod name_variant;
mod named_place;
mod namesake_division;
mod nation;
mod outcome;
mod point_check;
mod query;
mod readings;
mod reciprocal;
mod reconciled;
mod rival;
mod score;
mod spelling;
mod sureness;
mod territory;
mod two_places;
mod two_scripts;

pub use candidate::Candidate;
pub use feature::Feature;
pub use mojibake::repair;
pub use outcome::{MatchGround, MatchOutcome};
pub use point_check::{PointCheck, point_check};
pub use query::Query;
pub use reciprocal::{PartnerSide, ReciprocalHint, Reciprocals};
pub use reconciled::Reconciled;
pub use score::{reconcile, reconcile_all, weights};
pub use sureness::{NameEvidence, Sureness};
