//! An actor × thing matrix with labels on both sides, into a table.

use super::{Problem, records, row_of};
use crate::{Entry, Labels, Node, TwoMode};

/// A two-mode table read from a matrix: rows of the file are actors, its columns are things.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    pub actors: Labels,
    pub things: Labels,
    pub table: TwoMode,
}

/// Reads a matrix whose first row names the things and whose first column names the actors.
///
/// Empty cells are absence. A cell that is not a number from 0 up, a row longer or shorter than the header, a
/// nameless row or column and a name that came before are problems; the cell (or row, or column) is left out.
///
/// ```
/// let (matrix, problems) = comity_graph::read::matrix("city,P,Q\nLyon,5,\nBonn,x,2\n");
/// assert_eq!(matrix.table.of_actor(matrix.actors.node("Lyon").unwrap()), [(0, 5.0)]);
/// assert_eq!(problems[0].to_string(), "row 3, column 2: `x`: expected a number from 0 up");
/// ```
pub fn matrix(text: &str) -> (Matrix, Vec<Problem>) {
    let mut reader = records(text);
    let mut rows = reader
        .records()
        .map(|row| row.expect("text in memory is UTF-8 and any number of columns is accepted"));
    let header = rows.next().unwrap_or_default();
    let mut sheet = Sheet { columns: distinct_columns(&header), ..Sheet::default() };
    sheet.problems.extend(header_problems(&header, &sheet.columns));
    for row in rows.filter(|row| row.iter().any(|cell| !cell.is_empty())) {
        sheet.take(&row, header.len());
    }
    sheet.finish()
}

/// Cells so far, by name.
#[derive(Default)]
struct Sheet {
    /// The name of each column of the file; `None` where it has no usable one.
    columns: Vec<Option<String>>,
    names: Vec<String>,
    seen: std::collections::BTreeSet<String>,
    cells: Vec<(usize, usize, f64)>,
    problems: Vec<Problem>,
}

impl Sheet {
    fn take(&mut self, row: &csv::StringRecord, width: usize) {
        let name = row.get(0).unwrap_or_default();
        if row.len() != width {
            return self.refuse(row, row.len(), name, "as many cells as the first row has");
        }
        if name.is_empty() {
            return self.refuse(row, 1, name, "a name");
        }
        if !self.seen.insert(name.to_owned()) {
            return self.refuse(row, 1, name, "a name that no earlier row has");
        }
        self.names.push(name.to_owned());
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
        self.problems.push(Problem { row: row_of(row), column, text: text.to_owned(), expected });
    }

    fn finish(self) -> (Matrix, Vec<Problem>) {
        let actors = Labels::new(self.names.iter().map(String::as_str));
        let things = Labels::new(self.columns.iter().flatten().map(String::as_str));
        let entry = |&(row, column, weight): &(usize, usize, f64)| {
            let thing = things.node(self.columns[column].as_deref()?)?;
            Some(Entry { actor: actors.node(&self.names[row])?, thing, weight })
        };
        let entries = self.cells.iter().filter_map(entry).collect();
        let table = TwoMode::new(actors.len(), things.len(), entries);
        (Matrix { actors, things, table }, self.problems)
    }
}

/// Column names with the corner, nameless and repeated ones struck out.
fn distinct_columns(header: &csv::StringRecord) -> Vec<Option<String>> {
    let mut seen = std::collections::BTreeSet::new();
    let usable = |(at, name): (usize, &str)| {
        (at > 0 && !name.is_empty() && seen.insert(name.to_owned())).then(|| name.to_owned())
    };
    header.iter().enumerate().map(usable).collect()
}

fn header_problems(header: &csv::StringRecord, columns: &[Option<String>]) -> Vec<Problem> {
    let bad = header.iter().enumerate().skip(1).filter(|(at, _)| columns[*at].is_none());
    bad.map(|(at, name)| Problem {
        row: row_of(header),
        column: at + 1,
        text: name.to_owned(),
        expected: "a name that no earlier column has",
    })
    .collect()
}

impl Matrix {
    /// The names of the actors, in the order of their numbers.
    pub fn actor_names(&self) -> impl Iterator<Item = (Node, &str)> {
        self.actors.iter().enumerate().map(|(at, name)| (at as Node, name))
    }
}
