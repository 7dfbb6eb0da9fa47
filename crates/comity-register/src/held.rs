//! A claim as the register holds it, with how its mentions were read and everything recorded about it.

use comity_ledger::fold::{ClaimState, SlotReading};
use comity_model::{Claim, ClaimId, EntityId, Judge, Mention, Seq, Slot, Source, Standing};
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

use crate::entry::LogEntry;

/// A claim as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HeldClaim {
    pub id: ClaimId,
    /// The entry with its latest wording; lists of claims are in this order.
    pub entry: Seq,
    pub claim: Claim,
    pub standing: Standing,
    /// One for each mention that stands for an end of a link or the bearer of an attribute.
    pub readings: Vec<HeldReading>,
    /// Whether a person should look at it.
    pub waiting: bool,
}

/// What one mention means.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct HeldReading {
    pub slot: Slot,
    /// `None`: left open.
    pub entity: Option<EntityId>,
    /// Where it was said.
    pub entry: Seq,
    /// Who decided. `None`: the record itself names the entity, or nobody looked yet.
    pub judge: Option<Judge>,
    /// In thousandths; 0 where none was computed.
    pub score: u16,
    pub why: SmolStr,
    /// What a person said that it does not mean, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<EntityId>,
}

/// A claim with its source and its history.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClaimDossier {
    pub held: HeldClaim,
    /// `None`: the source is not in the register, and the claim counts for nothing.
    pub source: Option<Source>,
    /// Every entry about it, undone and later ones included, oldest first.
    pub history: Vec<LogEntry>,
}

impl HeldClaim {
    /// The words in this slot; `None` without one, or where the claim has no such slot.
    pub fn mention(&self, slot: Option<Slot>) -> Option<&Mention> {
        let mut mentions = self.claim.mentions().into_iter();
        mentions.find(|(of, _)| Some(*of) == slot).map(|(_, mention)| mention)
    }

    /// What was made of those words.
    pub fn reading(&self, slot: Option<Slot>) -> Option<&HeldReading> {
        self.readings.iter().find(|reading| Some(reading.slot) == slot)
    }

    pub(crate) fn new(state: ClaimState, waiting: bool) -> Self {
        let entry = Seq(state.entry);
        let readings = state
            .readings
            .into_iter()
            .map(|read: SlotReading| {
                let SlotReading { slot, entity, judged, not } = read;
                let (entry, judge, score, why) = match judged {
                    None => (entry, None, 0, SmolStr::default()),
                    Some(last) => (Seq(last.seq), Some(last.judge), last.said.score, last.said.why),
                };
                HeldReading { slot, entity, entry, judge, score, why, not }
            })
            .collect();
        Self { id: state.id, entry, claim: state.claim, standing: state.standing, readings, waiting }
    }
}
