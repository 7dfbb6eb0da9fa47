//! Two sides of a comparison, and where they differ.

use comity_snapshot::{EntityRef, Evidence, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Waiting};

/// The comparison.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Compare {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    /// "the list of 2020", "1 January 1990".
    pub a: String,
    pub b: String,
    pub in_both: Vec<ComparedTie>,
    pub only_in_a: Vec<ComparedTie>,
    pub only_in_b: Vec<ComparedTie>,
    pub changed: Vec<ComparedTie>,
    /// No date places them on either day: they cannot be compared.
    pub not_placed: Vec<ComparedTie>,
    /// How many rows each of the five lists had before it was cut to the limit.
    pub totals: [u64; 5],
    /// Rows of the two lists that may belong here and wait for someone to resolve their names.
    pub waiting: Vec<Waiting>,
}

/// One tie on both sides of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Compared")]
pub struct ComparedTie {
    pub layer: Layer,
    pub from: EntityRef,
    pub to: EntityRef,
    /// What the first side says: "sister city, since 1981", "confirmed"; empty: nothing.
    pub in_a: String,
    pub in_b: String,
    pub evidence: Vec<Evidence>,
}
