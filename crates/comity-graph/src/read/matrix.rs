//! An actor × thing matrix with labels on both sides, into a table.

use super::{Problems, ReadProblem, records, row_of};
use crate::{Entry, Labels, TwoMode};
use std::collections::BTreeSet;

/// A two-mode table read from a matrix: rows of the file are actors, its columns are things.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    pub actors: Labels,
    pub things: Labels,
    pub table: TwoMode,
}

/// Reads a matrix whose first row names the things and whose first column names the actors.
///
/// Empty cells are absence. A cell that is not a number from 0 up, a row longer or shorter than the header and a
/// nameless row or column are problems and left out. A name that came before is a problem too, but its row or
/// column is kept, as `Birmingham (row 12)`: to lose it would change the connectivity of all others.
///
/// ```
/// let (matrix, problems) = comity_graph::read::matrix("city,P,Q\nLyon,5,\nBonn,x,2\n");
/// assert_eq!(matrix.table.of_actor(matrix.actors.node("Lyon").unwrap()), [(0, 5.0)]);
/// assert_eq!(problems.first[0].to_string(), "row 3, column 2: `x`: expected a number from 0 up");
/// ```
pub fn matrix(text: &str) -> (Matrix, Problems) {
    let mut reader = records(text);
    let mut rows = reader
        .records()
        .map(|row| row.expect("text in memory is UTF-8 and any number of columns is accepted"));
    let header = rows.next().unwrap_or_default();
    let mut sheet = MatrixBuilder::default();
    sheet.take_header(&header);
    for row in rows.filter(|row| row.iter().any(|cell| !cell.is_empty())) {
        sheet.take(&row);
    }
    sheet.finish()
}

/// Cells so far, by name.
#[derive(Default)]
struct MatrixBuilder {
    /// The name of each column of the file; `None` where it has no usable one.
    columns: Vec<Option<String>>,
    names: Vec<String>,
    seen: BTreeSet<String>,
    cells: Vec<(usize, usize, f64)>,
    problems: Problems,
}

impl MatrixBuilder {
    /// Spreadsheets end their rows with empty cells; those name nothing and are no problem.
    fn take_header(&mut self, header: &csv::StringRecord) {
        let mut seen = BTreeSet::new();
        for (at, name) in header.iter().enumerate().take(filled(header)) {
            let column = match name {
                _ if at == 0 => None,
                "" => {
                    self.refuse(header, at + 1, name, "a name");
                    None
                }
                _ if seen.insert(name) => Some(name.to_owned()),
                _ => {
                    self.refuse(header, at + 1, name, "a name that no earlier column has");
                    Some(format!("{name} (column {})", at + 1))
                }
            };
            self.columns.push(column);
        }
    }

    fn take(&mut self, row: &csv::StringRecord) {
        let name = row.get(0).unwrap_or_default();
        if row.len() < self.columns.len() || filled(row) > self.columns.len() {
            return self.refuse(row, row.len(), name, "as many cells as the first row has");
        }
        if name.is_empty() {
            return self.refuse(row, 1, name, "a name");
        }
        if self.seen.insert(name.to_owned()) {
            self.names.push(name.to_owned());
        } else {
            self.refuse(row, 1, name, "a name that no earlier row has");
            self.names.push(format!("{name} (row {})", row_of(row)));
        }
        for (at, cell) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(value) if value.is_finite() && value >= 0.0 => {
                    self.cells.push((self.names.len() - 1, at, value));
                }
                _ => self.refuse(row, at + 1, cell, "a number from 0 up"),
            }
        }
    }

    fn refuse(&mut self, row: &csv::StringRecord, column: usize, text: &str, expected: &'static str) {
        self.problems.push(ReadProblem { row: row_of(row), column, text: text.to_owned(), expected });
    }

    fn finish(self) -> (Matrix, Problems) {
        let actors = Labels::new(self.names.iter().map(String::as_str));
        let things = Labels::new(self.columns.iter().flatten().map(String::as_str));
        let entries = self
            .cells
            .iter()
            .filter_map(|&(row, column, weight): &(usize, usize, f64)| {
                let thing = things.node(self.columns[column].as_deref()?)?;
                Some(Entry { actor: actors.node(&self.names[row])?, thing, weight })
            })
            .collect();
        let table = TwoMode::new(actors.len(), things.len(), entries);
        (Matrix { actors, things, table }, self.problems)
    }
}

/// How many cells there are up to the last that holds something.
fn filled(row: &csv::StringRecord) -> usize {
    row.iter().zip(1..).filter(|(cell, _)| !cell.is_empty()).last().map_or(0, |(_, at)| at)
}
