//! A place of the gazetteer as a record of the register, with all that contains it.

use comity_gazetteer::{Gazetteer, NameKind, PlaceRef};
use comity_model::{Entity, EntityId, EntityKind, Level, Name};
use smol_str::SmolStr;

/// The place and the polities that contain it as records.
pub(crate) fn with_containers(gazetteer: &Gazetteer, place: PlaceRef<'_>) -> Vec<Entity> {
    chain(gazetteer, place).into_iter().map(|place| entity(gazetteer, place)).collect()
}

/// The place after the polities that contain it, the largest first, so that each record comes after what it names.
pub(crate) fn chain<'g>(gazetteer: &'g Gazetteer, place: PlaceRef<'g>) -> Vec<PlaceRef<'g>> {
    let mut chain = containers(gazetteer, place);
    chain.reverse();
    chain.push(place);
    chain
}

/// What the place lies in, the smallest first. A county that is the city itself is not above it.
fn containers<'g>(gazetteer: &'g Gazetteer, place: PlaceRef<'g>) -> Vec<PlaceRef<'g>> {
    let nation = gazetteer.nation(place.country());
    let mut chain: Vec<PlaceRef<'g>> = Vec::new();
    for container in [place.admin2(), place.admin1(), nation].into_iter().flatten() {
        let container = container.canonical();
        if container.id() != place.id() && chain.iter().all(|above| above.id() != container.id()) {
            chain.push(container);
        }
    }
    chain
}

/// The record of one place. Cost: all its names are read; ask for it once.
pub(crate) fn entity(gazetteer: &Gazetteer, place: PlaceRef<'_>) -> Entity {
    let within: Vec<EntityId> = containers(gazetteer, place).iter().map(PlaceRef::id).collect();
    let edition = gazetteer.info().sources.first().map(|source| source.edition.as_str()).unwrap_or_default();
    Entity {
        names: names(place),
        levels: place.levels(),
        country: Some(SmolStr::new(place.country().as_str())),
        within,
        point: place.point(),
        population: Some(u64::from(place.population())).filter(|population| *population > 0),
        gazetteer: Some(SmolStr::new(format!("GeoNames {edition}"))),
        ..Entity::new(place.id(), EntityKind::Polity, place.name())
    }
}

/// Names by which people search: one for each of the languages a reader of the atlas is likely to write in.
fn names(place: PlaceRef<'_>) -> Vec<Name> {
    const LANGUAGES: [&str; 10] = ["en", "fr", "es", "de", "it", "pt", "zh", "ja", "ar", "ru"];
    let mut names: Vec<Name> = Vec::new();
    for lang in LANGUAGES {
        let spoken = place.names().find(|name| name.lang == lang && name.kind <= NameKind::Other);
        if let Some(name) = spoken.filter(|name| name.text != place.name()) {
            names.push(Name { text: SmolStr::new(name.text), lang: SmolStr::new(lang) });
        }
    }
    if place.is(Level::Nation) {
        names.push(Name { text: SmolStr::new(place.country().as_str()), lang: SmolStr::default() });
    }
    names
}
