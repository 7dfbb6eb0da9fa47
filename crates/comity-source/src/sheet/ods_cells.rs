//! How many cells an ODS would come to, since one that is written once may stand for millions, and which are merged.

use std::io::{BufRead, BufReader, Read, Seek};

use calamine::Dimensions;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::error::SourceError;
use crate::limits::Limits;
use crate::sheet::text::unreadable;

/// Elements within each other: a sheet has ten.
const DEEPEST: usize = 256;

/// Counts the cells of the content before anything holds them; the merged areas of each sheet, in order.
pub(super) fn check_cells(
    file: &str,
    bytes: &mut (impl Read + Seek),
    limits: Limits,
) -> Result<Vec<Vec<Dimensions>>, SourceError> {
    let mut archive = ZipArchive::new(bytes).map_err(|error| unreadable(file, &error))?;
    let content = archive.by_name("content.xml").map_err(|error| unreadable(file, &error))?;
    let (mut cells, mut merged) = (Cells::default(), Merged::default());
    each_tag(file, BufReader::new(content), &mut |tag| {
        cells.hear(tag).and_then(|()| merged.hear(tag)).map_err(|error| unreadable(file, &error))?;
        limits.check_cells(file, cells.all)?;
        limits.check_cells(file, merged.count)
    })?;
    Ok(merged.sheets)
}

/// Each element that opens, in order, of content that is whole: the reader of workbooks waits for the end of what is open,
/// for ever, so it is read first as that reader reads it.
fn each_tag(
    file: &str,
    content: impl BufRead,
    hear: &mut dyn FnMut(&BytesStart<'_>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let (mut content, mut event, mut open) = (Reader::from_reader(content), Vec::new(), 0_usize);
    content.config_mut().expand_empty_elements = true;
    loop {
        event.clear();
        match content.read_event_into(&mut event) {
            Ok(Event::Start(tag)) if open < DEEPEST => {
                open += 1;
                hear(&tag)?;
            }
            Ok(Event::End(_)) => open -= 1,
            Ok(Event::Eof) if open == 0 => return Ok(()),
            Ok(Event::Eof) => return Err(unreadable(file, &"its content is cut off")),
            Ok(Event::Start(_)) | Err(_) => return Err(unreadable(file, &"its content is damaged")),
            Ok(_) => {}
        }
    }
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
    fn hear(&mut self, tag: &BytesStart<'_>) -> Result<(), AttrError> {
        match tag.name().0 {
            "table:table" if !has(tag, |key| key == "table:is-sub-table")? => {
                self.sheets.push(Vec::new());
                (self.row, self.rows) = (0, 0);
            }
            "table:table-row" => {
                self.row = self.row.saturating_add(self.rows);
                (self.rows, self.column) = (number(tag, "table:number-rows-repeated")?, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let across = number(tag, "table:number-columns-spanned")?;
                let down = number(tag, "table:number-rows-spanned")?;
                if across > 1 || down > 1 {
                    self.count += 1;
                    let area = area(self.row, self.column, down, across);
                    self.sheets.last_mut().into_iter().for_each(|sheet| sheet.extend(area));
                }
                self.column = self.column.saturating_add(number(tag, "table:number-columns-repeated")?);
            }
            _ => {}
        }
        Ok(())
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
    fn hear(&mut self, tag: &BytesStart<'_>) -> Result<(), AttrError> {
        match tag.name().0 {
            "table:table-row" => {
                self.pending = 0;
                self.repeats = number(tag, "table:number-rows-repeated")?;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let these = number(tag, "table:number-columns-repeated")?;
                if has(tag, |key| key.contains("value") || key.ends_with("formula"))? {
                    let more = std::mem::take(&mut self.pending).saturating_add(these);
                    self.all = self.all.saturating_add(more.saturating_mul(self.repeats.max(1)));
                } else {
                    self.pending = these;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn has(tag: &BytesStart<'_>, is: fn(&str) -> bool) -> Result<bool, AttrError> {
    for one in tag.attributes() {
        if is(one?.key.0) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// 1 where the tag does not say, or says no number.
pub(super) fn number(tag: &BytesStart<'_>, attribute: &str) -> Result<u64, AttrError> {
    for one in tag.attributes() {
        let one = one?;
        if one.key.0 == attribute {
            let said = one.normalized_value(XmlVersion::default()).ok().and_then(|value| value.parse().ok());
            return Ok(said.unwrap_or(1).max(1));
        }
    }
    Ok(1)
}
