//! What the headings of a page say of the entries below them: whose partners they are, or where they lie.

use comity_gazetteer::Gazetteer;
use comity_model::Level;
use comity_source::{ReadOptions, SheetText, SourceError, sheet_text};

use crate::error::IngestError;
use crate::lines::divide;
use crate::place_column::{are_countries, are_mostly, is_country, is_known_place};

/// Inhabitants of a division that is as well known as a country of its name: Georgia.
const KNOWN_DIVISION: u32 = 1_000_000;
/// Share of a list's entries that must be known as places, in hundredths. Guessed: villages are not known, menus never are.
const LEAST_PLACES: usize = 30;

/// The table of a workbook, a page or a map as text, its headings called by what they are; `None` of other files.
pub(crate) fn table_text(
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    reading: &ReadOptions,
) -> Result<Option<SheetText>, IngestError> {
    let mut found = sheet_text(file, bytes, reading)?;
    if let Some(table) = found.as_mut().filter(|table| table.is_of_page) {
        let mut rows = ListedEntries::of(table);
        let is_divided = divide(gazetteer, &mut rows.names, &mut rows.rows).note(table);
        let is_asked_for = reading.sheet.is_some() || reading.profile.is_some();
        if table.is_list && !is_asked_for && !rows.name_places(gazetteer) {
            return Err(SourceError::NoPlaces { file: file.to_owned() }.into());
        }
        let unknown = rows.clear_flags(gazetteer);
        if unknown > 0 {
            table.notes.insert("flags that name no country".to_owned(), unknown);
        }
        let title = if table.title.is_empty() { file } else { table.title.as_str() };
        let country = rows.call_headings(gazetteer, table.headings, title, reading.host.is_some());
        let told = country.map(|country| format!("the hosts are in {country}, as the title says"));
        table.notes.extend(told.map(|note| (note, 1)));
        if unknown > 0 || table.headings > 0 || is_divided {
            table.text = rows.text();
        }
    }
    Ok(found)
}

