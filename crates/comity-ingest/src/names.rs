//! The names of what is on file or in the file itself, beyond the gazetteer's places.

use std::collections::BTreeMap;

use comity_model::{Entity, EntityId, EntityKind};
use comity_names::fold;

/// Folded names of networks, bodies, events and unlisted polities, and who bears them.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    bearers: BTreeMap<String, Vec<(EntityId, EntityKind)>>,
}

impl NameIndex {
    /// Places of the gazetteer and agreements are left out: they are found otherwise.
    pub(crate) fn add(&mut self, entity: &Entity) {
        if entity.kind == EntityKind::Agreement || entity.id.as_geonames().is_some() {
            return;
        }
        for text in std::iter::once(&entity.name).chain(entity.names.iter().map(|name| &name.text)) {
            let bearers = self.bearers.entry(fold(text)).or_default();
            if bearers.iter().all(|(id, _)| *id != entity.id) {
                bearers.push((entity.id.clone(), entity.kind));
            }
        }
    }

    /// The one bearer of the name among entities of this kind (of any kind where none is stated).
    pub(crate) fn only(&self, name: &str, kind: Option<EntityKind>) -> Option<&EntityId> {
        let bearers = self.bearers.get(&fold(name))?;
        let mut fitting = bearers.iter().filter(|(_, of)| kind.is_none_or(|kind| kind == *of));
        let (id, _) = fitting.next()?;
        fitting.next().is_none().then_some(id)
    }
}
