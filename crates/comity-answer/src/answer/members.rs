//! The members of a network.

use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityRef, Evidence};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Claimed, Figure, TieGroup};

/// The members of a network.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Members {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    pub network: EntityRef,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<EntityRef>,
    pub total: Figure,
    /// Most members first.
    pub countries: Vec<CountryRow>,
    /// Those that are or may be members; `near` is the network, `other` the member.
    pub members: TieGroup,
    /// Those that were, are not yet, or are said not to be.
    pub others: TieGroup,
    /// What sources claim of its members.
    pub claimed: Vec<Claimed>,
}

/// Members in one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountryRow {
    /// `None`: the members' country is not on file.
    pub country: Option<EntityRef>,
    #[serde(flatten)]
    pub count: BoundedCount,
    /// One claim for each of them.
    pub evidence: Vec<Evidence>,
}
