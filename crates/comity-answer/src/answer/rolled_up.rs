//! What the places within a nation, state or county have, taken together.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::Table;

/// Agreements of the places within a larger one. What it signed itself stands apart.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RolledUp {
    /// "1,398 agreements of 787 places in Japan are on record."
    pub sentence: String,
    /// Agreements of few parties that a place within it signed, each once, whatever the levels of its parties.
    pub agreements: u64,
    /// Places within it that signed one of them.
    pub places: u64,
    /// Those of which all parties lie within it.
    pub domestic: u64,
    /// Declarations open to signature that places within it signed, each once; not among `agreements`.
    pub declarations: u64,
    /// By the country of the other parties, the one with the most first.
    pub by_country: Table,
    /// The places within it, the one with the most first.
    pub most_tied: Table,
}
