//! Dated statements in order.

use comity_snapshot::{EntityRef, Evidence, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Span};

/// Statements in order of their start; those without any date last.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Timeline {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    pub entity: EntityRef,
    /// How many statements there are, with those left out.
    pub total: u64,
    /// Those of them that a date places in time.
    pub dated: u64,
    pub rows: Vec<TimelineRow>,
    pub left_out: u64,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TimelineRow {
    /// "since 1981", "as of March 2022", "date unknown".
    pub when: String,
    /// The first day it may have started, ISO; `..` where nothing is known.
    pub from: String,
    /// The last day it may have ended, ISO; `..` where it may still hold.
    pub to: String,
    /// Whether start or end is less precise than a day, or not stated.
    pub uncertain: bool,
    /// "claims" for what is no tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    pub what: String,
    pub other: Vec<EntityRef>,
    pub evidence: Evidence,
    /// Its dates, to be drawn.
    #[serde(skip)]
    pub span: Span,
}
