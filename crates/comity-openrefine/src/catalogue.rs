//! Everything the service can name: the places of the gazetteer, if there is one, and what is on file.

use comity_answer::Snapshot;
use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::{Entity, EntityId, EntityKind};

use crate::subject::Subject;

/// Handed to every answer; copying it copies two references.
#[derive(Clone, Copy)]
pub(crate) struct Catalogue<'a> {
    pub(crate) gazetteer: Option<&'a Gazetteer>,
    pub(crate) snapshot: &'a Snapshot,
}

impl<'a> Catalogue<'a> {
    /// By our own id, which may be of a place with nothing on file; a merged id gives what it became.
    pub(crate) fn by_id(self, id: &str) -> Option<Subject<'a>> {
        let id = EntityId::new(id.trim()).ok()?;
        let entity = self.snapshot.entity_by_id(&id).filter(|entity| !entity.name.is_empty());
        let place = self.gazetteer.and_then(|places| places.place(entity.map_or(&id, |entity| &entity.id)));
        Subject::new(self, place, entity)
    }

    /// By an id of ours or of another register: `gn5134086`, `5134086`, `Q49218`, `USROC`, `c40`.
    pub(crate) fn identified(self, text: &str) -> Option<Subject<'a>> {
        let text = text.trim();
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.by_id(&format!("gn{text}"));
        }
        self.by_id(text).or_else(|| self.by_wikidata(text)).or_else(|| self.by_others(text))
    }

    fn by_wikidata(self, text: &str) -> Option<Subject<'a>> {
        let mut on_file =
            self.snapshot.entities().iter().filter(|entity| entity.wikidata.as_deref() == Some(text));
        self.of_entity(on_file.next()?)
    }

    fn by_others(self, text: &str) -> Option<Subject<'a>> {
        let places = self.gazetteer?.by_identifier(text);
        places.first().filter(|_| places.len() == 1).and_then(|place| self.of_place(*place))
    }

    pub(crate) fn of_place(self, place: PlaceRef<'a>) -> Option<Subject<'a>> {
        let place = place.canonical();
        Subject::new(self, Some(place), self.snapshot.entity_by_id(&place.id()))
    }

    pub(crate) fn of_entity(self, entity: &'a Entity) -> Option<Subject<'a>> {
        let place = self.gazetteer.and_then(|places| places.place(&entity.id));
        Subject::new(self, place, Some(entity))
    }

    /// Whether the gazetteer answers for it: then its name is looked up there.
    pub(crate) fn is_listed(self, entity: &Entity) -> bool {
        let listed = |places: &Gazetteer| places.place(&entity.id).is_some();
        entity.kind == EntityKind::Polity && self.gazetteer.is_some_and(listed)
    }

    /// The country with this code.
    pub(crate) fn country(self, code: &str) -> Option<Subject<'a>> {
        let iso2: Iso2 = code.parse().ok()?;
        let mut countries = self.gazetteer?.countries();
        countries.find(|(one, _)| *one == iso2).and_then(|(_, place)| self.of_place(place))
    }
}
