//! How large a file may be, and what is in it, before it is refused.

use std::io::{Seek, SeekFrom};

use crate::error::SourceError;

/// Everything above is refused by name; nothing is cut off silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Lines of the file: no less than its rows.
    pub rows: u64,
    pub columns: u64,
    /// Bytes of one row. A longer one of a list is a problem; of a table that must come out whole, a refusal.
    pub row: usize,
    /// Bytes of one cell, as UTF-8. A larger one makes its row a problem.
    pub cell: usize,
    /// Bytes of a workbook, packed as it lies there.
    pub workbook: u64,
    /// Bytes of a workbook unpacked.
    pub unpacked: u64,
    /// Bytes of those parts of a workbook that are held whole, unpacked: all but its sheets.
    pub held: u64,
    /// Cells of an ODS, a page or a map, which are all held: one that is written once may be repeated.
    pub cells: u64,
    /// Bytes of a page or a map, which is held several times over.
    pub page: u64,
}

/// Guessed, so that no file takes more than about three GiB of memory: text is held once and its rows one by one;
/// a workbook's texts come to four times their size in memory. Spreadsheets stop at a million rows; the longest
/// rows seen hold outlines of countries.
impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 1 << 30,
            rows: 10_000_000,
            columns: 2_000,
            row: 1 << 24,
            cell: 1 << 16,
            workbook: 1 << 27,
            unpacked: 1 << 29,
            held: 1 << 28,
            cells: 20_000_000,
            page: 1 << 27,
        }
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

    pub(crate) fn check_workbook(self, file: &str, bytes: u64) -> Result<(), SourceError> {
        check(file, bytes, self.workbook, "bytes for a workbook")
    }

    pub(crate) fn check_unpacked(self, file: &str, unpacked: u64, held: u64) -> Result<(), SourceError> {
        check(file, unpacked, self.unpacked, "bytes unpacked")?;
        check(file, held, self.held, "bytes of texts unpacked")
    }

    /// Of one text of a workbook, which cannot be longer than a row.
    pub(crate) fn check_run(self, file: &str, bytes: u64) -> Result<(), SourceError> {
        check(file, bytes, self.row as u64, "bytes in one text")
    }

    /// Of the merged areas of a sheet. Guessed: more than anybody merges, and each is looked at in many rows.
    pub(crate) fn check_merged(file: &str, areas: usize) -> Result<(), SourceError> {
        check(file, areas as u64, 1 << 17, "merged areas")
    }

    pub(crate) fn check_cells(self, file: &str, cells: u64) -> Result<(), SourceError> {
        check(file, cells, self.cells, "cells")
    }

    pub(crate) fn check_page(self, file: &str, bytes: &[u8]) -> Result<(), SourceError> {
        check(file, bytes.len() as u64, self.page, "bytes for a page or a map")
    }

    pub(crate) fn check_rows(self, file: &str, rows: u64) -> Result<(), SourceError> {
        check(file, rows, self.rows, "rows")
    }

    pub(crate) fn check_columns(self, file: &str, columns: usize) -> Result<(), SourceError> {
        check(file, columns as u64, self.columns, "columns")
    }

    /// Why a row of so many bytes was not held: it is too long, or of too many cells.
    pub(crate) fn long_row(self, file: &str, row: u64, found: u64) -> SourceError {
        if found > self.row as u64 {
            return SourceError::LongRow { file: file.to_owned(), row, found, limit: self.row };
        }
        SourceError::WideRow { file: file.to_owned(), row, limit: self.columns }
    }

    /// Cells of a row that are held: twice as many as there may be columns, since rows end in empty cells.
    pub(crate) fn row_cells(self) -> usize {
        usize::try_from(self.columns).unwrap_or(usize::MAX).saturating_mul(2).max(64)
    }
}

/// How many bytes a file has; it is read from its beginning afterwards.
pub(crate) fn size(file: &mut impl Seek) -> std::io::Result<u64> {
    let size = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    Ok(size)
}

fn check(file: &str, found: u64, limit: u64, unit: &'static str) -> Result<(), SourceError> {
    if found <= limit {
        return Ok(());
    }
    Err(SourceError::TooLarge { file: file.to_owned(), found, limit, unit })
}
