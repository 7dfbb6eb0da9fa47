//! A table as it lies in its file: rows of cells, nothing interpreted, nothing left out.

mod compound;
mod ods_cells;
mod text;
mod whole;
mod workbook;

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use crate::error::SourceError;
use crate::limits::{self, Limits};
use text::Text;
use whole::WholeSheet;
use workbook::Workbook;

/// An open CSV, TSV, XLSX, XLS or ODS file, told apart by its content.
///
/// Opening passes over the whole file once, to know its encoding and its widest row. Text in UTF-8 is then read
/// as it comes, in flat memory; text in another encoding is held whole.
pub struct Sheet<R> {
    rows: SheetRows<R>,
    info: SheetInfo,
}

enum SheetRows<R> {
    Text(Text<R>),
    Workbook(Box<Workbook<R>>),
    Whole(Box<WholeSheet>),
}

const ZIP: &[u8] = b"PK\x03\x04";
/// Of a compound file, as XLS workbooks are.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether the first bytes are those of a workbook, or of another archive.
pub(crate) fn is_workbook(start: &[u8]) -> bool {
    start.starts_with(ZIP) || start.starts_with(COMPOUND)
}

/// An ODS archive opens with its type.
fn is_ods(start: &[u8]) -> bool {
    const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    start.get(..200).unwrap_or(start).windows(TYPE.len()).any(|window| window == TYPE)
}

/// What opening found out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SheetInfo {
    pub format: SheetFormat,
    /// Rows of the file, those above the names of the columns included.
    pub rows: u64,
    /// Cells of the widest row.
    pub width: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetFormat {
    Text {
        encoding: String,
        /// Bytes that did not fit the encoding and were mended.
        repairs: u64,
        delimiter: char,
        /// Quotation marks around a cell are not part of it.
        quoted: bool,
        /// The file opens with a byte order mark.
        mark: bool,
    },
    Workbook {
        /// The sheet that is read.
        sheet: String,
        others: Vec<String>,
    },
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetRow {
    /// Counted from 1, blank lines included, as a spreadsheet shows it.
    pub number: u64,
    /// As text; none in a blank line.
    pub cells: csv::StringRecord,
    /// What each cell of a workbook is; empty for a text file, where all is text.
    pub kinds: Vec<CellKind>,
}

/// What a cell of a workbook holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellKind {
    Text,
    Number(f64),
    Yes(bool),
    /// The cell's text is `2024-03-01`.
    Date,
    /// The cell's text is `2024-03-01T09:30:00`.
    Moment,
}

impl<R: Read + Seek> Sheet<R> {
    /// Opens a file by its content; `file` names it in errors, and its ending decides between likely delimiters.
    ///
    /// `sheet` picks one of a workbook by its name or by its number, counted from 1; the first one otherwise.
    ///
    /// # Errors
    /// When the file is empty, larger than the limits, no table, or cannot be read; when there is no such sheet.
    pub fn open(file: &str, mut bytes: R, sheet: Option<&str>, limits: Limits) -> Result<Self, SourceError> {
        let size = limits::size(&mut bytes).map_err(|error| text::unreadable(file, &error))?;
        let start = text::start(file, &mut bytes)?;
        if is_workbook(&start) {
            limits.check_workbook(file, size)?;
        }
        if start.starts_with(COMPOUND) {
            return Ok(Self::whole(WholeSheet::open_xls(file, bytes, sheet, limits)?));
        }
        if is_ods(&start) {
            return Ok(Self::whole(WholeSheet::open_ods(file, bytes, sheet, limits)?));
        }
        if start.starts_with(ZIP) {
            let workbook = Workbook::open(file, bytes, sheet, limits)?;
            let info = workbook.info();
            return Ok(Self { rows: SheetRows::Workbook(Box::new(workbook)), info });
        }
        limits.check_bytes(file, size)?;
        let text = Text::open(file, bytes, &start, limits)?;
        let info = text.info();
        Ok(Self { rows: SheetRows::Text(text), info })
    }

    fn whole(whole: WholeSheet) -> Self {
        let info = whole.info();
        Self { rows: SheetRows::Whole(Box::new(whole)), info }
    }

    pub fn info(&self) -> &SheetInfo {
        &self.info
    }

    /// Shows every row in order, until told to stop.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn each_row(
        &mut self,
        visit: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
    ) -> Result<(), SourceError> {
        match &mut self.rows {
            SheetRows::Text(text) => text.each_row(visit),
            SheetRows::Workbook(workbook) => workbook.each_row(visit),
            SheetRows::Whole(whole) => {
                whole.each_row(visit);
                Ok(())
            }
        }
    }

    /// The areas of cells that are merged into one.
    pub(crate) fn merged(&mut self, file: &str) -> Result<Vec<calamine::Dimensions>, SourceError> {
        let areas = match &mut self.rows {
            SheetRows::Text(_) => Vec::new(),
            SheetRows::Workbook(workbook) => workbook.merged()?,
            SheetRows::Whole(whole) => whole.merged.clone(),
        };
        Limits::check_merged(file, areas.len()).map(|()| areas)
    }

    /// The first rows, for finding the names of the columns.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn top(&mut self, most: usize) -> Result<Vec<SheetRow>, SourceError> {
        let mut rows = Vec::new();
        self.each_row(&mut |row| {
            rows.push(row);
            if rows.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(rows)
    }
}
