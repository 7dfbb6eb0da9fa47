//! One sheet of an XLSX workbook, cell by cell; formulas give the value they had when the file was saved.

use std::borrow::Cow;
use std::io::{BufReader, Read, Seek, Write};
use std::ops::ControlFlow;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, Xlsx};
use quick_xml::Reader as XmlReader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::error::SourceError;
use crate::limits::Limits;
use crate::sheet::ods_cells::number;
use crate::sheet::text::{unharmed, unreadable};
use crate::sheet::{CellKind, SheetFormat, SheetInfo, SheetRow};

pub(super) struct Workbook<R> {
    file: String,
    book: Xlsx<BufReader<R>>,
    sheet: String,
    rows: u64,
    width: usize,
    limits: Limits,
}

impl<R: Read + Seek> Workbook<R> {
    pub(super) fn open(
        file: &str,
        bytes: R,
        sheet: Option<&str>,
        limits: Limits,
    ) -> Result<Self, SourceError> {
        let mut bytes = BufReader::new(bytes);
        check_unpacked(file, &mut bytes, limits)?;
        bytes.rewind().map_err(|error| unreadable(file, &error))?;
        check_texts(file, &mut bytes, limits)?;
        let book = unharmed(file, || Xlsx::new(bytes).map_err(|error| unreadable(file, &error)))?;
        let sheet = chosen(file, &book.sheet_names(), sheet)?;
        let mut workbook = Self { file: file.to_owned(), book, sheet, rows: 0, width: 0, limits };
        let (mut rows, mut width) = (0, 0);
        workbook.each_row(&mut |row| {
            rows = row.number;
            width = width.max(row.cells.len());
            ControlFlow::Continue(())
        })?;
        if width == 0 {
            return Err(SourceError::Empty { file: format!("sheet {} of {file}", workbook.sheet) });
        }
        Ok(Self { rows, width, ..workbook })
    }

    pub(super) fn info(&self) -> SheetInfo {
        let others = self.book.sheet_names().into_iter().filter(|name| *name != self.sheet).collect();
        let format = SheetFormat::Workbook { sheet: self.sheet.clone(), others };
        SheetInfo { format, rows: self.rows, width: self.width }
    }

    pub(super) fn merged(&mut self) -> Result<Vec<Dimensions>, SourceError> {
        let (book, sheet) = (&mut self.book, &self.sheet);
        let merged = unharmed(&self.file, || Ok(book.merge_cells_by_sheet_name(sheet)))?;
        merged.map_err(|error| unreadable(&self.file, &error))
    }

    /// Rows without a cell between others come as rows without cells.
    pub(super) fn each_row(
        &mut self,
        visit: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
    ) -> Result<(), SourceError> {
        let bad = |error: calamine::XlsxError| unreadable(&self.file, &error);
        let (book, sheet) = (&mut self.book, &self.sheet);
        let mut cells = unharmed(&self.file, || book.worksheet_cells_reader(sheet).map_err(bad))?;
        let mut row = SheetRow { number: 1, ..SheetRow::default() };
        while let Some(cell) = unharmed(&self.file, || cells.next_cell().map_err(bad))? {
            let (line, column) = cell.get_position();
            self.limits.check_rows(&self.file, u64::from(line) + 1)?;
            self.limits.check_columns(&self.file, column as usize + 1)?;
            while row.number < u64::from(line) + 1 {
                let next = SheetRow { number: row.number + 1, ..SheetRow::default() };
                if visit(std::mem::replace(&mut row, next)).is_break() {
                    return Ok(());
                }
            }
            let (text, kind) = read(cell.get_value());
            while row.cells.len() < column as usize {
                row.cells.push_field("");
                row.kinds.push(CellKind::Text);
            }
            row.cells.push_field(&text);
            row.kinds.push(kind);
        }
        let _ = visit(row);
        Ok(())
    }
}

