//! A disagreement of sources: what each side says, and who.

mod claim_subject;
mod contradiction;
mod dates;
mod disputed;
mod extent;
mod search;
mod tension;

use std::collections::BTreeSet;

use comity_messages::message;
use comity_model::{Certainty, EntityId, SourceId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::snapshot::{EntityRef, Evidence};

pub use claim_subject::{ClaimSubject, LinkSubject, claims_on_same_subject};
pub use search::{about, find};
pub use tension::near_in_time;

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Conflict {
    #[serde(rename = "nature")]
    pub kind: ConflictKind,
    #[serde(rename = "matter")]
    pub topic: Topic,
    /// What it is about, in a line.
    pub what: String,
    /// Certain: they cannot both be right; possible: dates leave it open.
    pub certainty: Certainty,
    pub entities: Vec<EntityRef>,
    pub sides: Vec<ConflictSide>,
    /// What a vague word was taken to mean: "big: from 500000 inhabitants"; may be empty.
    pub parameter: String,
}

impl Conflict {
    pub fn is_about(&self, id: &EntityId) -> bool {
        self.entities.iter().any(|entity| entity.id == *id)
    }
}

/// The three kinds, told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    Contradiction,
    Tension,
    DisputedReading,
}

impl ConflictKind {
    pub fn word(self) -> &'static str {
        let message = match self {
            Self::Contradiction => message!("disagreement-contradiction"),
            Self::Tension => message!("disagreement-tension"),
            Self::DisputedReading => message!("disagreement-miscopied"),
        };
        message.word()
    }
}

/// What they disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Whether it is so, or whether there is any.
    Existence,
    /// When it began or ended.
    Date,
    /// How many.
    Count,
    /// What a source meant to say: the place, the party, the number.
    Reading,
}

impl Topic {
    pub fn word(self) -> &'static str {
        let message = match self {
            Self::Existence => message!("topic-existence"),
            Self::Date => message!("topic-date"),
            Self::Count => message!("topic-count"),
            Self::Reading => message!("topic-reading"),
        };
        message.word()
    }
}

/// What one side says, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictSide {
    pub says: String,
    /// Sources that do not have it from one another.
    pub independent: u64,
    pub evidence: Vec<Evidence>,
}

impl ConflictSide {
    fn new(says: String, evidence: Vec<Evidence>) -> Self {
        let primary = |one: &'_ Evidence| one.primary_source.as_ref().unwrap_or(&one.source).id.clone();
        let primaries: BTreeSet<SourceId> = evidence.iter().map(primary).collect();
        Self { says, independent: primaries.len() as u64, evidence }
    }
}
