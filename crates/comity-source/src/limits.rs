//! How large a file may be before it is refused.

use crate::error::SourceError;

/// Everything above is refused by name; nothing is cut off silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Lines of the file: no less than its rows.
    pub rows: u64,
    pub columns: u64,
    /// Bytes of one cell, as UTF-8. A larger one makes its row a problem.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 30, rows: 10_000_000, columns: 2_000, cell: 1 << 16 }
    }
}

impl Limits {
    pub(crate) fn check_file(self, file: &str, bytes: &[u8]) -> Result<(), SourceError> {
        self.check_bytes(file, bytes.len() as u64)?;
        let lines = bytes.split(|byte| *byte == b'\n').count() as u64;
        check(file, lines, self.rows, "lines")
    }

    pub(crate) fn check_bytes(self, file: &str, bytes: u64) -> Result<(), SourceError> {
        check(file, bytes, self.bytes, "bytes")
    }

    pub(crate) fn check_rows(self, file: &str, rows: u64) -> Result<(), SourceError> {
        check(file, rows, self.rows, "rows")
    }

    pub(crate) fn check_columns(self, file: &str, columns: usize) -> Result<(), SourceError> {
        check(file, columns as u64, self.columns, "columns")
    }
}

fn check(file: &str, found: u64, limit: u64, unit: &'static str) -> Result<(), SourceError> {
    if found <= limit {
        return Ok(());
    }
    Err(SourceError::TooLarge { file: file.to_owned(), found, limit, unit })
}