/// The names of the columns, and the rows below them.
struct ListedEntries {
    names: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl ListedEntries {
    fn of(table: &SheetText) -> Self {
        let mut reader = csv::Reader::from_reader(table.text.as_slice());
        let names =
            reader.headers().map(|names| names.iter().map(str::to_owned).collect()).unwrap_or_default();
        Self { names, rows: reader.records().filter_map(Result::ok).collect() }
    }

    fn text(self) -> Vec<u8> {
        let mut written = csv::Writer::from_writer(Vec::new());
        for row in [csv::StringRecord::from(self.names)].into_iter().chain(self.rows) {
            written.write_record(&row).expect("memory takes all, and all rows are of one width");
        }
        written.into_inner().expect("memory takes all")
    }

    /// What stands in a column, each text once where it stands in rows together.
    fn cells(&self, place: usize) -> Vec<&str> {
        let mut cells: Vec<&str> = self.rows.iter().filter_map(|row| row.get(place)).collect();
        cells.retain(|cell| !cell.is_empty());
        cells.dedup();
        cells
    }

    /// Whether the entries of a list are places at all: a page has menus as well.
    fn name_places(&self, gazetteer: &Gazetteer) -> bool {
        let Some(place) = self.names.iter().position(|name| name == "name") else { return false };
        let cells = self.cells(place);
        let known = cells.iter().filter(|cell| is_known_place(gazetteer, cell)).count();
        known * 100 >= cells.len() * LEAST_PLACES
    }

    /// A flag of Scotland, or by a code of sports, says nothing that is understood; how many there are.
    fn clear_flags(&mut self, gazetteer: &Gazetteer) -> u64 {
        let is_flag = |name: &String| name.ends_with(" (flag)");
        let flags: Vec<bool> = self.names.iter().map(is_flag).collect();
        if !flags.contains(&true) {
            return 0;
        }
        let mut unknown = 0;
        for row in &mut self.rows {
            let mut cleared = csv::StringRecord::new();
            for (cell, is_flag) in row.iter().zip(&flags) {
                let says_nothing = *is_flag && !cell.is_empty() && gazetteer.country(cell).is_none();
                unknown += u64::from(says_nothing);
                cleared.push_field(if says_nothing { "" } else { cell });
            }
            *row = cleared;
        }
        unknown
    }

    /// Names the columns: the nearest headings that are places are hosts of the list, headings that are countries or
    /// divisions theirs, or countries those of the entries where nothing else says whose partners they are. The country of the
    /// title, where the hosts have no other.
    fn call_headings(
        &mut self,
        gazetteer: &Gazetteer,
        headings: usize,
        title: &str,
        is_hosted: bool,
    ) -> Option<String> {
        let nearest = headings.checked_sub(1)?;
        let are = |place: usize, test: &dyn Fn(&str) -> bool| are_mostly(&self.cells(place), test);
        let countries = (0..headings).rev().find(|place| are_countries(gazetteer, &self.cells(*place)));
        let are_places = self.is_of_places(gazetteer, nearest);
        if is_hosted || countries == Some(nearest) || !are_places {
            let is_one_end = is_hosted || self.columns_of_places(gazetteer, headings).len() < 2;
            let is_lacking = !self.names.iter().any(|name| name == "country");
            if let Some(place) = countries.filter(|_| is_one_end && is_lacking) {
                self.rename(place, "country");
            }
            return None;
        }
        let regions = (0..nearest).rev().filter(|place| Some(*place) != countries);
        let region = regions.into_iter().find(|place| are(*place, &|cell| is_division(gazetteer, cell)));
        let partner = self.column_of_partners(gazetteer, headings)?;
        self.rename(nearest, "host");
        for beside in ["", " (link)", " (flag)"] {
            let name = format!("{partner}{beside}");
            if let Some(place) = self.names.iter().position(|other| *other == name) {
                self.rename(place, &format!("partner{beside}"));
            }
        }
        if let Some(region) = region {
            self.rename(region, "host region");
        }
        if let Some(place) = countries {
            self.rename(place, "host country");
            return None;
        }
        let country = country_of_title(gazetteer, title)?;
        self.names.push("host country".to_owned());
        self.rows.iter_mut().for_each(|row| row.push_field(&country));
        Some(country)
    }

    fn is_of_places(&self, gazetteer: &Gazetteer, place: usize) -> bool {
        are_mostly(&self.cells(place), |cell| is_known_place(gazetteer, cell))
    }

    /// Columns beside the headings: where two name places, a heading does not say which of them it is about.
    fn columns_of_places(&self, gazetteer: &Gazetteer, headings: usize) -> Vec<usize> {
        (headings..self.names.len()).filter(|place| self.is_of_places(gazetteer, *place)).collect()
    }

    /// The name of the column of those who are partners of the headings: the entries of a list, the only places of a table.
    fn column_of_partners(&self, gazetteer: &Gazetteer, headings: usize) -> Option<String> {
        let of_list = self.names.iter().find(|name| *name == "name").cloned();
        let places = self.columns_of_places(gazetteer, headings);
        let only = places.first().filter(|_| places.len() == 1);
        of_list.or_else(|| self.names.get(*only?).cloned())
    }

    fn rename(&mut self, place: usize, name: &str) {
        if let Some(old) = self.names.get_mut(place) {
            name.clone_into(old);
        }
    }
}

fn is_division(gazetteer: &Gazetteer, name: &str) -> bool {
    let mut hits = gazetteer.lookup(name).into_iter();
    hits.any(|hit| hit.place.is(Level::State) || hit.place.is(Level::County))
}

/// The country with whose name a title ends: `List of twin towns in Germany`, and a file is called so as well.
fn country_of_title(gazetteer: &Gazetteer, title: &str) -> Option<String> {
    const LONGEST: usize = 4;
    let title = title.split(" - ").next().unwrap_or_default();
    let title =
        title.rsplit_once('.').filter(|(_, ending)| ending.len() <= 9).map_or(title, |(stem, _)| stem);
    let title = title.replace('_', " ");
    let words: Vec<&str> = title.split_whitespace().collect();
    let ends = (1..=LONGEST.min(words.len().saturating_sub(1))).rev();
    let mut ends =
        ends.map(|count| words.iter().skip(words.len() - count).copied().collect::<Vec<_>>().join(" "));
    ends.find(|end| is_country(gazetteer, end) && !is_known_division(gazetteer, end))
}

fn is_known_division(gazetteer: &Gazetteer, name: &str) -> bool {
    let mut hits = gazetteer.lookup(name).into_iter();
    hits.any(|hit| !hit.place.is(Level::Nation) && hit.place.population() >= KNOWN_DIVISION)
}
