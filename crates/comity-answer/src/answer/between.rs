//! What ties two.

use comity_model::EntityKind;
use comity_snapshot::record::TieStanding;
use comity_snapshot::{EntityRef, Evidence, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Indicator, Tie, TieGroup};

/// What ties `a` and `b`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Between {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    pub a: EntityRef,
    pub b: EntityRef,
    /// Agreements of the two and links from one to the other.
    pub direct: TieGroup,
    /// Networks, events, acts and programmes that both are in.
    pub shared: Vec<Shared>,
    /// How many things both are in, with those left out.
    pub shared_total: u64,
    pub shared_left_out: u64,
    /// Those with whom both have an agreement.
    pub third_parties: Vec<ThirdParty>,
    /// How many there are, with those left out.
    pub third_parties_total: u64,
    pub third_parties_left_out: u64,
    /// How strongly they are tied through what both are in.
    pub strength: Vec<Indicator>,
    /// From `a` to `b` over the fewest ties on record; empty: there is no way.
    pub chains: Vec<Chain>,
}

/// A thing that both sides are in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Shared {
    pub layer: Layer,
    pub thing: EntityRef,
    /// How both being in it stands on the day: as the side that says less.
    pub standing: TieStanding,
    pub a: SharedSide,
    pub b: SharedSide,
}

/// How one side is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SharedSide {
    pub who: EntityRef,
    pub kind: String,
    pub since: String,
    pub standing: TieStanding,
    pub state_words: String,
    pub evidence: Vec<Evidence>,
}

/// Somebody both have an agreement with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ThirdParty {
    pub who: EntityRef,
    pub with_a: Tie,
    pub with_b: Tie,
}

/// One way from one to the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chain {
    /// Its steps as a sentence.
    pub sentence: String,
    pub steps: Vec<Step>,
}

impl Chain {
    /// What lies on it between its two ends, in order; agreements are told in its steps.
    pub fn over(&self) -> Vec<&EntityRef> {
        let ends = self.steps.last().map(|last| &last.to.id);
        let places = self.steps.iter().flat_map(|step| step.via.iter().chain([&step.to]));
        let is_shown = |one: &&EntityRef| one.kind != EntityKind::Agreement && Some(&one.id) != ends;
        places.filter(is_shown).collect()
    }
}

/// One step of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    pub from: EntityRef,
    /// In plain words: "Lyon and Leipzig are both members of Eurocities".
    pub how: String,
    /// The agreement, network or event that both are in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<EntityRef>,
    pub to: EntityRef,
    pub evidence: Vec<Evidence>,
}
