//! How many cells an ODS would come to, since one that is written once may stand for millions, and which are merged.

use std::io::{BufRead, BufReader, Read, Seek};

use calamine::Dimensions;
use zip::ZipArchive;

use crate::error::SourceError;
use crate::limits::Limits;
use crate::sheet::text::unreadable;

/// Counts the cells of the content before anything holds them; the merged areas of each sheet, in order.
pub(super) fn check_cells(
    file: &str,
    bytes: &mut (impl Read + Seek),
    limits: Limits,
) -> Result<Vec<Vec<Dimensions>>, SourceError> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| unreadable(file, &error))?;
    let content = archive.by_name("content.xml").map_err(|error| unreadable(file, &error))?;
    let (mut content, mut tag) = (BufReader::new(content), Vec::new());
    let (mut cells, mut merged, mut open) = (Cells::default(), Merged::default(), Vec::new());
    while next_tag(&mut content, &mut tag).map_err(|error| unreadable(file, &error))? {
        cells.hear(&tag);
        limits.check_cells(file, cells.all)?;
        merged.hear(&tag);
        limits.check_cells(file, merged.count)?;
        if !nests(&tag, &mut open) {
            return Err(unreadable(file, &"its content is damaged"));
        }
    }
    // The reader waits for the end of what is open, for ever.
    if open.is_empty() { Ok(merged.sheets) } else { Err(unreadable(file, &"its content is cut off")) }
}

/// Whether a tag closes what was opened last, or opens something not too deep.
fn nests(tag: &[u8], open: &mut Vec<Vec<u8>>) -> bool {
    const DEEPEST: usize = 256;
    let Some(inside) = tag.strip_prefix(b"<").and_then(|tag| tag.strip_suffix(b">")) else { return true };
    if inside.starts_with(b"?") || inside.starts_with(b"!") || inside.ends_with(b"/") {
        return true;
    }
    if let Some(name) = inside.strip_prefix(b"/") {
        return open.pop().is_some_and(|last| last == name.trim_ascii());
    }
    let name = inside.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    open.push(name.to_vec());
    open.len() <= DEEPEST
}

/// Reads to the end of the next tag: a `>` between quotation marks ends none.
pub(super) fn next_tag(content: &mut impl BufRead, tag: &mut Vec<u8>) -> std::io::Result<bool> {
    tag.clear();
    while content.read_until(b'>', tag)? > 0 {
        let start = tag.iter().rposition(|byte| *byte == b'<').unwrap_or(0);
        if tag.iter().skip(start).filter(|byte| **byte == b'"').count() % 2 == 0 {
            tag.drain(..start);
            return Ok(true);
        }
    }
    Ok(false)
}

/// The areas met so far, and where the next cell stands.
#[derive(Debug, Default)]
struct Merged {
    sheets: Vec<Vec<Dimensions>>,
    count: u64,
    row: u64,
    /// How many rows the present one stands for.
    rows: u64,
    column: u64,
}

impl Merged {
    fn hear(&mut self, tag: &[u8]) {
        if tag.starts_with(b"<table:table ") && !holds(tag, b"is-sub-table=") {
            self.sheets.push(Vec::new());
            (self.row, self.rows) = (0, 0);
        } else if tag.starts_with(b"<table:table-row") {
            self.row = self.row.saturating_add(self.rows);
            (self.rows, self.column) = (repeats(tag, b"number-rows-repeated="), 0);
        } else if tag.starts_with(b"<table:table-cell") || tag.starts_with(b"<table:covered-table-cell") {
            let across = repeats(tag, b"number-columns-spanned=");
            let down = repeats(tag, b"number-rows-spanned=");
            if across > 1 || down > 1 {
                self.count += 1;
                let area = area(self.row, self.column, down, across);
                self.sheets.last_mut().into_iter().for_each(|sheet| sheet.extend(area));
            }
            self.column = self.column.saturating_add(repeats(tag, b"number-columns-repeated="));
        }
    }
}

/// `None` beyond what a sheet holds.
fn area(row: u64, column: u64, down: u64, across: u64) -> Option<Dimensions> {
    let at = |place: u64| u32::try_from(place).ok();
    let last = (at(row.checked_add(down)? - 1)?, at(column.checked_add(across)? - 1)?);
    Some(Dimensions::new((at(row)?, at(column)?), last))
}

#[derive(Debug, Default)]
struct Cells {
    all: u64,
    repeats: u64,
    /// Empty cells, which count where another follows in their row.
    pending: u64,
}

impl Cells {
    fn hear(&mut self, tag: &[u8]) {
        if tag.starts_with(b"<table:table-row") {
            self.pending = 0;
            self.repeats = repeats(tag, b"number-rows-repeated=");
        } else if tag.starts_with(b"<table:table-cell") || tag.starts_with(b"<table:covered-table-cell") {
            let these = repeats(tag, b"number-columns-repeated=");
            if !holds(tag, b"value") && !holds(tag, b"formula=") {
                self.pending = these;
                return;
            }
            let more = std::mem::take(&mut self.pending).saturating_add(these);
            self.all = self.all.saturating_add(more.saturating_mul(self.repeats.max(1)));
        }
    }
}

fn holds(tag: &[u8], word: &[u8]) -> bool {
    tag.windows(word.len()).any(|window| window == word)
}

/// 1 where the tag does not say.
pub(super) fn repeats(tag: &[u8], attribute: &[u8]) -> u64 {
    let at = tag.windows(attribute.len()).position(|window| window == attribute);
    let Some(at) = at else { return 1 };
    let digits = tag.iter().skip(at + attribute.len() + 1).take_while(|byte| byte.is_ascii_digit());
    digits
        .fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
        .max(1)
}
