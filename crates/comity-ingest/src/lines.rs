//! Cells of a page in which several places are listed, a line each: a row for each of them.

use comity_gazetteer::Gazetteer;
use comity_source::{ListedEntry, SheetText};

use crate::place_column::is_known_place;

/// Share of the lines of a column that must be known as places, in hundredths. Guessed, as for headings: a spelling in five
/// may be unknown.
const MOST: usize = 80;

/// A row, and what its line says beside the name.
type EntryRow = (csv::StringRecord, Option<ListedEntry>);

/// What a line says beside the name.
type Part = fn(&ListedEntry) -> &str;

/// A row of its own for each place that a cell lists; other cells with as many lines go along line by line. How many rows
/// were divided, and how many were left for a person to see, since the lines of two columns do not go together.
pub(crate) fn divide(
    gazetteer: &Gazetteer,
    names: &mut Vec<String>,
    rows: &mut Vec<csv::StringRecord>,
) -> Divided {
    let lists: Vec<usize> = (0..names.len()).filter(|place| lists_places(gazetteer, *place, rows)).collect();
    let mut divided = Divided::default();
    if lists.is_empty() {
        return divided;
    }
    let whole = std::mem::take(rows);
    let mut all: Vec<EntryRow> = Vec::new();
    for row in whole {
        match ListRow::of(gazetteer, &row, &lists) {
            ListRow::One(row) => all.push((row, None)),
            ListRow::Lines { places, count } => {
                divided.rows += u64::from(count > 1);
                all.extend((0..count).map(|line| one_of(&row, &places, &lists, line)));
            }
            ListRow::Unequal => {
                divided.unequal += 1;
                all.push((row, None));
            }
        }
    }
    add_entries(names, rows, all);
    divided
}

/// What became of the rows with such cells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Divided {
    rows: u64,
    unequal: u64,
}

impl Divided {
    /// Says it in the notes of the table; whether anything was changed.
    pub(crate) fn note(&self, table: &mut SheetText) -> bool {
        let said = [
            ("rows with a list of places in a cell, each place read as a row", self.rows),
            ("rows whose cells list unlike numbers of places, not divided", self.unequal),
        ];
        let said = said.into_iter().filter(|(_, count)| *count > 0);
        table.notes.extend(said.map(|(note, count)| (note.to_owned(), count)));
        self.rows > 0
    }
}

fn lines(cell: &str) -> Vec<&str> {
    cell.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// Whether most lines of the cells of several lines are places.
fn lists_places(gazetteer: &Gazetteer, place: usize, rows: &[csv::StringRecord]) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(place)).map(lines).filter(|lines| lines.len() > 1);
    let all: Vec<String> = cells.flatten().map(|line| ListedEntry::of(line).name).collect();
    let known = all.iter().filter(|name| is_known_place(gazetteer, name)).count();
    known > 0 && known * 100 >= all.len() * MOST
}

/// What a row is in which cells may list places.
enum ListRow {
    One(csv::StringRecord),
    Lines {
        /// The columns whose cells go along.
        places: Vec<usize>,
        count: usize,
    },
    /// Two columns list places, and not as many.
    Unequal,
}

impl ListRow {
    fn of(gazetteer: &Gazetteer, row: &csv::StringRecord, lists: &[usize]) -> Self {
        let count = |place: usize| row.get(place).map_or(0, |cell| lines(cell).len());
        let is_one = |place: usize| is_one_place(gazetteer, &lines(row.get(place).unwrap_or_default()));
        let several: Vec<usize> =
            lists.iter().copied().filter(|place| count(*place) > 1 && !is_one(*place)).collect();
        let Some(first) = several.first() else {
            return Self::of_one(row, lists);
        };
        let most = count(*first);
        if several.iter().any(|place| count(*place) != most) {
            return Self::Unequal;
        }
        Self::Lines { places: (0..row.len()).filter(|place| count(*place) == most).collect(), count: most }
    }

    /// The one entry of each cell, or the names of one place beside each other.
    fn of_one(row: &csv::StringRecord, lists: &[usize]) -> Self {
        let is_single = |place: &usize| row.get(*place).is_some_and(|cell| lines(cell).len() == 1);
        if lists.iter().all(is_single) {
            return Self::Lines { places: lists.to_vec(), count: 1 };
        }
        let cells = row.iter().enumerate().map(|(place, cell)| {
            if lists.contains(&place) { cell.replace('\n', " / ") } else { cell.to_owned() }
        });
        Self::One(cells.collect())
    }
}

/// Biel and Bienne: every line is a name of one place.
fn is_one_place(gazetteer: &Gazetteer, lines: &[&str]) -> bool {
    let [first, rest @ ..] = lines else { return true };
    let others: Vec<Vec<u32>> = rest.iter().map(|line| bearers(gazetteer, line)).collect();
    bearers(gazetteer, first).iter().any(|place| others.iter().all(|other| other.contains(place)))
}

fn bearers(gazetteer: &Gazetteer, name: &str) -> Vec<u32> {
    gazetteer.lookup(name).into_iter().map(|hit| hit.place.canonical().geonames()).collect()
}

/// The row of one line, and what the line says beside the name.
fn one_of(row: &csv::StringRecord, places: &[usize], lists: &[usize], line: usize) -> EntryRow {
    let mut entry = None;
    let cells = row.iter().enumerate().map(|(place, cell)| {
        if !places.contains(&place) {
            return cell.to_owned();
        }
        let text = lines(cell).get(line).copied().unwrap_or_default().to_owned();
        if !lists.contains(&place) {
            return text;
        }
        let listed = ListedEntry::of(&text);
        let name = listed.name.clone();
        entry = Some(listed);
        name
    });
    (cells.collect(), entry)
}

/// The rows with what their lines say of dates and the rest in columns of their own, where any line does.
fn add_entries(names: &mut Vec<String>, rows: &mut Vec<csv::StringRecord>, all: Vec<EntryRow>) {
    let parts: [(&str, Part); 2] =
        [("since", |entry| &entry.since), ("remark of the entry", |entry| &entry.remark)];
    let said = parts.into_iter().filter(|(_, part)| {
        all.iter().filter_map(|(_, entry)| entry.as_ref()).any(|entry| !part(entry).is_empty())
    });
    let said: Vec<_> = said.collect();
    for (mut row, entry) in all {
        for (_, part) in &said {
            row.push_field(entry.as_ref().map_or("", part));
        }
        rows.push(row);
    }
    let heads: Vec<String> = said.iter().map(|(name, _)| head_beside(names, name)).collect();
    names.extend(heads);
}

/// A column of that name says it of the whole cell.
fn head_beside(names: &[String], name: &str) -> String {
    let is_taken = names.iter().any(|old| old.eq_ignore_ascii_case(name));
    if is_taken { format!("{name} of the line") } else { name.to_owned() }
}
