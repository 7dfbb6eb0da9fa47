//! The columns of a table that say who and where, told by their cells.

use comity_gazetteer::Gazetteer;
use comity_source::{ColumnRole, SheetRow, is_column_name, is_date, naming_networks};

use crate::place_column::{are_codes, are_countries, are_mostly, is_country, is_known_place};

/// Rows that are looked at, and of them those in which the heads are looked for. Guessed: enough to tell a column of
/// places from one of remarks, in a moment.
pub(crate) const ROWS: usize = 200;
const TOP: usize = 12;

/// By place and name.
#[derive(Debug, Default)]
pub(crate) struct LookedColumns {
    pub(crate) places: Vec<(usize, String)>,
    pub(crate) countries: Vec<(usize, String)>,
    /// Lists of networks.
    pub(crate) networks: Vec<(usize, String)>,
    /// Some columns are called after networks.
    pub(crate) by_column: bool,
    pub(crate) has_dates: bool,
    /// The first row names the columns; else they are called by their numbers.
    pub(crate) has_header: bool,
}

impl LookedColumns {
    pub(crate) fn of(rows: &[SheetRow], gazetteer: &Gazetteer) -> Option<Self> {
        let filled = |row: &SheetRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let widest = rows.iter().take(TOP).map(filled).max().filter(|width| *width > 0)?;
        let header = rows.iter().position(|row| filled(row) == widest)?;
        let heads: Vec<String> = rows.get(header)?.cells.iter().map(|head| head.trim().to_owned()).collect();
        let found = Self::below(&heads, rows.get(header + 1..)?, gazetteer);
        if header > 0 || !found.is_headed_by_data(&heads, gazetteer) {
            return Some(Self { has_header: true, ..found });
        }
        let numbers: Vec<String> = (1..=heads.len()).map(|number| number.to_string()).collect();
        Some(Self::below(&numbers, rows, gazetteer))
    }

    fn below(heads: &[String], rows: &[SheetRow], gazetteer: &Gazetteer) -> Self {
        let mut found = Self::default();
        for (place, head) in heads.iter().enumerate() {
            if head.is_empty() || heads.iter().take(place).any(|earlier| earlier == head) {
                continue;
            }
            let cells = rows.iter().filter_map(|row| row.cells.get(place));
            let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
            let column = (place, head.clone());
            if naming_networks(&[head]) > 0 {
                found.by_column = true;
            } else if are_countries(gazetteer, &cells) {
                found.countries.push(column);
            } else if cells.len() * 2 > rows.len()
                && are_mostly(&cells, |cell| is_known_place(gazetteer, cell))
            {
                found.places.push(column);
            } else if !cells.is_empty() && naming_networks(&cells) * 5 >= cells.len() * 4 {
                found.networks.push(column);
            } else {
                found.has_dates |= are_mostly(&cells, is_date);
            }
        }
        found
    }

    /// Whether the row that would name the columns is one of their entries: `Lyon`, `France`.
    fn is_headed_by_data(&self, heads: &[String], gazetteer: &Gazetteer) -> bool {
        let head = |place: &usize| heads.get(*place).map_or("", String::as_str);
        !self.places.is_empty()
            && self.places.iter().all(|(place, _)| is_known_place(gazetteer, head(place)))
            && self.countries.iter().all(|(place, _)| is_country(gazetteer, head(place)))
            && !heads.iter().any(|head| is_column_name(head))
    }
}

/// Columns of countries, by place, that nothing but their cells tells.
#[derive(Debug, Default)]
pub(crate) struct CountryColumns {
    pub(crate) all: Vec<usize>,
    /// Those of them in codes of FIPS 10-4.
    pub(crate) fips: Vec<usize>,
}

/// Looks at the columns from which nothing is read. They must agree with the places they stand beside: `TO` is Tonga and Turin,
/// `GM` the Gambia or Germany, and a country may be that of the other end.
pub(crate) fn country_columns(
    gazetteer: &Gazetteer,
    columns: &[ColumnRole],
    samples: &[Vec<String>],
) -> CountryColumns {
    let mut found = CountryColumns::default();
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| column.role.is_empty()) {
        let names = name_beside(columns, place).and_then(|name| samples.get(name));
        let (Some(cells), Some(names)) = (samples.get(place), names) else { continue };
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        let rows: Vec<_> = cells.iter().map(String::as_str).zip(names.iter().map(String::as_str)).collect();
        if are_codes(&filled) {
            if agree(gazetteer, &rows, "") > 1 {
                found.all.push(place);
            } else if filled.iter().all(|cell| cell.len() == 2) && agree(gazetteer, &rows, "FIPS ") > 1 {
                found.all.push(place);
                found.fips.push(place);
            }
        } else if are_countries(gazetteer, &filled) && agree(gazetteer, &rows, "") > 0 {
            found.all.push(place);
        }
    }
    found
}

/// The names whose country a column would be: the nearest on its left, or else the first.
fn name_beside(columns: &[ColumnRole], place: usize) -> Option<usize> {
    let names = columns.iter().enumerate().filter(|(_, column)| column.role.starts_with("name"));
    let mut names = names.map(|(name, _)| name).peekable();
    let first = names.peek().copied();
    names.take_while(|name| *name < place).last().or(first)
}

/// Beside how many countries stands the name of a place that lies there; 0 where that is so of fewer than two in three
/// whose names are known.
fn agree(gazetteer: &Gazetteer, rows: &[(&str, &str)], before: &str) -> usize {
    let (mut known, mut alike) = (0, 0);
    for (country, name) in rows.iter().filter(|(country, _)| !country.is_empty()) {
        let country = gazetteer.country(&format!("{before}{country}")).filter(|found| found.exact);
        let mut hits = gazetteer.lookup(name).into_iter().peekable();
        known += usize::from(hits.peek().is_some());
        alike += usize::from(country.is_some_and(|found| hits.any(|hit| hit.place.country() == found.iso2)));
    }
    if alike * 3 >= known * 2 { alike } else { 0 }
}
