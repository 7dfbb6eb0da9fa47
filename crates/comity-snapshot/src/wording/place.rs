//! What English calls a place on file.

use comity_messages::{FiledPlace, Language};
use comity_model::{Entity, Level};
use smol_str::SmolStr;

/// The English name of a place with a GeoNames id; the name on file of anything else.
pub fn place_name(entity: &Entity) -> SmolStr {
    let Some(filed) = filed(entity) else { return entity.name.clone() };
    SmolStr::new(filed.in_english())
}

/// What the reader's language calls something: a place by its own name for it, as the gazetteer does, else by a name of that
/// language on file. `None`: by no other name than it has.
pub fn own_language_name(entity: &Entity) -> Option<&str> {
    if Language::current() == Language::English {
        return None;
    }
    let code = Language::current().code();
    let tagged = entity.names.iter().find(|name| name.lang == code).map(|name| name.text.as_str());
    filed(entity).and_then(|place| place.in_chinese()).or(tagged).filter(|name| *name != entity.name)
}

fn filed(entity: &Entity) -> Option<FiledPlace<'_>> {
    let tagged = entity.names.iter().find(|name| name.lang == "en");
    Some(FiledPlace {
        name: &entity.name,
        geonames: entity.id.as_geonames()?,
        country: entity.country.as_deref().unwrap_or_default(),
        is_nation: entity.is(Level::Nation),
        tagged: tagged.map(|name| name.text.as_str()),
    })
}
