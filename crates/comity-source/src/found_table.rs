//! A table that was found in a page or a map, with one row of names, as a sheet of a workbook is.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::encoding::Decoding;
use crate::error::SourceError;
use crate::reading::ReadOptions;
use crate::sheet_text::SheetText;
use crate::table_row::Notes;

#[derive(Debug, Default)]
pub(crate) struct FoundTable {
    pub(crate) name: String,
    /// The names of the columns first.
    pub(crate) rows: Vec<Vec<String>>,
    /// How many of the first columns hold the headings that an entry stands under.
    pub(crate) headings: usize,
    /// The lists of a page, not one of its tables.
    pub(crate) is_list: bool,
    pub(crate) notes: Notes,
}

/// All tables of a file, and what is known of the whole.
#[derive(Debug)]
pub(crate) struct FoundTables {
    /// `HTML`, `wikitext`, `GeoJSON`.
    pub(crate) form: &'static str,
    pub(crate) title: String,
    pub(crate) tables: Vec<FoundTable>,
    pub(crate) notes: Notes,
}

impl FoundTables {
    /// The table of that name or number, or else the largest one: a page begins with boxes and menus.
    pub(crate) fn choose(
        mut self,
        file: &str,
        bytes: &[u8],
        decoding: Decoding,
        options: &ReadOptions,
    ) -> Result<SheetText, SourceError> {
        self.name_all();
        let (wanted, limits) = (options.sheet.as_deref(), options.limits);
        let names: Vec<String> = self.tables.iter().map(|table| table.name.clone()).collect();
        let place = match wanted {
            Some(wanted) => named(&names, wanted),
            None => (0..names.len()).rev().max_by_key(|place| self.tables.get(*place).map(weight)),
        };
        let Some(place) = place else { return Err(self.lacking(file, wanted, &names)) };
        let FoundTable { name, rows, headings, is_list, notes } = self.tables.swap_remove(place);
        let mut table = csv::Writer::from_writer(Vec::new());
        let unreadable = |reason: String| SourceError::Unreadable { file: file.to_owned(), reason };
        for row in &rows {
            table.write_record(row).map_err(|error| unreadable(error.to_string()))?;
            limits.check_bytes(file, table.get_ref().len() as u64)?;
        }
        let text = table.into_inner().map_err(|error| unreadable(error.to_string()))?;
        self.notes.extend(notes);
        if decoding.repairs > 0 {
            self.notes.insert("characters repaired".to_owned(), decoding.repairs);
        }
        Ok(SheetText {
            text,
            digest: SmolStr::new(blake3::hash(bytes).to_hex().as_str()),
            encoding: format!("{} in {}, {name}", self.form, decoding.name()),
            encoding_sure: decoding.sure,
            others: names
                .into_iter()
                .enumerate()
                .filter(|(at, _)| *at != place)
                .map(|(_, name)| name)
                .collect(),
            sheet: name,
            title: self.title,
            headings,
            is_list,
            is_of_page: true,
            row_numbers: Arc::default(),
            notes: self.notes,
        })
    }

    /// `table 2: Partner cities`; so that each is told from the others.
    fn name_all(&mut self) {
        for (number, table) in (1..).zip(&mut self.tables) {
            let name = comity_model::shortened(&table.name, 60).into_owned();
            table.name =
                if name.is_empty() { format!("table {number}") } else { format!("table {number}: {name}") };
        }
    }

    fn lacking(&self, file: &str, wanted: Option<&str>, names: &[String]) -> SourceError {
        match wanted {
            Some(wanted) if !names.is_empty() => SourceError::NoSheet {
                file: file.to_owned(),
                wanted: wanted.to_owned(),
                known: names.join(", "),
            },
            _ => SourceError::NothingInPage { file: file.to_owned(), form: self.form },
        }
    }
}

/// By its whole name, its name without the number, or its number.
fn named(names: &[String], wanted: &str) -> Option<usize> {
    let bare = |name: &String| name.split_once(": ").map(|(_, name)| name.to_owned());
    let called =
        names.iter().position(|name| name == wanted || bare(name).is_some_and(|name| name == wanted));
    called.or_else(|| wanted.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < names.len()))
}

/// Rows of two cells and more, and rows: a list of names loses against a table.
fn weight(table: &FoundTable) -> (usize, usize) {
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    (table.rows.iter().skip(1).filter(filled).count(), table.rows.len())
}
