//! The names of the entities that a page speaks of, looked up once.

use std::collections::BTreeMap;

use comity_answer::{Snapshot, wording};
use comity_model::{Entity, EntityId};
use comity_register::HeldClaim;

/// What each entity on a page is called.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<EntityId, String>);

impl Names {
    /// Of everything the mentions of these claims mean.
    pub(crate) fn of<'c>(snapshot: &Snapshot, claims: impl IntoIterator<Item = &'c HeldClaim>) -> Self {
        let meant = claims.into_iter().flat_map(|claim| &claim.readings);
        let ids = meant.filter_map(|reading| reading.entity.as_ref());
        let named = ids.filter_map(|id| {
            snapshot.entity_by_id(id).map(|entity| (id.clone(), full_name(snapshot, entity)))
        });
        Self(named.collect())
    }

    /// The id itself where the register has no record of it.
    pub(crate) fn get<'n>(&'n self, id: &'n EntityId) -> &'n str {
        self.0.get(id).map_or(id.as_str(), String::as_str)
    }
}

/// With what tells it from its namesakes: `Rochester, New York, United States`.
pub(crate) fn full_name(snapshot: &Snapshot, entity: &Entity) -> String {
    let containers = entity.within.iter().filter_map(|id| snapshot.entity_by_id(id));
    let places = containers.filter(|place| place.name != entity.name).map(called);
    let mut parts: Vec<&str> = std::iter::once(called(entity)).chain(places).collect();
    parts.dedup();
    parts.join(", ")
}

fn called(entity: &Entity) -> &str {
    wording::own_language_name(entity).unwrap_or(&entity.name)
}
