//! Where the rows go: CSV, TSV or XLSX, with cells added behind those of the table.

use std::borrow::Cow;
use std::io::{BufWriter, Seek, Write};

use comity_model::guard_cell;
use comity_source::{CellKind, SheetFormat, SheetInfo, SheetRow};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::error::TableError;

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Commas, UTF-8.
    Csv,
    /// Tabs, UTF-8.
    Tsv,
    /// A workbook of one sheet.
    Xlsx,
}

impl TableFormat {
    /// By the ending of a file's name, in small letters; `None` for any other.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "csv" | "txt" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// Whether the rows of a table fit.
    pub fn check(self, input: &SheetInfo) -> Result<(), TableError> {
        match self {
            Self::Xlsx if input.rows > MOST_ROWS => Err(TableError::TooManyRows { rows: input.rows }),
            Self::Xlsx if input.width + ADDED_AT_MOST > MOST_COLUMNS => {
                Err(TableError::TooManyColumns { columns: input.width })
            }
            _ => Ok(()),
        }
    }
}

/// Rows and columns of a sheet.
pub(super) const MOST_ROWS: u64 = 1_048_576;
pub(super) const MOST_COLUMNS: usize = 16_384;
/// Room left for the columns that are added: eleven for each of a few names.
const ADDED_AT_MOST: usize = 100;

/// A table being written.
pub struct TableWriter<W: Write + Seek + Send> {
    /// Cells of the input's widest row: the added ones begin after so many.
    width: usize,
    guarded: u64,
    file: Target<W>,
}

enum Target<W: Write + Seek + Send> {
    Text(Text<W>),
    Workbook(Box<Book>, W),
}

struct Text<W: Write> {
    sink: BufWriter<W>,
    delimiter: u8,
    /// No quotation marks are needed: the input had none, so that no cell holds a delimiter or a line end.
    bare: bool,
}

struct Book {
    workbook: Workbook,
    row: u32,
    date: Format,
    moment: Format,
}

