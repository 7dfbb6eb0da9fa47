//! Files in the open record format: one record a line, or one a row of a table.

use comity_model::{FileHeader, Problem, Record};

use crate::cut::Next;
use crate::limits::Limits;
use crate::reading::SourceRow;
use crate::table::{CutText, too_long};

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
pub(crate) fn read_line(file: &str, number: u64, line: &str) -> Option<SourceRow> {
    if line.trim().is_empty() {
        return None;
    }
    let (records, problems) = match Record::from_line(line) {
        Ok(record) => (vec![record], Vec::new()),
        Err(_) if FileHeader::of(line).is_some_and(|header| header.check().is_ok()) => return None,
        Err(expected) => (Vec::new(), vec![no_record(file, number, line.trim_end(), &expected)]),
    };
    Some(SourceRow { number, records, problems })
}

fn no_record(file: &str, row: u64, text: &str, expected: &str) -> Problem {
    Problem::new(file, row, "", text, &format!("a record ({expected})"))
}

/// The rows of a table of records below its header.
pub(crate) struct RecordRows<'a> {
    table: CutText<'a>,
    header: csv::StringRecord,
    cells: csv::StringRecord,
    limits: Limits,
    /// The number of the row read last.
    number: u64,
}

impl<'a> RecordRows<'a> {
    /// `table` stands before its header.
    pub(crate) fn new(mut table: CutText<'a>, limits: Limits) -> Self {
        let mut header = csv::StringRecord::new();
        table.next_filled().expect("decoded text is in memory");
        table.fill(&mut header);
        Self { table, header, cells: csv::StringRecord::new(), limits, number: 1 }
    }

    pub(crate) fn next_row(&mut self, file: &str) -> Option<SourceRow> {
        self.number += 1;
        let number = self.number;
        match self.table.next_filled().expect("decoded text is in memory") {
            Next::End => return None,
            Next::TooLong { bytes, start } => {
                return Some(too_long(file, number, &start, bytes, self.limits));
            }
            Next::Row => self.table.fill(&mut self.cells),
        }
        Some(match Record::from_row(&self.header, &self.cells) {
            Ok(record) => SourceRow { number, records: vec![record], problems: Vec::new() },
            Err(expected) => {
                let problems = vec![no_record(file, number, "", &expected)];
                SourceRow { number, records: Vec::new(), problems }
            }
        })
    }
}

/// Whether a header is that of a table of records.
pub(crate) fn is_table(cells: &csv::StringRecord) -> bool {
    cells.iter().any(|cell| cell == "record")
        && cells.iter().any(|cell| matches!(cell, "id" | "source" | "judge"))
}
