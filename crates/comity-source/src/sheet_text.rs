//! A table that is no delimited text (a sheet, a page, a map) as comma-separated text, so that it is read as any table.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use calamine::Dimensions;
use encoding_rs::Encoding;
use smol_str::SmolStr;

use crate::beside::{Beside, Parts};
use crate::encoding::Decoding;
use crate::error::SourceError;
use crate::geojson;
use crate::heads::Heads;
use crate::limits::Limits;
use crate::open::decode;
use crate::page::Markup;
use crate::reading::ReadOptions;
use crate::records;
use crate::sheet::{Sheet, SheetFormat, is_workbook};
use crate::table_row::Notes;

/// What one sheet of a workbook, one table of a page or the features of a map hold, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    pub text: Vec<u8>,
    /// Of the bytes of the file.
    pub digest: SmolStr,
    /// What it was read as, in words: `sheet Twins`, `HTML in UTF-8, table 2: Partner cities`.
    pub encoding: String,
    pub encoding_sure: bool,
    pub sheet: String,
    /// The sheets or tables that were not read.
    pub others: Vec<String>,
    /// What the page is called.
    pub title: String,
    /// How many of the first columns hold the headings that the entries of a page stand under.
    pub headings: usize,
    /// The lists of a page, not one of its tables.
    pub is_list: bool,
    /// Of a page or a map, whose rows are counted as they are read.
    pub is_of_page: bool,
    /// What each row of the text is counted as in its sheet; empty where they are counted alike.
    pub row_numbers: Arc<[u64]>,
    /// What was changed or left out on the way, with how often.
    pub notes: BTreeMap<String, u64>,
}

impl SheetText {
    /// The same options for the text: how it is written is known.
    pub fn reading(&self, options: &ReadOptions) -> ReadOptions {
        ReadOptions {
            digest: Some(self.digest.clone()),
            encoding: Some("utf-8".to_owned()),
            delimiter: Some(','),
            row_numbers: Arc::clone(&self.row_numbers),
            ..options.clone()
        }
    }
}

/// The table of a workbook, a page or a map that is asked for: the first sheet, or the largest table, where none is;
/// `None` where the file is none of these.
///
/// Rows in which no cell says anything are left out.
///
/// # Errors
/// When the file cannot be read, is larger than the limits, or has no such table.
pub fn sheet_text(file: &str, bytes: &[u8], options: &ReadOptions) -> Result<Option<SheetText>, SourceError> {
    if is_workbook(bytes) {
        return of_workbook(file, bytes, options);
    }
    let start = start_of(bytes);
    let markup = Markup::of(file, &start);
    let is_map = markup.is_none() && geojson::is_geojson(file, &start) && !records::is_jsonl(&start);
    if markup.is_none() && !is_map {
        return Ok(None);
    }
    options.limits.check_page(file, bytes)?;
    let decoding = decode(file, bytes, &with_stated_encoding(options, markup, bytes))?;
    let mut text = String::new();
    let read = decoding.reader(bytes).read_to_string(&mut text);
    read.map_err(|error| SourceError::Unreadable { file: file.to_owned(), reason: error.to_string() })?;
    let found = match markup {
        Some(markup) => markup.tables(file, &text, options.limits)?,
        None => geojson::tables(file, &text, options.limits)?,
    };
    found.choose(file, bytes, decoding, options).map(Some)
}

/// The first bytes as text, as far as a mark or ASCII tells.
fn start_of(bytes: &[u8]) -> String {
    let start = bytes.get(..4_096).unwrap_or(bytes);
    match Encoding::for_bom(start) {
        Some((encoding, _)) => encoding.decode(start).0.into_owned(),
        None => String::from_utf8_lossy(start).into_owned(),
    }
}

/// A page without a mark may say itself how it is written.
fn with_stated_encoding(options: &ReadOptions, markup: Option<Markup>, bytes: &[u8]) -> ReadOptions {
    let mut options = options.clone();
    if options.encoding.is_none() && markup == Some(Markup::Html) && Encoding::for_bom(bytes).is_none() {
        let start = String::from_utf8_lossy(bytes.get(..4_096).unwrap_or(bytes)).to_lowercase();
        let stated = start.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'', ' ']));
        let stated = stated.and_then(|rest| rest.split(['"', '\'', ' ', ';', '>', '/']).next());
        options.encoding = stated.filter(|name| Decoding::named(name, b"").is_some()).map(str::to_owned);
    }
    options
}