/// A cell to be added.
#[derive(Debug, Clone, Copy)]
pub(super) enum AddedCell<'a> {
    Text(&'a str),
    /// Digits, or nothing.
    Number(&'a str),
}

impl<W: Write + Seek + Send> TableWriter<W> {
    /// # Errors
    /// When nothing can be written, or the rows do not fit.
    pub fn new(sink: W, format: TableFormat, input: &SheetInfo) -> Result<Self, TableError> {
        format.check(input)?;
        let file = match format {
            TableFormat::Csv => Target::Text(Text::new(sink, b',', input)?),
            TableFormat::Tsv => Target::Text(Text::new(sink, b'\t', input)?),
            TableFormat::Xlsx => Target::Workbook(Box::new(Book::new(input)?), sink),
        };
        Ok(Self { width: input.width, guarded: 0, file })
    }

    /// A row as it is, without anything added: a title, a blank line.
    pub(super) fn write_alone(&mut self, row: &SheetRow) -> Result<(), TableError> {
        self.put(row, row.cells.len(), &[])
    }

    /// A row, and behind the widest row's last cell the added ones.
    pub(super) fn write(&mut self, row: &SheetRow, added: &[AddedCell<'_>]) -> Result<(), TableError> {
        self.put(row, self.width, added)
    }

    fn put(&mut self, row: &SheetRow, width: usize, added: &[AddedCell<'_>]) -> Result<(), TableError> {
        let written = match &mut self.file {
            Target::Text(text) => text.put(row, width, added),
            Target::Workbook(book, _) => book.put(row, width, added).map(|()| 0),
        };
        let guarded = written.map_err(|cause| TableError::Row { row: row.number, cause: Box::new(cause) })?;
        self.guarded += guarded;
        Ok(())
    }

    /// Writes what is left; how many cells were guarded.
    pub(super) fn finish(self) -> Result<u64, TableError> {
        match self.file {
            Target::Text(mut text) => text.sink.flush()?,
            Target::Workbook(mut book, sink) => book.workbook.save_to_writer(sink)?,
        }
        Ok(self.guarded)
    }
}

impl<W: Write> Text<W> {
    /// Opens with a byte order mark where the input does: a spreadsheet then shows both alike.
    fn new(sink: W, delimiter: u8, input: &SheetInfo) -> Result<Self, TableError> {
        let mut sink = BufWriter::with_capacity(1 << 18, sink);
        let (mut bare, mut marked) = (false, false);
        if let SheetFormat::Text { quoted, mark, .. } = input.format {
            (bare, marked) = (!quoted && delimiter == b'\t', mark);
        }
        if marked {
            sink.write_all("\u{feff}".as_bytes())?;
        }
        Ok(Self { sink, delimiter, bare })
    }

    /// How many cells were guarded.
    fn put(&mut self, row: &SheetRow, width: usize, added: &[AddedCell<'_>]) -> Result<u64, TableError> {
        let mut guarded = 0;
        let padding = std::iter::repeat_n("", width.saturating_sub(row.cells.len()));
        let added = added.iter().map(|(AddedCell::Text(text) | AddedCell::Number(text))| *text);
        for (n, text) in row.cells.iter().chain(padding).chain(added).enumerate() {
            let safe: Cow<'_, str> = if text.starts_with('\'') { text.into() } else { guard_cell(text) };
            guarded += u64::from(safe.len() > text.len());
            if n > 0 {
                self.sink.write_all(&[self.delimiter])?;
            }
            self.put_cell(&safe)?;
        }
        self.sink.write_all(b"\n")?;
        Ok(guarded)
    }

    fn put_cell(&mut self, text: &str) -> std::io::Result<()> {
        let special = |byte| byte == self.delimiter || matches!(byte, b'"' | b'\r' | b'\n');
        if self.bare || !text.bytes().any(special) {
            return self.sink.write_all(text.as_bytes());
        }
        self.sink.write_all(b"\"")?;
        self.sink.write_all(text.replace('"', "\"\"").as_bytes())?;
        self.sink.write_all(b"\"")
    }
}

impl Book {
    fn new(input: &SheetInfo) -> Result<Self, TableError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        if let SheetFormat::Workbook { sheet: name, .. } = &input.format {
            sheet.set_name(name)?;
        }
        let (date, moment) = (Format::new(), Format::new());
        Ok(Self {
            workbook,
            row: 0,
            date: date.set_num_format("yyyy-mm-dd"),
            moment: moment.set_num_format("yyyy-mm-dd hh:mm:ss"),
        })
    }

    fn put(&mut self, row: &SheetRow, width: usize, added: &[AddedCell<'_>]) -> Result<(), TableError> {
        let Self { workbook, row: at, date, moment } = self;
        let sheet = workbook.worksheet_from_index(0)?;
        for (column, text) in (0..).zip(&row.cells) {
            let kind = row.kinds.get(usize::from(column)).copied().unwrap_or(CellKind::Text);
            match kind {
                CellKind::Text if text.is_empty() => continue,
                CellKind::Text => sheet.write_string(*at, column, text)?,
                CellKind::Number(number) => sheet.write_number(*at, column, number)?,
                CellKind::Yes(yes) => sheet.write_boolean(*at, column, yes)?,
                CellKind::Date => write_time(sheet, (*at, column), text, date)?,
                CellKind::Moment => write_time(sheet, (*at, column), text, moment)?,
            };
        }
        let columns = TableError::TooManyColumns { columns: width };
        let first = u16::try_from(width).map_err(|_| columns)?;
        for (column, cell) in (first..).zip(added) {
            match cell {
                AddedCell::Text("") | AddedCell::Number("") => continue,
                AddedCell::Text(text) => sheet.write_string(*at, column, *text)?,
                AddedCell::Number(text) => {
                    let number = text.parse::<f64>().map_err(|_| TableError::Number((*text).to_owned()))?;
                    sheet.write_number(*at, column, number)?
                }
            };
        }
        *at += 1;
        Ok(())
    }
}

fn write_time<'s>(
    sheet: &'s mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<&'s mut Worksheet, TableError> {
    let time = ExcelDateTime::parse_from_str(text)?;
    Ok(sheet.write_datetime_with_format(row, column, &time, format)?)
}
