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

/// Looks at the columns from which nothing is read. Names tell themselves; codes must agree with the places beside them, since `TO` is
/// Tonga and Turin, and `GM` the Gambia or Germany.
pub(crate) fn country_columns(
    gazetteer: &Gazetteer,
    columns: &[ColumnRole],
    samples: &[Vec<String>],
) -> CountryColumns {
    let is_name = |place: &usize| columns.get(*place).is_some_and(|column| column.role.starts_with("name"));
    let names: Vec<&Vec<String>> =
        (0..samples.len()).filter(is_name).filter_map(|place| samples.get(place)).collect();
    let mut found = CountryColumns::default();
    for (place, _) in columns.iter().enumerate().filter(|(_, column)| column.role.is_empty()) {
        let cells = samples.get(place).map(Vec::as_slice).unwrap_or_default();
        let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        if !are_codes(&filled) {
            found.all.extend(are_countries(gazetteer, &filled).then_some(place));
        } else if agree(gazetteer, cells, &names, "") {
            found.all.push(place);
        } else if filled.iter().all(|cell| cell.len() == 2) && agree(gazetteer, cells, &names, "FIPS ") {
            found.all.push(place);
            found.fips.push(place);
        }
    }
    found
}

/// Whether beside most of these codes stands the name of a place of that country.
fn agree(gazetteer: &Gazetteer, codes: &[String], names: &[&Vec<String>], before: &str) -> bool {
    let rows = codes.iter().enumerate().filter(|(_, code)| !code.is_empty());
    let (mut all, mut alike) = (0, 0);
    for (row, code) in rows {
        let country = gazetteer.country(&format!("{before}{code}")).filter(|found| found.exact);
        let beside = names.iter().filter_map(|column| column.get(row));
        let mut hits = beside.flat_map(|name| gazetteer.lookup(name));
        all += 1;
        alike += usize::from(country.is_some_and(|found| hits.any(|hit| hit.place.country() == found.iso2)));
    }
    all > 1 && alike * 3 >= all * 2
}
