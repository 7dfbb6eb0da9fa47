//! From a claim whose mentions have been read to its links.

use comity_model::{
    Claim, EntityId, EntityKind, Link, LinkAttributes, LinkKind, Mention, Shape, Slot, Source, Standing,
};
use smol_str::SmolStr;

use crate::fold::ClaimState;

/// A link, without the dates that its source may add until [`Derived::date`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    pub link: Link,
    /// Set where the object is an agreement known by its parties: the name of the paper, or nothing.
    pub instrument: Option<SmolStr>,
}

impl Derived {
    /// Adds what the source knows of its own day, and narrows the period by it. The day on which somebody read an
    /// undated copy says nothing of when it was true.
    pub fn date(&mut self, source: &Source) {
        let link = &mut self.link;
        if link.observed.is_none() {
            link.observed.clone_from(&source.date);
        }
        if let Some(observed) = &link.observed {
            link.valid = link.valid.clipped(observed);
        }
    }
}

/// The links of an accepted or disputed claim; none while an end is open, unknown or of the wrong kind.
pub fn links(state: &ClaimState, kind_of: impl Fn(&EntityId) -> Option<EntityKind>) -> Vec<Derived> {
    let Shape::Link { subject: _, kind, object, attributes } = &state.claim.shape else { return Vec::new() };
    if !matches!(state.standing, Standing::Accepted | Standing::Disputed) {
        return Vec::new();
    }
    let fits = |subject, object| kind.check_ends(subject, object).is_ok();
    if object.with.is_empty() {
        let (Some(subject), Some(object_id)) = (state.entity(Slot::Subject), state.entity(Slot::Object))
        else {
            return Vec::new();
        };
        let ends = kind_of(subject).zip(kind_of(object_id));
        let allowed = ends.is_some_and(|(subject, object)| fits(subject, object));
        let link = link(state, 0, *kind, (subject, object_id), attributes, object);
        return if allowed { vec![Derived { link, instrument: None }] } else { Vec::new() };
    }
    let parties: Option<Vec<&EntityId>> = state.readings.iter().map(|end| end.entity.as_ref()).collect();
    let Some(parties) = parties else { return Vec::new() };
    let fit = |party: &&EntityId| kind_of(party).is_some_and(|party| fits(party, EntityKind::Agreement));
    if *kind == LinkKind::Party && parties.iter().all(fit) {
        party_links(state, &parties, attributes, object)
    } else {
        Vec::new()
    }
}

/// One link from each party to the agreement they made.
fn party_links(
    state: &ClaimState,
    parties: &[&EntityId],
    attributes: &LinkAttributes,
    object: &Mention,
) -> Vec<Derived> {
    let ids: Vec<EntityId> = parties.iter().copied().cloned().collect();
    let agreement = agreement(&ids, &object.text);
    (0..)
        .zip(&ids)
        .map(|(part, party): (u8, &EntityId)| Derived {
            link: link(state, part, LinkKind::Party, (party, &agreement), attributes, object),
            instrument: Some(object.text.clone()),
        })
        .collect()
}

/// The agreement between these parties; an unnamed paper is their one agreement.
pub fn agreement(parties: &[EntityId], instrument: &str) -> EntityId {
    EntityId::agreement(parties, Some(instrument).filter(|name| !name.is_empty()))
}

fn link(
    state: &ClaimState,
    part: u8,
    kind: LinkKind,
    (subject, object): (&EntityId, &EntityId),
    attributes: &LinkAttributes,
    called: &Mention,
) -> Link {
    let claim: &Claim = &state.claim;
    Link {
        claim: state.id,
        part,
        kind,
        subject: subject.clone(),
        object: object.clone(),
        attributes: attributes.clone(),
        valid: claim.valid.clone(),
        observed: claim.observed.clone(),
        source: claim.source.clone(),
        locator: claim.locator.clone(),
        label: claim.label.clone(),
        root: claim.cites.clone().unwrap_or_else(|| claim.source.clone()),
        polarity: claim.polarity,
        modality: claim.modality,
        standing: state.standing,
        by: claim.by.as_ref().and_then(|by| by.id.clone()),
        called: called.level.clone().unwrap_or_default(),
    }
}

impl ClaimState {
    /// What the mention in this slot was read as.
    pub fn entity(&self, slot: Slot) -> Option<&EntityId> {
        self.readings.iter().find(|reading| reading.slot == slot)?.entity.as_ref()
    }

    /// Whether a person should look at it: nobody has accepted it yet, an end is open, or no link came of it.
    pub fn waits(&self, links: &[Derived], kind_of: impl Fn(&EntityId) -> Option<EntityKind>) -> bool {
        match self.standing {
            Standing::Proposed => true,
            Standing::Rejected | Standing::Retracted => false,
            Standing::Accepted | Standing::Disputed => match self.claim.shape {
                Shape::Link { .. } => links.is_empty(),
                _ => !self.readings.iter().all(|reading: &crate::fold::SlotReading| {
                    reading.entity.as_ref().is_some_and(|id| kind_of(id).is_some())
                }),
            },
        }
    }
}
