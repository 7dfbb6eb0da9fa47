//! What was looked for, where, when and how completely: so that "not looked" is never "none".

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::closed::closed;
use crate::date::FuzzyDate;
use crate::id::{EntityId, SourceId};
use crate::link::LinkKind;
use crate::period::Period;

closed! {
    /// How completely the source covers the scope.
    Completeness, "completeness" { Complete = "complete", Partial = "partial", Sample = "sample", Unknown = "unknown" }
}

closed! {
    /// How much of the source was read.
    ReadExtent, "extent of reading" { Whole = "whole", Part = "part" }
}

/// One look: at this source, for such links of these entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CoverageRecord")]
pub struct Coverage {
    pub source: SourceId,
    pub link: LinkKind,
    /// For whom it was looked: a polity and all within it. `None`: everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<EntityId>,
    /// The network, country or event looked at. `None`: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<EntityId>,
    /// The years looked at.
    #[serde(default)]
    pub period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked: Option<FuzzyDate>,
    pub completeness: Completeness,
    /// How much of the source was read; `None`: nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<ReadExtent>,
    /// Whether the source claims to name all there are, in this scope: what it leaves out, it denies.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exhaustive: bool,
    /// How many were found; 0 is a finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<u64>,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub note: SmolStr,
}
