//! Delimited text in any encoding: passed over once to know its shape, then read as it comes.

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use encoding_rs::{Encoding, UTF_8};

use crate::cut::{Cut, Next};
use crate::delimiter;
use crate::encoding::Decoding;
use crate::error::SourceError;
use crate::limits::{self, Limits};
use crate::open::{check_table, sign};
use crate::sheet::{SheetFormat, SheetInfo, SheetRow};

const BINARY: &str = "binary data";

/// Enough of a file to tell its delimiter.
const START: u64 = 1 << 16;

pub(super) struct Text<R> {
    file: String,
    bytes: Bytes<R>,
    delimiter: u8,
    quoted: bool,
    shape: Shape,
    limits: Limits,
}

enum Bytes<R> {
    /// After a byte order mark of so many bytes.
    Utf8 {
        file: R,
        mark: u64,
    },
    Held {
        bytes: Vec<u8>,
        decoding: Decoding,
    },
}

/// What passing over the text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    rows: u64,
    width: usize,
    is_utf8: bool,
}

impl<R: Read + Seek> Text<R> {
    pub(super) fn open(file: &str, mut bytes: R, start: &[u8], limits: Limits) -> Result<Self, SourceError> {
        let mark = Encoding::for_bom(start);
        refuse(file, start)?;
        if mark.is_none() && start.contains(&0) {
            return Err(no_table(file, BINARY));
        }
        let plain = start.split_at(mark.map_or(0, |(_, mark)| mark)).1;
        let (delimiter, quoted) = delimiter_of(file, plain);
        let name = file.to_owned();
        if mark.is_none_or(|(encoding, _)| encoding == UTF_8) {
            let mark = mark.map_or(0, |(_, mark)| mark as u64);
            bytes.seek(SeekFrom::Start(mark)).map_err(|error| unreadable(file, &error))?;
            let shape = survey(file, BufReader::new(&mut bytes), (delimiter, quoted), limits)?;
            if shape.is_utf8 {
                return Ok(Self {
                    file: name,
                    bytes: Bytes::Utf8 { file: bytes, mark },
                    delimiter,
                    quoted,
                    shape,
                    limits,
                });
            }
        }
        let held = held(&mut bytes).map_err(|error| unreadable(file, &error))?;
        let decoding = Decoding::detect(&held);
        if mark.is_none() && held.contains(&0) {
            return Err(no_table(file, BINARY));
        }
        let mut start = Vec::new();
        decoding
            .reader(&held)
            .take(START)
            .read_to_end(&mut start)
            .map_err(|error| unreadable(file, &error))?;
        let (delimiter, quoted) = delimiter_of(file, &start);
        let shape = survey(file, BufReader::new(decoding.reader(&held)), (delimiter, quoted), limits)?;
        Ok(Self {
            file: name,
            bytes: Bytes::Held { bytes: held, decoding },
            delimiter,
            quoted,
            shape,
            limits,
        })
    }

    pub(super) fn info(&self) -> SheetInfo {
        let (encoding, repairs, mark) = match &self.bytes {
            Bytes::Utf8 { mark, .. } => ("UTF-8".to_owned(), 0, *mark > 0),
            Bytes::Held { decoding, .. } => {
                (decoding.name().into_owned(), decoding.repairs, decoding.mark > 0)
            }
        };
        let format = SheetFormat::Text {
            encoding,
            repairs,
            delimiter: char::from(self.delimiter),
            quoted: self.quoted,
            mark,
        };
        SheetInfo { format, rows: self.shape.rows, width: self.shape.width }
    }

    pub(super) fn each_row(
        &mut self,
        visit: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
    ) -> Result<(), SourceError> {
        let Self { file: name, delimiter, quoted, limits, .. } = self;
        match &mut self.bytes {
            Bytes::Utf8 { file, mark } => {
                file.seek(SeekFrom::Start(*mark)).map_err(|error| unreadable(name, &error))?;
                let text = BufReader::with_capacity(1 << 16, file);
                show(name, Cut::new(text, *delimiter, *quoted, *limits), *limits, visit)
            }
            Bytes::Held { bytes, decoding } => {
                let text = BufReader::new(decoding.reader(bytes));
                show(name, Cut::new(text, *delimiter, *quoted, *limits), *limits, visit)
            }
        }
    }
}

fn show<R: BufRead>(
    file: &str,
    mut cut: Cut<R>,
    limits: Limits,
    visit: &mut dyn FnMut(SheetRow) -> ControlFlow<()>,
) -> Result<(), SourceError> {
    let mut number = 0;
    while next(file, &mut cut, number, limits)? {
        number += 1;
        let mut cells = csv::StringRecord::new();
        cut.fill(&mut cells);
        if visit(SheetRow { number, cells, kinds: Vec::new() }).is_break() {
            break;
        }
    }
    Ok(())
}

