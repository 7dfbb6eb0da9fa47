//! The ends of link claims that nobody could resolve, with what the claim says about the others.

use comity_model::{EntityId, OpenMention, Shape, Standing};

use crate::held::{HeldClaim, HeldReading};

/// The open ends of one claim; an end read as something the register does not hold is open too.
///
/// A claim that is only proposed has none: nobody has looked at it yet.
pub(crate) fn mentions(held: &HeldClaim, holds: impl Fn(&EntityId) -> bool) -> Vec<OpenMention> {
    let Shape::Link { kind, .. } = held.claim.shape else { return Vec::new() };
    if held.standing == Standing::Proposed {
        return Vec::new();
    }
    let resolved = |reading: &HeldReading| reading.entity.clone().filter(&holds);
    let ends = held.readings.iter().zip(held.claim.mentions());
    let open = ends.filter(|(reading, _)| resolved(reading).is_none());
    let others: Vec<EntityId> = held.readings.iter().filter_map(resolved).collect();
    open.map(|(reading, (slot, mention)): (&HeldReading, (_, &comity_model::Mention))| OpenMention {
        claim: held.id,
        slot,
        kind,
        source: held.claim.source.clone(),
        locator: held.claim.locator.clone(),
        text: mention.text.clone(),
        country: mention.country.clone(),
        admin: mention.admin.clone(),
        others: others.clone(),
        why: reading.why.clone(),
    })
    .collect()
}
