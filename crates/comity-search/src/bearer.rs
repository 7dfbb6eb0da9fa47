//! Who bears a name: something on file, or a place of the gazetteer with nothing on file.

use comity_gazetteer::{Iso2, PlaceRef};
use comity_model::{EntityKind, Level};
use comity_snapshot::{EntityIx, EntityRef, wording};

use crate::search::Search;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearer<'a> {
    OnFile(EntityIx),
    Elsewhere(PlaceRef<'a>),
}

impl<'a> Search<'a> {
    /// The place itself, or what stands for it on file.
    pub(crate) fn bearer(&self, place: PlaceRef<'a>) -> Bearer<'a> {
        let place = place.canonical();
        self.snapshot.node(&place.id()).map_or(Bearer::Elsewhere(place), Bearer::OnFile)
    }

    /// The place of the gazetteer that it is.
    pub(crate) fn place(&self, bearer: Bearer<'a>) -> Option<PlaceRef<'a>> {
        match bearer {
            Bearer::OnFile(node) => self.gazetteer?.place(&self.snapshot.entity(node).id),
            Bearer::Elsewhere(place) => Some(place),
        }
    }

    pub(crate) fn is(&self, bearer: Bearer<'a>, level: Level) -> bool {
        match bearer {
            Bearer::OnFile(node) => self.snapshot.entity(node).is(level),
            Bearer::Elsewhere(place) => place.is(level),
        }
    }

    /// Inhabitants, as far as anybody says.
    pub(crate) fn people(&self, bearer: Bearer<'a>) -> u64 {
        let held = match bearer {
            Bearer::OnFile(node) => self.snapshot.entity(node).population,
            Bearer::Elsewhere(_) => None,
        };
        let listed = || self.place(bearer).map(|place| u64::from(place.population()));
        let stated = held.or_else(listed).filter(|people| *people > 0);
        stated.unwrap_or_else(|| self.least_people(bearer))
    }

    /// Of a country or state of which nobody says how many live there, so that no village outweighs it. Guessed.
    fn least_people(&self, bearer: Bearer<'a>) -> u64 {
        if self.is(bearer, Level::Nation) || self.is(bearer, Level::State) { 1_000_000 } else { 0 }
    }

    pub(crate) fn ties(&self, bearer: Bearer<'a>) -> u32 {
        match bearer {
            Bearer::OnFile(node) => self.snapshot.ties(node),
            Bearer::Elsewhere(_) => 0,
        }
    }

    pub(crate) fn country(&self, bearer: Bearer<'a>) -> String {
        match bearer {
            Bearer::OnFile(node) => {
                self.snapshot.entity(node).country.as_deref().unwrap_or_default().to_owned()
            }
            Bearer::Elsewhere(place) => place.country().to_string(),
        }
    }

    pub(crate) fn own_name(&self, bearer: Bearer<'a>) -> String {
        match bearer {
            Bearer::OnFile(node) => self.snapshot.name(node),
            Bearer::Elsewhere(place) => place.own_language_label().into_owned(),
        }
    }

    pub(crate) fn refer(&self, bearer: Bearer<'a>) -> EntityRef {
        match bearer {
            Bearer::OnFile(node) => self.snapshot.refer(node),
            Bearer::Elsewhere(place) => self.refer_place(place),
        }
    }

    fn refer_place(&self, place: PlaceRef<'a>) -> EntityRef {
        let state = place.admin1().filter(|state| *state != place && !place.is(Level::State));
        let nation = self.nation(place.country()).filter(|_| !place.is(Level::Nation));
        let nation = nation.map(|nation| self.own_name(nation));
        let original = place.label().into_owned();
        let name = place.own_language_label().into_owned();
        let state = state.map(|state| state.own_language_label().into_owned()).filter(|state| *state != name);
        let within: Vec<String> = state.into_iter().chain(nation).collect();
        let within = within.join(", ");
        EntityRef {
            id: place.id(),
            kind: EntityKind::Polity,
            what: wording::levels(&place.levels()),
            slug: wording::slug(&original, &within),
            original: if original == name { String::new() } else { original },
            name,
            country: place.country().to_string(),
            place: within,
            point: place.point(),
        }
    }

    /// The country itself.
    pub(crate) fn nation(&self, country: Iso2) -> Option<Bearer<'a>> {
        Some(self.bearer(self.gazetteer?.nation(country)?))
    }
}
