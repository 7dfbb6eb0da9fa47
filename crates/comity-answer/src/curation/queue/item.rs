//! One thing that waits: the source's own words, their row, and what was made of them so far.

use comity_model::{EntityId, EntityKind, Seq, Slot};
use comity_register::{HeldClaim, Pending, PendingId, Register, RegisterError};
use comity_snapshot::{SourceRef, wording};
use schemars::JsonSchema;
use serde::Serialize;

/// A question for a person: what does this mention mean, or is this claim right?
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QueueItem {
    pub id: PendingId,
    /// The words in question with the place the source puts them in: "Rochester (United States)". Empty where
    /// the claim as a whole is in question.
    pub written: String,
    /// The whole row, as far as the claim keeps it: "Hamamatsu (Japan) – Rochester (United States)".
    pub row: String,
    /// Why it was left open, in a sentence; may be empty.
    pub why: String,
    /// A person looked at it and was not sure.
    pub put_off: bool,
    /// Of the likeliest meaning when it came in, in thousandths; 0 where none was found.
    pub score: u16,
    /// What a person said that it does not mean.
    pub not: Vec<EntityId>,
    pub source: SourceRef,
    pub claim: HeldClaim,
}

/// Another end of the same claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherEnd {
    pub slot: Slot,
    pub written: String,
    /// What it was taken to mean; `None`: open too.
    pub entity: Option<OtherEntity>,
}

/// An entity by name, without looking at the whole register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OtherEntity {
    pub id: EntityId,
    pub name: String,
    pub kind: EntityKind,
    /// ISO 3166-1 alpha-2; may be empty.
    pub country: String,
}

impl QueueItem {
    /// Whether a network is sought: one answer is then for all rows of its source that name it so.
    pub fn is_network(&self) -> bool {
        let mention = self.claim.mention(self.id.slot);
        mention.is_some_and(|mention| mention.kind == Some(EntityKind::Network))
    }

    pub(super) async fn of(register: &Register, known: Seq, pending: Pending) -> Result<Self, RegisterError> {
        let reading = pending.claim.reading(pending.slot);
        let source = register.source(&pending.claim.claim.source, known).await?;
        Ok(Self {
            id: pending.id(),
            written: pending.claim.mention(pending.slot).map(wording::mention).unwrap_or_default(),
            row: wording::written(&pending.claim.claim),
            why: reading.map(|reading| reading.why.to_string()).unwrap_or_default(),
            put_off: pending.place.deferred,
            score: pending.score,
            not: reading.map(|reading| reading.not.clone()).unwrap_or_default(),
            source: SourceRef::of(&pending.claim.claim.source, source.as_ref()),
            claim: pending.claim,
        })
    }
}

/// The ends of a claim beside the one in question.
pub(super) async fn others(
    register: &Register,
    known: Seq,
    pending: &Pending,
) -> Result<Vec<OtherEnd>, RegisterError> {
    let mut others = Vec::new();
    for (slot, mention) in pending.claim.claim.mentions() {
        if Some(slot) == pending.slot {
            continue;
        }
        let reading = pending.claim.reading(Some(slot));
        let entity = match reading.and_then(|reading| reading.entity.as_ref()) {
            Some(id) => register.entity(id, known).await?,
            None => None,
        };
        let entity = entity.map(|entity| OtherEntity {
            id: entity.id,
            name: entity.name.to_string(),
            kind: entity.kind,
            country: entity.country.unwrap_or_default().to_string(),
        });
        others.push(OtherEnd { slot, written: wording::mention(mention), entity });
    }
    Ok(others)
}
