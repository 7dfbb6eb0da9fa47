//! What the headings of a page say of the entries below them: whose partners they are, or where they lie.

use comity_gazetteer::Gazetteer;
use comity_model::Level;
use comity_source::{ReadOptions, SheetText, sheet_text};

use crate::error::IngestError;
use crate::place_column::{are_countries, are_mostly, is_country, is_known_place};

/// Inhabitants of a division that is as well known as a country of its name: Georgia.
const KNOWN_DIVISION: u32 = 1_000_000;

/// The table of a workbook, a page or a map as text, its headings called by what they are; `None` of other files.
pub(crate) fn table_text(
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    reading: &ReadOptions,
) -> Result<Option<SheetText>, IngestError> {
    let mut found = sheet_text(file, bytes, reading)?;
    if let Some(table) = found.as_mut().filter(|table| table.headings > 0) {
        let title = if table.title.is_empty() { file.to_owned() } else { table.title.clone() };
        call_headings(gazetteer, table, &title, reading.host.is_some());
    }
    Ok(found)
}

/// Names the columns: the nearest headings that are places are hosts of the list, headings that are countries theirs,
/// or those of the entries where nothing else says whose partners they are.
fn call_headings(gazetteer: &Gazetteer, table: &mut SheetText, title: &str, is_hosted: bool) {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(table.text.as_slice());
    let mut rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    let Some(names) = rows.first().cloned() else { return };
    let mut names: Vec<String> = names.iter().map(str::to_owned).collect();
    let column = |place: usize| -> Vec<&str> {
        let mut cells: Vec<&str> = rows.iter().skip(1).filter_map(|row| row.get(place)).collect();
        cells.retain(|cell| !cell.is_empty());
        cells.dedup();
        cells
    };
    let nearest = table.headings - 1;
    let are_countries = |place: usize| are_countries(gazetteer, &column(place));
    let hosts = !is_hosted
        && !are_countries(nearest)
        && are_mostly(&column(nearest), |cell| is_known_place(gazetteer, cell));
    let countries = (0..table.headings).rev().find(|place| are_countries(*place));
    let mut of_title = None;
    if hosts {
        rename(&mut names, nearest, "host");
        if let Some(name) = names.iter().position(|name| name == "name") {
            rename(&mut names, name, "partner");
        }
        for beside in ["link", "flag"] {
            let name = format!("name ({beside})");
            if let Some(place) = names.iter().position(|other| *other == name) {
                rename(&mut names, place, &format!("partner ({beside})"));
            }
        }
        match countries {
            Some(place) => rename(&mut names, place, "host country"),
            None => of_title = country_of_title(gazetteer, title),
        }
    } else if let Some(place) = countries.filter(|_| !names.iter().any(|name| name == "country")) {
        rename(&mut names, place, "country");
    }
    if let Some(country) = &of_title {
        names.push("host country".to_owned());
        table.notes.insert(format!("the hosts are in {country}, as the title says"), 1);
    }
    if let Some(first) = rows.first_mut() {
        *first = csv::StringRecord::from(names);
    }
    let mut written = csv::Writer::from_writer(Vec::new());
    for (number, mut row) in rows.into_iter().enumerate() {
        if let Some(country) = of_title.as_ref().filter(|_| number > 0) {
            row.push_field(country);
        }
        written.write_record(&row).expect("memory takes all, and all rows are of one width");
    }
    table.text = written.into_inner().expect("memory takes all");
}

fn rename(names: &mut [String], place: usize, name: &str) {
    if let Some(old) = names.get_mut(place) {
        name.clone_into(old);
    }
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