fn of_workbook(file: &str, bytes: &[u8], options: &ReadOptions) -> Result<Option<SheetText>, SourceError> {
    let limits = options.limits;
    let (wanted, number) = table_of_sheet(options.sheet.as_deref());
    let (mut opened, beside) = match wanted {
        Some(_) => surveyed(file, bytes, wanted, limits)?,
        None => first_table(file, bytes, limits)?,
    };
    let SheetFormat::Workbook { sheet, others } = opened.info().format.clone() else { return Ok(None) };
    let mut found = SheetText {
        text: Vec::new(),
        digest: SmolStr::new(blake3::hash(bytes).to_hex().as_str()),
        encoding: format!("sheet {sheet}"),
        encoding_sure: true,
        sheet,
        others,
        title: String::new(),
        headings: 0,
        is_list: false,
        is_of_page: false,
        row_numbers: Arc::default(),
        notes: Notes::new(),
    };
    let columns = match beside.parts() {
        Parts::Tables(tables) => found.choose_table(file, &tables, number)?,
        _ if number > 1 => return Err(found.no_table(file, number)),
        Parts::Gap => {
            found.note("an empty column between others; what stands on both sides is read as one table", 1);
            0..opened.info().width
        }
        Parts::One => 0..opened.info().width,
    };
    found.write(file, &mut opened, &columns, limits)?;
    Ok(Some(found))
}

/// A sheet, and what passing over it shows.
type Surveyed<'b> = (Sheet<Cursor<&'b [u8]>>, Beside);

fn surveyed<'b>(
    file: &str,
    bytes: &'b [u8],
    wanted: Option<&str>,
    limits: Limits,
) -> Result<Surveyed<'b>, SourceError> {
    let mut opened = Sheet::open(file, Cursor::new(bytes), wanted, limits)?;
    let mut beside = Beside::default();
    opened.each_row(&mut |row| {
        beside.hear(row.cells.iter());
        ControlFlow::Continue(())
    })?;
    Ok((opened, beside))
}

/// The first sheet that holds a table or a list, where there is one: some workbooks open with a sheet of remarks.
fn first_table<'b>(file: &str, bytes: &'b [u8], limits: Limits) -> Result<Surveyed<'b>, SourceError> {
    // Guessed: nobody puts more before a table, and each is read whole.
    const SHEETS: usize = 6;
    let first = surveyed(file, bytes, None, limits);
    let is_bare = match &first {
        Ok((_, beside)) => !beside.has_entries(),
        Err(error) => matches!(error, SourceError::Empty { .. }),
    };
    for number in (2..=SHEETS).take_while(|_| is_bare) {
        match surveyed(file, bytes, Some(&number.to_string()), limits) {
            Ok(found) if found.1.has_entries() => return Ok(found),
            Err(SourceError::NoSheet { .. }) => break,
            _ => {}
        }
    }
    first
}

/// `Twins, table 2` is the second of the tables side by side in that sheet.
fn table_of_sheet(wanted: Option<&str>) -> (Option<&str>, usize) {
    let parted = wanted.and_then(|wanted| wanted.rsplit_once(", table "));
    let numbered = parted.and_then(|(sheet, number)| Some((sheet, number.parse().ok()?)));
    numbered.map_or((wanted, 1), |(sheet, number)| (Some(sheet), number))
}

impl SheetText {
    fn note(&mut self, note: &str, times: u64) {
        self.notes.insert(note.to_owned(), times);
    }

    fn no_table(&self, file: &str, number: usize) -> SourceError {
        let (file, known) = (file.to_owned(), self.sheet.clone());
        SourceError::NoSheet { file, wanted: format!("{}, table {number}", self.sheet), known }
    }

    /// The columns of one of several tables; the others are told.
    fn choose_table(
        &mut self,
        file: &str,
        tables: &[Range<usize>],
        number: usize,
    ) -> Result<Range<usize>, SourceError> {
        let columns = number.checked_sub(1).and_then(|place| tables.get(place)).cloned();
        let columns = columns.ok_or_else(|| self.no_table(file, number))?;
        let others = (1..=tables.len()).filter(|other| *other != number);
        let others: Vec<String> = others.map(|other| format!("{}, table {other}", self.sheet)).collect();
        self.others.splice(0..0, others);
        self.encoding = format!("{}, table {number}", self.encoding);
        Ok(columns)
    }

