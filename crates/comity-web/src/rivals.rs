//! Which other claims speak of exactly the same thing, so that a reader sees who agrees and who does not.

use comity_answer::Snapshot;
use comity_model::{ClaimId, EntityId, LinkKind, Shape};
use comity_register::HeldClaim;

/// How many are shown beside a claim.
const MOST: usize = 20;

/// Claims of the same link between the same ends, or about the same attribute or count; by id.
pub(crate) fn of(snapshot: &Snapshot, held: &HeldClaim) -> Vec<ClaimId> {
    let mut rivals = match &held.claim.shape {
        Shape::Link { .. } => of_link(snapshot, held.id),
        shape => of_statement(snapshot, shape, held),
    };
    rivals.retain(|rival| *rival != held.id);
    rivals.sort_unstable();
    rivals.dedup();
    rivals.truncate(MOST);
    rivals
}

fn of_link(snapshot: &Snapshot, claim: ClaimId) -> Vec<ClaimId> {
    let links = snapshot.links();
    let ends: Vec<(LinkKind, &EntityId, &EntityId)> = links
        .iter()
        .filter(|link| link.claim == claim)
        .map(|link| (link.kind, &link.subject, &link.object))
        .collect();
    let same = links.iter().filter(|link| ends.contains(&(link.kind, &link.subject, &link.object)));
    same.map(|link| link.claim).collect()
}

fn of_statement(snapshot: &Snapshot, shape: &Shape, held: &HeldClaim) -> Vec<ClaimId> {
    let bearer = held.readings.first().and_then(|reading| reading.entity.as_ref());
    let same = snapshot.statements().iter().filter(|other| match (shape, &other.claim.shape) {
        (
            Shape::Count { scope, .. } | Shape::Absence { scope },
            Shape::Count { scope: theirs, .. } | Shape::Absence { scope: theirs },
        ) => scope.same_as(theirs),
        (Shape::Attribute { attribute, .. }, Shape::Attribute { attribute: theirs, entity, .. }) => {
            attribute == theirs && bearer.is_some() && entity.id.as_ref() == bearer
        }
        _ => false,
    });
    same.map(|other| other.id).collect()
}
