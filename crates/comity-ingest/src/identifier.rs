//! Identifiers that a table gives beside its names: a place where the gazetteer has one, else the name is asked.

use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{EntityId, Mention};

/// Puts the place's own id in the place of an identifier of others; says why it is left out where it is.
///
/// An identifier in another country than the row states is a slip of one of them: it decides nothing.
pub(crate) fn settle_identifier(gazetteer: &Gazetteer, mention: &mut Mention) -> Option<&'static str> {
    let id = mention.id.take()?;
    let Some(place) = identified(gazetteer, &id) else {
        return Some("identifiers that are not known; the names were read");
    };
    let stated = mention.country.as_deref().and_then(|text| gazetteer.country(text));
    if stated.is_some_and(|stated| stated.iso2 != place.country()) {
        return Some("identifiers of places in another country than stated; the names were read");
    }
    mention.id = Some(place.id());
    None
}

fn identified<'g>(gazetteer: &'g Gazetteer, id: &EntityId) -> Option<PlaceRef<'g>> {
    if id.as_geonames().is_some() {
        return gazetteer.place(id);
    }
    let places = gazetteer.by_identifier(id.as_str());
    places.first().filter(|_| places.len() == 1).map(PlaceRef::canonical)
}
