//! Agreements that exist only through their parties: pair rows name no paper, yet two cities met in one.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Entity, EntityId, EntityKind};
use smol_str::SmolStr;

use crate::derive::{self, Derived};

/// Names the agreement of each claim anew from its parties, once these were replaced by what they became.
pub fn rename(links: &mut [Derived], canon: &BTreeMap<EntityId, EntityId>) {
    if canon.is_empty() {
        return;
    }
    for of_claim in links.chunk_by_mut(|a, b| a.link.claim == b.link.claim) {
        let merged = of_claim.iter().any(|derived| canon.contains_key(&derived.link.subject));
        for end in
            of_claim.iter_mut().flat_map(|derived| [&mut derived.link.subject, &mut derived.link.object])
        {
            replace(end, canon);
        }
        let instrument = of_claim.first().and_then(|derived| derived.instrument.clone());
        if let (true, Some(instrument)) = (merged, instrument) {
            let parties: Vec<EntityId> =
                of_claim.iter().map(|derived| derived.link.subject.clone()).collect();
            let mut agreement = derive::agreement(&parties, &instrument);
            replace(&mut agreement, canon);
            for derived in of_claim {
                derived.link.object.clone_from(&agreement);
            }
        }
    }
}

/// The entity it became, if it was merged.
pub fn replace(id: &mut EntityId, canon: &BTreeMap<EntityId, EntityId>) {
    if let Some(became) = canon.get(id) {
        id.clone_from(became);
    }
}

/// An agreement as its links tell of it.
#[derive(Default)]
struct AgreementFacts<'l> {
    parties: BTreeSet<&'l EntityId>,
    instrument: &'l str,
    called: BTreeMap<&'l SmolStr, u64>,
}

/// An entity for every agreement that only links speak of, by id.
///
/// Its name is that of its parties, its class what most sources call it.
pub fn agreements(links: &[Derived], entities: &[Entity]) -> Vec<Entity> {
    let mut told: BTreeMap<&EntityId, AgreementFacts<'_>> = BTreeMap::new();
    for Derived { link, instrument } in links {
        let Some(instrument) = instrument else { continue };
        let agreement = told.entry(&link.object).or_default();
        agreement.parties.insert(&link.subject);
        agreement.instrument = instrument;
        if !link.called.is_empty() {
            *agreement.called.entry(&link.called).or_default() += 1;
        }
    }
    told.retain(|id, _| find(entities, id).is_none());
    told.into_iter().map(|(id, told)| told.entity(id.clone(), entities)).collect()
}

impl AgreementFacts<'_> {
    fn entity(self, id: EntityId, entities: &[Entity]) -> Entity {
        let mut names: Vec<SmolStr> = self.parties.iter().map(|party| name(entities, party)).collect();
        names.sort_unstable();
        let parties = names.join(" – ");
        let name =
            if self.instrument.is_empty() { parties } else { format!("{parties}: {}", self.instrument) };
        // Of names said equally often, the first in the alphabet.
        let class = self.called.into_iter().rev().max_by_key(|(_, times)| *times);
        let class = class.map(|(class, _)| class.clone()).unwrap_or_default();
        Entity { class, ..Entity::new(id, EntityKind::Agreement, &name) }
    }
}

/// Its name, or its id where it has no record.
fn name(entities: &[Entity], id: &EntityId) -> SmolStr {
    find(entities, id).map_or_else(|| id.clone().into(), |entity| entity.name.clone())
}

/// In a list sorted by id.
pub fn find<'e>(entities: &'e [Entity], id: &EntityId) -> Option<&'e Entity> {
    entities.binary_search_by(|entity| entity.id.cmp(id)).ok().and_then(|place| entities.get(place))
}

/// Every entity as it is shown: those that were not merged into another, with the agreements that only links speak of, by
/// id.
pub fn entities(
    entities: Vec<Entity>,
    links: &[Derived],
    canon: &BTreeMap<EntityId, EntityId>,
) -> Vec<Entity> {
    let agreements = agreements(links, &entities);
    let mut kept = entities;
    kept.retain(|entity| !canon.contains_key(&entity.id));
    kept.iter_mut().flat_map(|entity| &mut entity.within).for_each(|polity| replace(polity, canon));
    kept.extend(agreements);
    kept.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    kept
}
