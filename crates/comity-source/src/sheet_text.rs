//! A sheet of a workbook as comma-separated text, merged cells filled down, so that it is read as any table.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::ControlFlow;

use calamine::Dimensions;
use smol_str::SmolStr;

use crate::error::SourceError;
use crate::heads::Heads;
use crate::limits::Limits;
use crate::sheet::{Sheet, SheetFormat, is_workbook};

/// What a workbook's sheet holds, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetText {
    pub text: Vec<u8>,
    /// Of the workbook's bytes.
    pub digest: SmolStr,
    pub sheet: String,
    /// The sheets that were not read.
    pub others: Vec<String>,
    /// Cells that say what the merged cell above them says.
    pub filled: u64,
    /// Tables of two rows and more that rows without a word set apart.
    pub tables: u64,
}

/// The sheet of a workbook by its name or number, or the first; `None` where the file is no workbook.
///
/// Rows in which no cell says anything are left out.
///
/// # Errors
/// When the workbook cannot be read, is larger than the limits, or has no such sheet.
pub fn sheet_text(
    file: &str,
    bytes: &[u8],
    sheet: Option<&str>,
    limits: Limits,
) -> Result<Option<SheetText>, SourceError> {
    if !is_workbook(bytes) {
        return Ok(None);
    }
    let mut opened = Sheet::open(file, Cursor::new(bytes), sheet, limits)?;
    let SheetFormat::Workbook { sheet, others } = opened.info().format.clone() else { return Ok(None) };
    let (width, areas) = (opened.info().width, opened.merged(file)?);
    let (mut merges, mut heads, mut blocks) = (Merges::of(&areas), Heads::of(&areas), Blocks::default());
    let mut table = csv::Writer::from_writer(Vec::new());
    let (mut failed, mut too_large) = (None, Ok(()));
    opened.each_row(&mut |row| {
        let mut cells: Vec<String> = row.cells.iter().map(ToOwned::to_owned).collect();
        cells.resize(width, String::new());
        merges.fill(row.number, &mut cells);
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        blocks.hear(filled);
        if filled > 0 {
            let ready = heads.pass(row.number, cells);
            failed = ready.iter().find_map(|cells| table.write_record(cells).err());
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
    let unreadable = |reason: String| SourceError::Unreadable { file: file.to_owned(), reason };
    let failed = failed.or_else(|| table.write_record(&heads.last()?).err());
    if let Some(error) = failed {
        return Err(unreadable(error.to_string()));
    }
    let text = table.into_inner().map_err(|error| unreadable(error.to_string()))?;
    let digest = SmolStr::new(blake3::hash(bytes).to_hex().as_str());
    Ok(Some(SheetText { text, digest, sheet, others, filled: merges.filled, tables: blocks.tables() }))
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
