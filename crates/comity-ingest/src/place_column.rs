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

/// Whether a column holds countries, by their names or codes.
///
/// A column of two capitals is one where all are codes of countries and half of them of no state of the USA: `GA` is Gabon and
/// Georgia. Numbers are one where all are numbers of the UN, three of them at least.
pub(crate) fn are_countries(gazetteer: &Gazetteer, cells: &[&str]) -> bool {
    if !are_codes(cells) {
        return are_mostly(cells, |cell| is_country(gazetteer, cell));
    }
    let usa = gazetteer.country_named("US");
    let is_state = |cell: &&&str| usa.is_some_and(|usa| !gazetteer.division(usa, cell).is_empty());
    let states =
        if cells.iter().all(|cell| cell.len() == 2) { cells.iter().filter(is_state).count() } else { 0 };
    let is_number = cells.iter().any(|cell| cell.starts_with(|c: char| c.is_ascii_digit()));
    let are_known = cells.iter().all(|cell| gazetteer.country(cell).is_some_and(|found| found.exact));
    are_known && states * 2 <= cells.len() && (!is_number || cells.len() > 2)
}

/// All of two capitals, all of three, or all of three digits.
pub(crate) fn are_codes(cells: &[&str]) -> bool {
    let all = |count: usize, is: fn(&u8) -> bool| cells.iter().all(|cell| is_code(cell, count, is));
    let (letters, digits) = (u8::is_ascii_uppercase, u8::is_ascii_digit);
    !cells.is_empty() && (all(2, letters) || all(3, letters) || all(3, digits))
}

fn is_code(cell: &str, count: usize, is: fn(&u8) -> bool) -> bool {
    cell.len() == count && cell.bytes().all(|byte| is(&byte))
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