    fn write(
        &mut self,
        file: &str,
        opened: &mut Sheet<Cursor<&[u8]>>,
        columns: &Range<usize>,
        limits: Limits,
    ) -> Result<(), SourceError> {
        let (width, areas) = (opened.info().width, opened.merged(file)?);
        let (mut merges, mut heads, mut blocks) = (Merges::of(&areas), Heads::of(&areas), Blocks::default());
        let mut table = csv::Writer::from_writer(Vec::new());
        let own = |cells: &[String]| cells.get(columns.clone()).unwrap_or_default().to_vec();
        let (mut failed, mut too_large) = (None, Ok(()));
        let (mut waiting, mut numbers) = (Vec::new(), Vec::new());
        opened.each_row(&mut |row| {
            let mut cells: Vec<String> = row.cells.iter().map(ToOwned::to_owned).collect();
            cells.resize(width, String::new());
            merges.fill(row.number, &mut cells);
            let filled = own(&cells).iter().filter(|cell| !cell.trim().is_empty()).count();
            blocks.hear(filled);
            if filled > 0 {
                let ready = heads.pass(row.number, cells);
                waiting.push(row.number);
                // Of two rows of heads that became one, the lower counts.
                let passed = if ready.is_empty() { 0 } else { waiting.len() };
                numbers.extend(waiting.drain(..passed).skip(passed - ready.len()));
                failed = ready.iter().find_map(|cells| table.write_record(own(cells)).err());
                // Rows are as wide as the widest: a tall sheet with one far cell is far more text than file.
                too_large = limits.check_bytes(file, table.get_ref().len() as u64);
            }
            if failed.is_some() || too_large.is_err() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        too_large?;
        numbers.append(&mut waiting);
        self.row_numbers = numbers.into();
        let unreadable = |reason: String| SourceError::Unreadable { file: file.to_owned(), reason };
        let failed = failed.or_else(|| table.write_record(own(&heads.last()?)).err());
        if let Some(error) = failed {
            return Err(unreadable(error.to_string()));
        }
        self.text = table.into_inner().map_err(|error| unreadable(error.to_string()))?;
        if merges.filled > 0 {
            self.note("merged cells filled down", merges.filled);
        }
        if blocks.tables() > 1 {
            self.note("tables that empty rows part, read as one", blocks.tables());
        }
        Ok(())
    }
}

/// Runs of rows between rows without a word.
#[derive(Debug, Default)]
struct Blocks {
    ended: u64,
    /// Rows of the present run with two cells and more: titles and notes have one.
    rows: u64,
}

impl Blocks {
    fn hear(&mut self, filled: usize) {
        match filled {
            0 => *self = Self { ended: self.tables(), rows: 0 },
            1 => {}
            _ => self.rows += 1,
        }
    }

    fn tables(&self) -> u64 {
        self.ended + u64::from(self.rows > 1)
    }
}

/// Cells merged over several rows.
#[derive(Debug, Default)]
struct Merges {
    /// By the row where they begin: the column, and the last row.
    begin: BTreeMap<u64, Vec<Merge>>,
    /// By column, of which each is in one area at a time: until which row, and its text.
    open: BTreeMap<usize, (u64, String)>,
    filled: u64,
}

#[derive(Debug, Clone, Copy)]
struct Merge {
    column: usize,
    last: u64,
}

impl Merges {
    fn of(areas: &[Dimensions]) -> Self {
        let mut merges = Self::default();
        for area in areas.iter().filter(|area| area.end.0 > area.start.0) {
            let merge = Merge { column: area.start.1 as usize, last: u64::from(area.end.0) + 1 };
            merges.begin.entry(u64::from(area.start.0) + 1).or_default().push(merge);
        }
        merges
    }

    fn fill(&mut self, row: u64, cells: &mut [String]) {
        self.open.retain(|_, (last, _)| *last >= row);
        for (column, (_, text)) in &self.open {
            if let Some(cell) = cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                cell.clone_from(text);
                self.filled += 1;
            }
        }
        for merge in self.begin.remove(&row).unwrap_or_default() {
            let text = cells.get(merge.column).cloned().unwrap_or_default();
            self.open.insert(merge.column, (merge.last, text));
        }
    }
}
