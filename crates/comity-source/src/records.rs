//! Files in the open record format: one record a line, or one a row of a table.

use std::collections::BTreeMap;

use comity_model::{FileHeader, Problem, Record, read_table};

use crate::reading::Row;
use crate::transcode::Utf8Reader;

/// Whether a text is records, one JSON object a line.
pub(crate) fn is_jsonl(start: &str) -> bool {
    let first = start.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| line.starts_with('{') && line.contains("\"record\""))
}

/// What the first line of a text says of those that follow; `None` where it is a record already.
pub(crate) fn header(start: &str) -> Option<FileHeader> {
    FileHeader::of(start.lines().map(str::trim).find(|line| !line.is_empty())?)
}

/// One line; `None` for a blank one, and for a header.
pub(crate) fn read_line(file: &str, number: u64, line: &str) -> Option<Row> {
    if line.trim().is_empty() {
        return None;
    }
    let (records, problems) = match Record::from_line(line) {
        Ok(record) => (vec![record], Vec::new()),
        Err(_) if FileHeader::of(line).is_some_and(|header| header.check().is_ok()) => return None,
        Err(expected) => {
            let problem = Problem {
                file: file.to_owned(),
                row: number,
                column: String::new(),
                text: line.trim_end().chars().take(120).collect(),
                expected: format!("a record ({expected})"),
            };
            (Vec::new(), vec![problem])
        }
    };
    Some(Row { number, records, problems })
}

/// All rows of a table of records, in order.
pub(crate) fn read_rows(file: &str, text: Utf8Reader<'_>) -> Vec<Row> {
    let (records, problems) = read_table(file, text);
    let last = 1 + (records.len() + problems.len()) as u64;
    let mut by_row: BTreeMap<u64, Problem> =
        problems.into_iter().map(|problem| (problem.row, problem)).collect();
    let mut records = records.into_iter();
    let mut row = |number| match by_row.remove(&number) {
        Some(problem) => Row { number, records: Vec::new(), problems: vec![problem] },
        None => Row { number, records: records.next().into_iter().collect(), problems: Vec::new() },
    };
    (2..=last).map(&mut row).filter(|row| !row.records.is_empty() || !row.problems.is_empty()).collect()
}

/// Whether a header is that of a table of records.
pub(crate) fn is_table(cells: &csv::StringRecord) -> bool {
    cells.iter().any(|cell| cell == "record")
        && cells.iter().any(|cell| matches!(cell, "id" | "source" | "judge"))
}
