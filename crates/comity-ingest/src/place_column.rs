//! Whether the cells of a column name places, or countries.

use comity_gazetteer::Gazetteer;
use comity_model::Level;

/// Share of the cells that must be of one sort, in hundredths. Guessed: a spelling in five may be unknown.
const MOST: usize = 80;

/// Inhabitants of a place whose name alone tells a column of places. Guessed: there are hamlets called after anything.
const KNOWN_PLACE: u32 = 1_000;

/// Inhabitants of a city that is meant before a country of its name. Guessed: larger than any namesake of a country
/// that is not its capital.
const LARGE_CITY: u32 = 100_000;

pub(crate) fn are_mostly(cells: &[&str], are: impl Fn(&str) -> bool) -> bool {
    let count = cells.iter().filter(|cell| are(cell)).count();
    count > 0 && count * 100 >= cells.len() * MOST
}

/// Some language calls a country as another calls a city: what a large city bears too says nothing of the column.
pub(crate) fn is_country(gazetteer: &Gazetteer, cell: &str) -> bool {
    let mut hits = gazetteer.lookup(cell).into_iter();
    let is_city = hits.any(|hit| hit.place.is(Level::City) && hit.place.population() >= LARGE_CITY);
    gazetteer.country_named(cell).is_some() && !is_city
}

/// A name, or one with something after a comma or in brackets; no common word, in small letters.
pub(crate) fn is_known_place(gazetteer: &Gazetteer, cell: &str) -> bool {
    if cell.starts_with(char::is_lowercase) {
        return false;
    }
    let alone = cell.split([',', '(']).next().unwrap_or_default().trim();
    let mut hits = [cell, alone].into_iter().flat_map(|name| gazetteer.lookup(name));
    hits.any(|hit| hit.place.population() >= KNOWN_PLACE)
}
