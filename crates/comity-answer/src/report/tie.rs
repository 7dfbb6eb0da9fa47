//! One row of ties: whom, through what, since when, how surely, according to whom.

use comity_model::Window;
use comity_snapshot::record::{EvidenceGrade, TieRecord, TieStanding, TieState};
use comity_snapshot::{EntityRef, Evidence, LastSeen, Layer, Snapshot};
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
    /// The same as addresses have it, in every language.
    #[serde(skip)]
    pub kind_key: String,
    /// "since 1981", "date unknown".
    pub since: String,
    /// What the sources state, EDTF, different statements joined with " or "; may be empty.
    pub period: String,
    /// What is known of it on the day, weighed.
    pub record: RecordInShort,
    /// "on record", "last reported 2021", "ended 2022".
    pub state_words: String,
    /// "passed from Old Town to New Town in 2010"; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub passed_on: String,
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
    /// How each of its sides left it, where they differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<SideInShort>,
    /// Sides that had become others by the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passed_on: Vec<PassedOn>,
    /// A side was merged into another, and no dated source has named the tie since.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_reaffirmed: bool,
}

/// How one side has left a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideInShort {
    pub side: EntityRef,
    pub state: TieState,
}

/// A side that became another place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassedOn {
    pub from: EntityRef,
    pub to: EntityRef,
    /// It only changed its name.
    pub is_rename: bool,
}

impl RecordInShort {
    pub(crate) fn of(snapshot: &Snapshot, record: &TieRecord, window: Window) -> Self {
        let sides = record.sides_on(window.to).into_iter();
        let passed = record.successions_by(window.to);
        Self {
            standing: record.on(window),
            evidence: record.evidence(),
            sides: sides
                .map(|one| SideInShort { side: snapshot.refer(one.side), state: one.state })
                .collect(),
            not_reaffirmed: record.is_not_reaffirmed_by(window.to),
            passed_on: passed
                .map(|one| PassedOn {
                    from: snapshot.refer(one.from),
                    to: snapshot.refer(one.to),
                    is_rename: one.is_rename,
                })
                .collect(),
        }
    }
}
