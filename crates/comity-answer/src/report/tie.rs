//! One row of ties: whom, through what, since when, how surely, according to whom.

use comity_model::Window;
use comity_snapshot::record::{EvidenceGrade, TieRecord, TieStanding};
use comity_snapshot::{EntityRef, Evidence, LastSeen, Layer};
use schemars::JsonSchema;
use serde::Serialize;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tie {
    /// The side asked about: the entity itself, or one that lies within it.
    pub near: EntityRef,
    pub other: EntityRef,
    /// The agreement, where the two meet in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<EntityRef>,
    pub layer: Layer,
    /// In plain words: "sister city", "is a member of", "attended as host".
    pub kind: String,
    /// "since 1981", "date unknown".
    pub since: String,
    /// What the sources state, EDTF, different statements joined with " or "; may be empty.
    pub period: String,
    /// What is known of it on the day, weighed.
    pub record: RecordInShort,
    /// "on record", "last reported 2021", "ended 2022".
    pub state_words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<LastSeen>,
    /// What is said of its state besides dates: "suspended", "dormant".
    pub said_to_be: Vec<String>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// Who says otherwise: that it is not so, or that it ended.
    pub rivals: Vec<Evidence>,
}

/// How a tie stands on a day, what that rests on, and how well it is proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecordInShort {
    #[serde(flatten)]
    pub standing: TieStanding,
    pub evidence: EvidenceGrade,
}

impl RecordInShort {
    pub(crate) fn of(record: &TieRecord, window: Window) -> Self {
        Self { standing: record.on(window), evidence: record.evidence() }
    }
}
