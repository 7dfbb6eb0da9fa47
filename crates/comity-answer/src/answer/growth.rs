//! How many members a network had over time, and its ties as life lines.

use comity_messages::{Message, message};
use comity_snapshot::Evidence;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::LifeLine;

/// Numbers of members in order of time: what sources count, and what can be named.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Growth {
    pub points: Vec<GrowthPoint>,
    /// The day asked about, as a year.
    #[serde(skip)]
    pub until: f64,
}

/// How many there were at one time, by one source.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GrowthPoint {
    pub by: GrowthBasis,
    /// "2021", "3 March 2010".
    pub when: String,
    /// At the least; `None`: the source gives a most alone.
    pub low: Option<u64>,
    /// At the most; `None`: the source gives a least alone.
    pub high: Option<u64>,
    /// "97", "at least 91".
    pub members: String,
    pub source: String,
    pub evidence: Vec<Evidence>,
    #[serde(skip)]
    pub year: f64,
}

/// What a number of members rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GrowthBasis {
    /// A source says how many there are.
    Counted,
    /// A source names so many for one day.
    Named,
}

/// Ties of one sort as lines over one axis of time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LifeGroup {
    pub sort: LifeSort,
    pub lines: Vec<LifeLine>,
    /// The day asked about, as a year: the lines end there.
    #[serde(skip)]
    pub until: f64,
}

/// What the lines of a group are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LifeSort {
    /// Who chaired or presided over a network.
    Leaders,
    Backers,
    /// The networks that a city is or was in.
    Networks,
    /// An agreement by all that is known of it, then by the word of each side.
    Sides,
}

impl LifeSort {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Leaders => "leaders",
            Self::Backers => "backers",
            Self::Networks => "networks",
            Self::Sides => "sides",
        }
    }

    pub(crate) const fn title(self) -> Message {
        match self {
            Self::Leaders => message!("lives-leaders"),
            Self::Backers => message!("lives-backers"),
            Self::Networks => message!("lives-networks"),
            Self::Sides => message!("lives-sides"),
        }
    }
}
