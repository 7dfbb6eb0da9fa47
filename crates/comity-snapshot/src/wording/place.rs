//! What English calls a place on file.

use comity_messages::FiledPlace;
use comity_model::{Entity, Level};
use smol_str::SmolStr;

/// The English name of a place with a GeoNames id; the name on file of anything else.
pub fn place_name(entity: &Entity) -> SmolStr {
    let Some(geonames) = entity.id.as_geonames() else { return entity.name.clone() };
    let tagged = entity.names.iter().find(|name| name.lang == "en");
    let filed = FiledPlace {
        name: &entity.name,
        geonames,
        country: entity.country.as_deref().unwrap_or_default(),
        is_nation: entity.is(Level::Nation),
        tagged: tagged.map(|name| name.text.as_str()),
    };
    SmolStr::new(filed.in_english())
}
