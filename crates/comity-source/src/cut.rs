//! Cuts a text into rows without losing one: a blank line is a row without cells.

use std::io::{BufRead, Result};

use csv_core::ReadRecordResult;

/// The rows of a delimited text, one after the other, each in the same buffers.
pub(super) struct Cut<R> {
    text: R,
    rules: csv_core::Reader,
    /// The cells of the row, end to end.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    /// The row before ended with a carriage return, so that a line feed may follow.
    returned: bool,
}

impl<R: BufRead> Cut<R> {
    pub(super) fn new(text: R, delimiter: u8, quoted: bool) -> Self {
        let rules = csv_core::ReaderBuilder::new().delimiter(delimiter).quoting(quoted).build();
        Self { text, rules, bytes: vec![0; 1 << 12], ends: vec![0; 64], cells: 0, returned: false }
    }

    /// Reads the next row; `false` at the end.
    pub(super) fn next(&mut self) -> Result<bool> {
        self.cells = 0;
        if self.skip_blank()? {
            return Ok(true);
        }
        let mut written = 0;
        loop {
            let input = self.text.fill_buf()?;
            let (out, ends) = (self.bytes.split_at_mut(written).1, self.ends.split_at_mut(self.cells).1);
            let (result, read, wrote, ended) = self.rules.read_record(input, out, ends);
            let last = read.checked_sub(1).and_then(|last| input.get(last));
            self.returned = last == Some(&b'\r');
            self.text.consume(read);
            written += wrote;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => return Ok(true),
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    /// The cells of the row as bytes.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().take(self.cells).map(move |end| {
            let cell = self.bytes.get(start..*end).unwrap_or_default();
            start = *end;
            cell
        })
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
    use super::Cut;

    #[track_caller]
    fn check(text: &str, rows: &[&[&str]]) {
        let mut cut = Cut::new(std::io::BufReader::with_capacity(3, text.as_bytes()), b',', true);
        let mut found: Vec<Vec<String>> = Vec::new();
        while cut.next().unwrap() {
            found.push(cut.cells().map(|cell| String::from_utf8(cell.to_vec()).unwrap()).collect());
        }
        assert_eq!(found, rows, "{text:?}");
    }

    #[test]
    fn every_row_is_kept_whatever_ends_it() {
        check("a,b\nc,d\n", &[&["a", "b"], &["c", "d"]]);
        check("a,b\r\nc,d", &[&["a", "b"], &["c", "d"]]);
        check("a\rb\r", &[&["a"], &["b"]]);
        check("a\n\nb\n\n", &[&["a"], &[], &["b"], &[]]);
        check("a\r\n\r\n\r\nb\r\n", &[&["a"], &[], &[], &["b"]]);
        check("\n\"x\ny\",\"\"\"z\"\n", &[&[], &["x\ny", "\"z"]]);
        check("a,,\n\"\"\n", &[&["a", "", ""], &[""]]);
        check("", &[]);
    }

    #[test]
    fn long_and_wide_rows_fit() {
        let (long, wide) = ("x".repeat(10_000), "y,".repeat(300));
        check(&format!("{long}\n{wide}\n"), &[&[&long], &[&["y"; 300][..], &[""]].concat()]);
    }
}
