//! Anybody's own edge list or matrix, as text, into a graph or a table.

mod edges;
mod matrix;
mod names;

pub use edges::{EdgeList, edges};
pub use matrix::{Matrix, matrix};

/// A row that could not be understood: it is reported and left out, never guessed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ReadProblem {
    /// Line in the file, from 1.
    pub row: u64,
    /// Column in the row, from 1.
    pub column: usize,
    /// What stood there.
    pub text: String,
    /// What was expected instead.
    pub expected: &'static str,
}

/// What could not be understood in a text: the first problems, and how many there were.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Problems {
    pub first: Vec<ReadProblem>,
    pub count: usize,
}

impl Problems {
    /// Problems held. Guessed: more than anybody reads.
    pub const MAX_KEPT: usize = 1_000;

    fn push(&mut self, problem: ReadProblem) {
        self.count += 1;
        if self.first.len() < Self::MAX_KEPT {
            self.first.push(problem);
        }
    }
}

/// The first cells of a row, for a problem that concerns all of it.
fn shown(record: &csv::StringRecord) -> String {
    record.iter().take(8).collect::<Vec<_>>().join(" | ")
}

impl std::fmt::Display for ReadProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "row {}, column {}: `{}`: expected {}", self.row, self.column, self.text, self.expected)
    }
}

/// Parted by tabs, commas or semicolons: by the one that most of the first lines hold, in that order where as many do.
fn records(text: &str) -> csv::Reader<&[u8]> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(delimiter != b'\t')
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

fn delimiter(text: &str) -> u8 {
    /// Guessed: a list that parts its cells otherwise further down is no list.
    const LINES: usize = 100;
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !is_comment(line)).take(LINES);
    let mut holding = [0_usize; 3];
    for line in lines {
        for (count, sign) in holding.iter_mut().zip(['\t', ',', ';']) {
            *count += usize::from(line.contains(sign));
        }
    }
    let [tabs, commas, semicolons] = holding;
    match (tabs >= commas.max(semicolons) && tabs > 0, commas >= semicolons) {
        (true, _) => b'\t',
        (false, true) => b',',
        (false, false) => b';',
    }
}

fn is_comment(line: &str) -> bool {
    line.starts_with(['#', '%'])
}

fn row_of(record: &csv::StringRecord) -> u64 {
    record.position().map_or(0, csv::Position::line)
}
