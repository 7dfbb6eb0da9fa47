//! How complete what is on file is.

use comity_snapshot::EntityRef;
use comity_snapshot::record::BoundedCount;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, ClaimedAndHeld, Figure, Table};

/// What is known of what there is to know.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "Coverage")]
pub struct CoverageAnswer {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityRef>,
    /// Every claimed number that can be compared with what is on file.
    pub claimed: Vec<ClaimedAndHeld>,
    /// Rows of `claimed` beyond the limit asked for.
    pub claimed_left_out: u64,
    pub networks: Vec<NetworkCoverage>,
    /// Rows of `networks` beyond the limit asked for.
    pub networks_left_out: u64,
    /// Ties on file, and those of them that rest on a single root source.
    pub ties: u64,
    pub on_one_source: u64,
    /// All figures in one place, for a home page.
    pub figures: Vec<CountedFigure>,
    /// By network, by country, and by both where a source says how many members a network has in a country.
    pub tables: Vec<Table>,
}

/// What the register holds, as a number that says what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountedFigure {
    pub of: Counted,
    #[serde(flatten)]
    pub figure: Figure,
}

/// What is counted of a whole register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    Ties,
    /// Ties that rest on a single root source.
    OnOneSource,
    Statements,
    Sources,
    NetworksWithMembers,
    Networks,
    /// Statements that nobody has looked at yet.
    Waiting,
}

/// What is on file of one network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NetworkCoverage {
    pub network: EntityRef,
    #[serde(flatten)]
    pub count: BoundedCount,
    /// The largest number of members any source claims; `None`: none does.
    pub claimed: Option<u64>,
    /// The latest day a source described, in plain words; empty: nobody looked.
    pub last_look: String,
    /// Whole years between that day and the day asked about; 0 for a look after it.
    pub years_old: Option<u64>,
}

/// What a home page says of it, without going over every tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoverageInShort {
    /// Networks of which members, or a look at them, are on file with a day.
    pub networks_looked_at: u64,
    pub networks: u64,
    /// Claimed numbers that can be compared with what is on file.
    pub claimed: u64,
}
