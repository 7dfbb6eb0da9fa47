//! Whether the candidate governs what the source, or the words around the name, say it does.

use comity_gazetteer::PlaceRef;
use comity_model::Level;
use comity_names::AffixKind;

use crate::feature::Feature;
use crate::kind_word::{against, is_division_by_heading, is_of_division, is_of_state};
use crate::named_place::NamedPlace;

/// Whether a city competes for the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum City {
    /// A city bears it: its county or state is meant only if something says so.
    Among,
    /// None does.
    Missing,
    /// None does, and the source puts the name inside its country.
    Within,
}

/// 0 of the kind said, -1 of another, so that words about the kind never outweigh the name. Without a word on it cities come first: these are lists of cities.
pub(crate) fn kind(
    level: Option<Level>,
    found: &NamedPlace<'_, '_>,
    city: City,
    place: &PlaceRef<'_>,
) -> Feature {
    if let Some(why) = against(found, place).filter(|_| level.is_none()) {
        return Feature::new("kind", -1.0, why);
    }
    let said = found.reading.kind.and_then(level_of).map(|said| match said {
        // The lists of words have a `council area` with the cities.
        Level::City if is_of_division(found.reading) => Level::County,
        other => other,
    });
    let wanted = level.or(said);
    let Some(wanted) = wanted else {
        return if is_division_by_heading(found, place) {
            Feature::new("kind", 0.0, "a division, as its name says")
        } else {
            unsaid(city, place)
        };
    };
    if place.is(wanted) {
        return Feature::new("kind", 0.0, format!("a {wanted}, as said"));
    }
    let is_any = level.is_some() || !is_of_state(found.reading);
    if is_any && place.levels().into_iter().any(|level| is_nearly(level, wanted)) {
        return Feature::new("kind", -0.2, format!("nearly a {wanted}"));
    }
    Feature::new("kind", -1.0, format!("not a {wanted}"))
}

fn is_nearly(level: Level, wanted: Level) -> bool {
    match wanted {
        Level::County | Level::State => matches!(level, Level::County | Level::State),
        Level::Metro => matches!(level, Level::City | Level::County),
        _ => false,
    }
}

fn unsaid(city: City, place: &PlaceRef<'_>) -> Feature {
    if place.is(Level::Nation) && !place.is(Level::City) && city == City::Within {
        return Feature::new("kind", -1.0, "the country itself, not a place in it");
    }
    if place.is_part_of_city() {
        return Feature::new("kind", -0.3, "a part of a city");
    }
    if place.is(Level::City) {
        return Feature::silent("kind");
    }
    let level = place.levels().first().map_or("place", |level| level.as_str());
    match city {
        City::Among => {
            Feature::new("kind", -1.5, format!("a {level}, which nothing says, while a city has the name"))
        }
        City::Missing | City::Within => Feature::new("kind", -0.3, format!("a {level}")),
    }
}

fn level_of(words: AffixKind) -> Option<Level> {
    match words {
        AffixKind::City => Some(Level::City),
        AffixKind::County => Some(Level::County),
        AffixKind::State => Some(Level::State),
        AffixKind::Metro => Some(Level::Metro),
        AffixKind::Any => None,
    }
}