/// Reads the row after that of a number; `false` at the end.
fn next<R: BufRead>(file: &str, cut: &mut Cut<R>, number: u64, limits: Limits) -> Result<bool, SourceError> {
    match cut.next().map_err(|error| unreadable(file, &error))? {
        Next::Row => Ok(true),
        Next::End => Ok(false),
        Next::TooLong { bytes, .. } => Err(limits.long_row(file, number + 1, bytes)),
    }
}

/// The first bytes of a file.
pub(super) fn start(file: &str, bytes: &mut (impl Read + Seek)) -> Result<Vec<u8>, SourceError> {
    let mut start = Vec::new();
    let read = bytes.by_ref().take(START).read_to_end(&mut start);
    read.and_then(|_| bytes.rewind()).map_err(|error| unreadable(file, &error))?;
    if start.trim_ascii().is_empty() {
        return Err(SourceError::Empty { file: file.to_owned() });
    }
    Ok(start)
}

fn refuse(file: &str, start: &[u8]) -> Result<(), SourceError> {
    if let Some(looks_like) = sign(start) {
        return Err(no_table(file, looks_like));
    }
    check_table(file, &String::from_utf8_lossy(start.get(..4_096).unwrap_or(start)))
}

/// Between the cells, and whether quotation marks may stand around them.
///
/// A file called `.tsv` has tabs if its first line has one. Most programs write tabs without quotation marks, some
/// with: they count where every cell that opens with one closes with one, or where the rows are more alike so.
fn delimiter_of(file: &str, start: &[u8]) -> (u8, bool) {
    let ending = std::path::Path::new(file).extension().unwrap_or_default();
    let named = ending.eq_ignore_ascii_case("tsv") || ending.eq_ignore_ascii_case("tab");
    let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if named && first.contains(&b'\t') { b'\t' } else { delimiter::detect(start) };
    let quoted = || marks_close(start) || alike(start, true) > alike(start, false);
    (delimiter, delimiter != b'\t' || quoted())
}

/// How many in a thousand of the first rows have as many cells as the first one, cut at tabs.
fn alike(start: &[u8], quoted: bool) -> usize {
    const ROWS: usize = 500;
    let mut cut = Cut::new(start, b'\t', quoted, Limits::default());
    let mut widths = Vec::new();
    while widths.len() < ROWS
        && let Ok(Next::Row) = cut.next()
    {
        widths.push(cut.cells().count());
    }
    let same = widths.iter().filter(|width| Some(*width) == widths.first()).count();
    same * 1_000 / widths.len().max(1)
}

fn marks_close(start: &[u8]) -> bool {
    let cells = start.split(|byte| matches!(byte, b'\t' | b'\n' | b'\r'));
    let mut opened = cells.filter(|cell| cell.first() == Some(&b'"')).peekable();
    opened.peek().is_some() && opened.all(|cell| cell.len() > 1 && cell.last() == Some(&b'"'))
}

fn survey(
    file: &str,
    text: impl BufRead,
    (delimiter, quoted): (u8, bool),
    limits: Limits,
) -> Result<Shape, SourceError> {
    let mut cut = Cut::new(text, delimiter, quoted, limits);
    let mut shape = Shape { rows: 0, width: 0, is_utf8: true };
    while next(file, &mut cut, shape.rows, limits)? {
        let mut width = 0;
        for cell in cut.cells() {
            width += 1;
            shape.is_utf8 &= std::str::from_utf8(cell).is_ok() && !cell.contains(&0);
        }
        if !shape.is_utf8 {
            break;
        }
        shape.rows += 1;
        shape.width = shape.width.max(width);
        limits.check_columns(file, width)?;
        limits.check_rows(file, shape.rows)?;
    }
    Ok(shape)
}

fn held(bytes: &mut (impl Read + Seek)) -> std::io::Result<Vec<u8>> {
    let size = limits::size(bytes)?;
    let mut held = Vec::new();
    held.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX))?;
    bytes.take(size).read_to_end(&mut held)?;
    Ok(held)
}

fn no_table(file: &str, looks_like: &'static str) -> SourceError {
    SourceError::NoTable { file: file.to_owned(), looks_like }
}

/// What a reader of others makes of a file; where it stops on bytes that it did not expect, the file is damaged.
pub(super) fn unharmed<T>(
    file: &str,
    read: impl FnOnce() -> Result<T, SourceError>,
) -> Result<T, SourceError> {
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    read.unwrap_or_else(|_| Err(unreadable(file, &"it is damaged")))
}

pub(super) fn unreadable(file: &str, error: &impl std::fmt::Display) -> SourceError {
    SourceError::Unreadable { file: file.to_owned(), reason: error.to_string() }
}
