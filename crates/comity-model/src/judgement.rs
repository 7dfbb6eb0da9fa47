//! Recorded decisions: what a mention means, what a claim is worth, whether two entities are one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::claim::Standing;
use crate::closed::{closed, is_default};
use crate::id::{ClaimId, EntityId};
use crate::mention::Slot;

closed! {
    /// Who decided. A person outranks a machine.
    Judge, "judge" { Person = "person", Machine = "machine" }
}

closed! {
    /// Whether two entities are one.
    Sameness, "sameness" { Same = "same", Distinct = "distinct", Unsure = "unsure" }
}

/// One decision. Later ones outrank earlier ones of the same judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    pub judge: Judge,
    pub decision: Decision,
    /// Why, in a sentence.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub why: SmolStr,
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Decision {
    /// What the mentions of one claim mean.
    Resolve { claim: ClaimId, readings: Vec<Reading> },
    /// The mention in this slot does not mean this entity: it is not proposed for it again.
    NotMeant { claim: ClaimId, slot: Slot, entity: EntityId },
    /// What a claim is worth: accepted, disputed (probably garbled), rejected, retracted.
    Verdict { claim: ClaimId, standing: Standing },
    /// Whether `a` and `b` are one entity. `Same` merges `a` into `b`.
    Same { a: EntityId, b: EntityId, sameness: Sameness },
}

/// What one mention means, or that it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub slot: Slot,
    /// `None`: looked at and left open; the queue is made of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityId>,
    /// In thousandths; 0 where none was computed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub score: u16,
    /// The reasons in words.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub why: SmolStr,
}
