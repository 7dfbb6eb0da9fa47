//! Where the rows go: a CSV, TSV or XLSX file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use comity_model::guard_cell;
use comity_source::{CellKind, SheetFormat, SheetInfo, SheetRow};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

pub(super) struct Output {
    target: PathBuf,
    unfinished: PathBuf,
    /// Cells of the input's widest row: the added ones begin after so many.
    width: usize,
    guarded: u64,
    file: Target,
}

enum Target {
    Text(Text),
    Workbook(Box<Book>),
}

struct Text {
    sink: BufWriter<File>,
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
pub(super) enum Added<'a> {
    Text(&'a str),
    /// Digits, or nothing.
    Number(&'a str),
}

impl Output {
    /// # Errors
    /// When the ending says nothing, the file cannot be made, or the rows do not fit such a file.
    pub(super) fn create(target: &Path, input: &SheetInfo) -> Result<Self> {
        let ending = target.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let unfinished = target.with_extension(format!("{ending}.unfinished"));
        let file = match ending.as_str() {
            "csv" | "txt" => Target::Text(Text::create(&unfinished, b',', input)?),
            "tsv" | "tab" => Target::Text(Text::create(&unfinished, b'\t', input)?),
            "xlsx" => Target::Workbook(Box::new(book(input)?)),
            _ => bail!("{}: the result is written as .csv, .tsv or .xlsx", target.display()),
        };
        Ok(Self { target: target.to_owned(), unfinished, width: input.width, guarded: 0, file })
    }

    /// A row as it is, without anything added: a title, a blank line.
    pub(super) fn write_alone(&mut self, row: &SheetRow) -> Result<()> {
        self.put(row, row.cells.len(), &[])
    }

    /// A row, and behind the widest row's last cell the added ones.
    pub(super) fn write(&mut self, row: &SheetRow, added: &[Added<'_>]) -> Result<()> {
        self.put(row, self.width, added)
    }

    fn put(&mut self, row: &SheetRow, width: usize, added: &[Added<'_>]) -> Result<()> {
        let written = match &mut self.file {
            Target::Text(text) => text.put(row, width, added).map(|guarded| self.guarded += guarded),
            Target::Workbook(book) => book.put(row, width, added),
        };
        written.with_context(|| format!("write row {} to {}", row.number, self.target.display()))
    }

    /// Puts the file in its place; how many cells were guarded.
    pub(super) fn finish(self) -> Result<u64> {
        let said = || format!("write {}", self.target.display());
        match self.file {
            Target::Text(mut text) => text.sink.flush().with_context(said)?,
            Target::Workbook(mut book) => book.workbook.save(&self.unfinished).with_context(said)?,
        }
        fs::rename(&self.unfinished, &self.target).with_context(said)?;
        Ok(self.guarded)
    }
}

impl Text {
    /// Opens with a byte order mark where the input does: a spreadsheet then shows both alike.
    fn create(path: &Path, delimiter: u8, input: &SheetInfo) -> Result<Self> {
        let file = File::create(path).with_context(|| format!("write {}", path.display()))?;
        let mut sink = BufWriter::with_capacity(1 << 18, file);
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
    fn put(&mut self, row: &SheetRow, width: usize, added: &[Added<'_>]) -> Result<u64> {
        let mut guarded = 0;
        let padding = std::iter::repeat_n("", width.saturating_sub(row.cells.len()));
        let added = added.iter().map(|(Added::Text(text) | Added::Number(text))| *text);
        for (n, text) in row.cells.iter().chain(padding).chain(added).enumerate() {
            let safe = if text.starts_with('\'') { text.into() } else { guard_cell(text) };
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

/// Rows and columns of a sheet.
const MOST_ROWS: u64 = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

fn book(input: &SheetInfo) -> Result<Book> {
    ensure!(
        input.rows <= MOST_ROWS,
        "{} rows do not fit a sheet of XLSX, which has {MOST_ROWS}: write to .csv",
        input.rows
    );
    ensure!(
        input.width + 100 <= MOST_COLUMNS,
        "{} columns do not fit a sheet of XLSX: write to .csv",
        input.width
    );
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    if let SheetFormat::Workbook { sheet: name, .. } = &input.format {
        sheet.set_name(name)?;
    }
    Ok(Book {
        workbook,
        row: 0,
        date: Format::new().set_num_format("yyyy-mm-dd"),
        moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
    })
}

impl Book {
    fn put(&mut self, row: &SheetRow, width: usize, added: &[Added<'_>]) -> Result<()> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (column, text) in (0..).zip(&row.cells) {
            let kind = row.kinds.get(usize::from(column)).copied().unwrap_or(CellKind::Text);
            match kind {
                CellKind::Text if text.is_empty() => continue,
                CellKind::Text => sheet.write_string(self.row, column, text)?,
                CellKind::Number(number) => sheet.write_number(self.row, column, number)?,
                CellKind::Yes(yes) => sheet.write_boolean(self.row, column, yes)?,
                CellKind::Date => {
                    let date = ExcelDateTime::parse_from_str(text)?;
                    sheet.write_datetime_with_format(self.row, column, &date, &self.date)?
                }
                CellKind::Moment => {
                    let moment = ExcelDateTime::parse_from_str(text)?;
                    sheet.write_datetime_with_format(self.row, column, &moment, &self.moment)?
                }
            };
        }
        let first = u16::try_from(width).context("more columns than a sheet of XLSX has")?;
        for (column, cell) in (first..).zip(added) {
            match cell {
                Added::Text("") | Added::Number("") => continue,
                Added::Text(text) => sheet.write_string(self.row, column, *text)?,
                Added::Number(text) => sheet.write_number(self.row, column, text.parse::<f64>()?)?,
            };
        }
        self.row += 1;
        Ok(())
    }
}
