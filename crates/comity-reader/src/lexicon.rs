//! The names of what the register holds beyond places: networks, bodies, events, persons.

use std::collections::BTreeMap;

use comity_model::{Entity, EntityId, EntityKind};
use comity_names::fold;

/// Names, folded, and who bears them.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    by_name: BTreeMap<String, Vec<usize>>,
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: EntityId,
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    pub(crate) country: String,
}

impl Lexicon {
    /// Every entity with a name of its own; places are the gazetteer's, and agreements have none.
    pub fn new<'e>(entities: impl IntoIterator<Item = &'e Entity>) -> Self {
        let mut lexicon = Self::default();
        for entity in entities {
            let ours = !matches!(entity.kind, EntityKind::Polity | EntityKind::Agreement)
                || (entity.kind == EntityKind::Polity && entity.id.as_geonames().is_none());
            if ours {
                lexicon.add(entity);
            }
        }
        lexicon
    }

    fn add(&mut self, entity: &Entity) {
        let index = self.entries.len();
        for text in std::iter::once(&entity.name).chain(entity.names.iter().map(|name| &name.text)) {
            let bearers = self.by_name.entry(fold(text)).or_default();
            if bearers.last() != Some(&index) {
                bearers.push(index);
            }
        }
        self.entries.push(Entry {
            id: entity.id.clone(),
            kind: entity.kind,
            name: entity.name.to_string(),
            country: entity.country.as_deref().unwrap_or_default().to_owned(),
        });
    }

    pub(crate) fn bearers(&self, key: &str) -> &[usize] {
        self.by_name.get(key).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn entry(&self, index: usize) -> &Entry {
        &self.entries[index]
    }
}
