//! Cuts a text into rows without losing one: a blank line is a row without cells, a row too long is told by its start.

use std::io::{BufRead, Result};

use csv_core::ReadRecordResult;

use crate::limits::Limits;

/// Bytes kept of a row that is too long, to show which it is.
const START: usize = 200;

/// The rows of a delimited text, one after the other, each in the same buffers.
pub(crate) struct Cut<R> {
    text: R,
    rules: csv_core::Reader,
    limits: Limits,
    /// The cells of the row, end to end.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    cells: usize,
    /// The row before ended with a carriage return, so that a line feed may follow.
    returned: bool,
}

/// What comes next in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Next {
    Row,
    /// A row of so many bytes, more than the limit, and how it starts. Nothing else of it was held.
    TooLong {
        bytes: u64,
        start: String,
    },
    End,
}

impl<R: BufRead> Cut<R> {
    pub(crate) fn new(text: R, delimiter: u8, quoted: bool, limits: Limits) -> Self {
        let rules = csv_core::ReaderBuilder::new().delimiter(delimiter).quoting(quoted).build();
        let (bytes, ends) = (vec![0; 1 << 12], vec![0; 64]);
        Self { text, rules, limits, bytes, ends, written: 0, cells: 0, returned: false }
    }

    /// Reads the next row that is no blank line.
    pub(crate) fn next_filled(&mut self) -> Result<Next> {
        loop {
            let next = self.next()?;
            if next != Next::Row || self.cells > 0 {
                return Ok(next);
            }
        }
    }

    /// Reads the next row.
    pub(crate) fn next(&mut self) -> Result<Next> {
        (self.written, self.cells) = (0, 0);
        if self.skip_blank()? {
            return Ok(Next::Row);
        }
        let mut passed = 0_u64;
        let mut start = None;
        loop {
            let input = self.text.fill_buf()?;
            let (out, ends) = (self.bytes.split_at_mut(self.written).1, self.ends.split_at_mut(self.cells).1);
            let (result, read, wrote, ended) = self.rules.read_record(input, out, ends);
            let last = read.checked_sub(1).and_then(|last| input.get(last));
            self.returned = last == Some(&b'\r');
            self.text.consume(read);
            passed += read as u64;
            self.written += wrote;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull if start.is_some() => {
                    (self.written, self.cells) = (0, 0);
                }
                ReadRecordResult::OutputFull if self.bytes.len() < self.limits.row => {
                    self.bytes.resize((self.bytes.len() * 2).min(self.limits.row), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < self.limits.row_cells() => {
                    self.ends.resize((self.ends.len() * 2).min(self.limits.row_cells()), 0);
                }
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    start = Some(self.start());
                    (self.written, self.cells) = (0, 0);
                }
                ReadRecordResult::Record => return Ok(self.told(passed, start)),
                ReadRecordResult::End => return Ok(Next::End),
            }
        }
    }

    /// The cells of the row as bytes.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().take(self.cells).map(move |end| {
            let cell = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            cell
        })
    }

    /// The cells of the row as text, instead of what `row` held.
    pub(crate) fn fill(&self, row: &mut csv::StringRecord) {
        row.clear();
        for cell in self.cells() {
            row.push_field(&String::from_utf8_lossy(cell));
        }
    }

    fn told(&mut self, bytes: u64, start: Option<String>) -> Next {
        let Some(start) = start else { return Next::Row };
        self.cells = 0;
        Next::TooLong { bytes, start }
    }

    fn start(&self) -> String {
        let start = self.bytes.get(..self.written.min(START)).unwrap_or_default();
        String::from_utf8_lossy(start).into_owned()
    }

    /// Takes one blank line, if one is next; the rules would pass over it.
    fn skip_blank(&mut self) -> Result<bool> {
        if self.returned && self.text.fill_buf()?.first() == Some(&b'\n') {
            self.text.consume(1);
        }
        self.returned = self.text.fill_buf()?.first() == Some(&b'\r');
        let blank = matches!(self.text.fill_buf()?.first(), Some(b'\r' | b'\n'));
        if blank {
            self.text.consume(1);
        }
        Ok(blank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, limits: Limits) -> Vec<String> {
        let mut cut = Cut::new(std::io::BufReader::with_capacity(3, text.as_bytes()), b',', true, limits);
        let mut told = Vec::new();
        loop {
            match cut.next().unwrap() {
                Next::Row => {
                    let cells = cut.cells().map(|cell| String::from_utf8(cell.to_vec()).unwrap());
                    told.push(cells.map(|cell| ["[", &cell, "]"].concat()).collect());
                }
                Next::TooLong { bytes, start } => told.push(format!("{bytes} bytes from {start}")),
                Next::End => return told,
            }
        }
    }

    #[track_caller]
    fn check(text: &str, rows: &[&str]) {
        assert_eq!(told(text, Limits::default()), rows, "{text:?}");
    }

    #[test]
    fn every_row_is_kept_whatever_ends_it() {
        check("a,b\nc,d\n", &["[a][b]", "[c][d]"]);
        check("a,b\r\nc,d", &["[a][b]", "[c][d]"]);
        check("a\rb\r", &["[a]", "[b]"]);
        check("a\n\nb\n\n", &["[a]", "", "[b]", ""]);
        check("a\r\n\r\n\r\nb\r\n", &["[a]", "", "", "[b]"]);
        check("\n\"x\ny\",\"\"\"z\"\n", &["", "[x\ny][\"z]"]);
        check("a,,\n\"\"\n", &["[a][][]", "[]"]);
        check("", &[]);
    }

    #[test]
    fn long_and_wide_rows_fit() {
        let (long, wide) = ("x".repeat(10_000), "y,".repeat(300));
        check(&format!("{long}\n{wide}\n"), &[&format!("[{long}]"), &format!("{}[]", "[y]".repeat(300))]);
    }

    #[test]
    fn a_row_too_long_is_passed_over_and_the_rest_is_read() {
        let limits = Limits { row: 5_000, columns: 40, ..Limits::default() };
        let (long, open) = ("x".repeat(9_000), "z".repeat(70_000));
        let found = told(&format!("a\n{long},b\nc\n{}\nd\n\"{open}", ",".repeat(5_000)), limits);
        let starts = |bytes: u64, letter: &str| format!("{bytes} bytes from {}", letter.repeat(START));
        let expect = [
            "[a]".to_owned(),
            starts(9_003, "x"),
            "[c]".to_owned(),
            "5001 bytes from ".to_owned(),
            "[d]".to_owned(),
            starts(70_001, "z"),
        ];
        assert_eq!(found, expect);
    }
}
