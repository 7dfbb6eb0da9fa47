//! The columns of a table that say who and where, told by their cells.

use comity_gazetteer::Gazetteer;
use comity_source::{SheetRow, is_column_name, is_date, naming_networks};

use crate::place_column::{are_countries, are_mostly, is_country, is_known_place};

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

/// Of the columns from which nothing is read, by place and some cells: those of countries.
pub(crate) fn country_columns(gazetteer: &Gazetteer, unread: &[(usize, Vec<String>)]) -> Vec<usize> {
    let cells = |(place, cells): &(usize, Vec<String>)| {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        are_countries(gazetteer, &cells).then_some(*place)
    };
    unread.iter().filter_map(cells).collect()
}