/// A small archive may unpack to more than any memory holds, and say that it does not: its parts are unpacked once,
/// until they are known to fit.
pub(super) fn check_unpacked(
    file: &str,
    bytes: &mut (impl Read + Seek),
    limits: Limits,
) -> Result<(), SourceError> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| unreadable(file, &error))?;
    let (mut unpacked, mut held) = (0, 0);
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|error| unreadable(file, &error))?;
        let name = part.name().map_err(|error| unreadable(file, &error))?;
        let (is_xml, is_style) = (name.ends_with(".xml"), name.ends_with("styles.xml"));
        let is_held = !name.starts_with("xl/worksheets/") && is_xml;
        let (mut room, mut runs) = (part.take(limits.unpacked - unpacked + 1), Runs::default());
        let size = std::io::copy(&mut room, &mut runs).map_err(|error| unreadable(file, &error))?;
        unpacked += size;
        held += match (is_held, is_style) {
            (true, true) => size * STYLE,
            (true, false) => size,
            (false, _) => 0,
        };
        limits.check_unpacked(file, unpacked, held)?;
        limits.check_run(file, if is_xml { runs.longest } else { 0 })?;
    }
    Ok(())
}

/// Bytes in memory for a byte of styles, in those of a byte of texts. Measured: 250 MB of empty styles took six GiB.
const STYLE: u64 = 8;

/// The longest text or tag of a part, each of which is held whole.
#[derive(Debug, Default)]
struct Runs {
    longest: u64,
    now: u64,
}

impl Write for Runs {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for run in bytes.split_inclusive(|byte| *byte == b'>') {
            self.now += run.len() as u64;
            self.longest = self.longest.max(self.now);
            if run.ends_with(b">") {
                self.now = 0;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The texts that all sheets share come with their number, and the reader makes room for so many.
fn check_texts(file: &str, bytes: &mut (impl Read + Seek), limits: Limits) -> Result<(), SourceError> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| unreadable(file, &error))?;
    let names: Vec<String> = archive.file_names().flatten().map(Cow::into_owned).collect();
    let Some(name) = names.iter().find(|name| name.ends_with("sharedStrings.xml")) else { return Ok(()) };
    let texts = archive.by_name(name).map_err(|error| unreadable(file, &error))?;
    let (mut texts, mut event) = (XmlReader::from_reader(BufReader::new(texts)), Vec::new());
    loop {
        event.clear();
        match texts.read_event_into(&mut event).map_err(|error| unreadable(file, &error))? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sst" => {
                let room = number(&tag, "uniqueCount").map_err(|error| unreadable(file, &error))?;
                limits.check_cells(file, room)?;
            }
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "si" => return Ok(()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// By its name or its number, counted from 1; the first one where none is wanted.
pub(super) fn chosen(file: &str, names: &[String], wanted: Option<&str>) -> Result<String, SourceError> {
    let by_name = |wanted: &str| names.iter().find(|name| *name == wanted);
    let by_number = |wanted: &str| names.get(wanted.parse::<usize>().ok()?.checked_sub(1)?);
    let found = match wanted {
        Some(wanted) => by_name(wanted).or_else(|| by_number(wanted)),
        None => names.first(),
    };
    found.cloned().ok_or_else(|| SourceError::NoSheet {
        file: file.to_owned(),
        wanted: wanted.unwrap_or("1").to_owned(),
        known: names.join(", "),
    })
}

/// A cell as text, and what it is.
fn read(value: &DataRef<'_>) -> (String, CellKind) {
    #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
    match value {
        DataRef::Int(number) => (number.to_string(), CellKind::Number(*number as f64)),
        DataRef::Float(number) => (number.to_string(), CellKind::Number(*number)),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (text.clone(), CellKind::Text)
        }
        DataRef::SharedString(text) => ((*text).to_owned(), CellKind::Text),
        DataRef::Bool(yes) => (yes.to_string(), CellKind::Yes(*yes)),
        DataRef::DateTime(moment) => of_moment(moment),
        DataRef::Error(error) => (error.to_string(), CellKind::Text),
        DataRef::Empty => (String::new(), CellKind::Text),
    }
}

pub(super) fn of_moment(moment: &ExcelDateTime) -> (String, CellKind) {
    if moment.is_duration() {
        return (moment.as_f64().to_string(), CellKind::Number(moment.as_f64()));
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        return (date, CellKind::Date);
    }
    (format!("{date}T{hour:02}:{minute:02}:{second:02}"), CellKind::Moment)
}
