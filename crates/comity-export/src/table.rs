//! A table of an answer as CSV: the cells typed and apart, the claims of each row, the release it is from.

use std::io::Write;

use comity_answer::{Cell, Row, Table};
use comity_model::guard_cell;

use crate::error::ExportError;
use crate::notice::Edition;

/// What a column of the table becomes in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    /// As a reader sees it; numbers with all their digits.
    Plain,
    /// The name, then the id.
    Entity,
    /// On record, for sure, and at most.
    Range,
}

/// One line a row, after a line of column names; `claims` names the claims behind the row and `release` the state
/// of the register, in every row, so that rows stay citable apart from their file.
///
/// A column of entities is two: `city` and `city_id`; a count is three: `members`,
/// what is on record, `members_certain` and `members_possible`. Empty means not known or not defined, never zero. Text that a spreadsheet would take for a
/// formula is guarded.
pub fn write_table_csv(table: &Table, edition: &Edition, out: impl Write) -> Result<(), ExportError> {
    let kinds: Vec<Columns> = (0..table.columns.len()).map(|place| columns(table, place)).collect();
    let mut file = csv::Writer::from_writer(out);
    let heads = table.columns.iter().zip(&kinds).flat_map(|(column, kind)| kind.heads(column.key));
    file.write_record(heads.chain(["claims".to_owned(), "release".to_owned()]))?;
    let release = edition.release();
    for row in &table.rows {
        let cells = row.cells.iter().zip(&kinds).flat_map(|(cell, kind)| kind.cells(cell));
        file.write_record(cells.chain([claims(row), release.clone()]))?;
    }
    file.flush()?;
    Ok(())
}

fn columns(table: &Table, place: usize) -> Columns {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(place));
    if cells().any(|cell| matches!(cell, Cell::Entity(_))) {
        Columns::Entity
    } else if cells().any(|cell| matches!(cell, Cell::Range(_))) {
        Columns::Range
    } else {
        Columns::Plain
    }
}

impl Columns {
    fn heads(self, key: &str) -> Vec<String> {
        match self {
            Self::Plain => vec![key.to_owned()],
            Self::Entity => vec![key.to_owned(), format!("{key}_id")],
            Self::Range => vec![key.to_owned(), format!("{key}_certain"), format!("{key}_possible")],
        }
    }

    fn cells(self, cell: &Cell) -> Vec<String> {
        match (self, cell) {
            (Self::Plain, cell) => vec![plain(cell)],
            (Self::Entity, Cell::Entity(one)) => vec![guarded(&one.full()), one.id.to_string()],
            (Self::Entity, cell) => vec![plain(cell), String::new()],
            (Self::Range, Cell::Range(count)) => {
                [count.presumed, count.certain, count.possible].map(|n| n.to_string()).to_vec()
            }
            (Self::Range, cell) => vec![plain(cell), plain(cell), plain(cell)],
        }
    }
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.is_finite() => number.to_string(),
        Cell::Number(_) => String::new(),
        Cell::Count(count) => count.to_string(),
        other => guarded(&other.to_string()),
    }
}

fn guarded(text: &str) -> String {
    guard_cell(text).into_owned()
}

fn claims(row: &Row) -> String {
    let mut claims: Vec<String> = row.evidence.iter().map(|evidence| evidence.claim.to_string()).collect();
    claims.sort_unstable();
    claims.dedup();
    claims.join(" ")
}
