//! What an XLS says of its own size, looked at before a reader believes it: chains of sectors that end, sheets that fit.

use std::io::{Read, Seek};

use crate::error::SourceError;
use crate::limits::Limits;
use crate::sheet::text::unreadable;

/// Numbers from here on are no sectors but say that one is free or the last (MS-CFB 2.1).
const LARGEST_SECTOR: u32 = 0xffff_fffa;
/// Streams shorter than this lie in small sectors.
const LEAST_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// The reader follows chains of sectors for ever, and makes room for as many cells as a sheet claims to have.
pub(super) fn check(file: &str, bytes: &mut (impl Read + Seek), limits: Limits) -> Result<(), SourceError> {
    let mut all = Vec::new();
    bytes.read_to_end(&mut all).map_err(|error| unreadable(file, &error))?;
    let damaged = || unreadable(file, &"its table of sectors is damaged");
    let book = Compound::of(&all).ok_or_else(damaged)?;
    let Some(stream) = book.stream("workbook").or_else(|| book.stream("book")) else { return Ok(()) };
    for sheet in sheets(&stream) {
        let size = SheetSize::of(Records { stream: &stream, at: sheet });
        limits.check_cells(file, size.cells())?;
    }
    Ok(())
}

/// A file of sectors, each of which names the next.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    next_small: Vec<u32>,
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    /// `None` where a chain runs in a ring, or the tables name more than the file holds.
    fn of(bytes: &'b [u8]) -> Option<Self> {
        let sector = match number(bytes, 30, 2)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let empty = Self { bytes, sector, next: Vec::new(), next_small: Vec::new(), directory: Vec::new() };
        let next: Vec<u32> =
            empty.tables()?.into_iter().filter_map(|id| empty.sector(id)).flat_map(numbers).collect();
        let book = Self { next, ..empty };
        if !ends(&book.next) {
            return None;
        }
        let small = book.chain(number(bytes, 60, 4)?);
        let next_small: Vec<u32> = numbers(&small).collect();
        let directory = book.chain(number(bytes, 48, 4)?);
        ends(&next_small).then_some(Self { next_small, directory, ..book })
    }

    /// The sectors that hold the table of sectors: 109 are named in the head, others in a chain of their own.
    fn tables(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut tables: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut more = number(self.bytes, 68, 4)?;
        for _ in 0..most {
            let Some(sector) = self.sector(more) else { break };
            tables.extend(numbers(sector));
            more = tables.pop()?;
        }
        tables.retain(|id| *id < LARGEST_SECTOR);
        (tables.len() <= most).then_some(tables)
    }

    /// The last one may be cut short.
    fn sector(&self, id: u32) -> Option<&'b [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = self.bytes.len().min(start.checked_add(self.sector)?);
        self.bytes.get(start..end).filter(|sector| id < LARGEST_SECTOR && !sector.is_empty())
    }

    fn chain(&self, start: u32) -> Vec<u8> {
        let mut chain = Vec::new();
        let mut id = start;
        while let Some(sector) = self.sector(id) {
            chain.extend_from_slice(sector);
            id = self.next.get(id as usize).copied().unwrap_or(LARGEST_SECTOR);
        }
        chain
    }

    /// A stream by its name in small letters.
    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entries = || self.directory.chunks_exact(128);
        let entry = entries().find(|entry| name_of(entry) == name)?;
        let (start, length) = (number(entry, 116, 4)?, number(entry, 120, 4)? as usize);
        let mut stream = if length < LEAST_STREAM {
            self.small_chain(&self.chain(number(entries().next()?, 116, 4)?), start)
        } else {
            self.chain(start)
        };
        stream.truncate(length);
        Some(stream)
    }

    fn small_chain(&self, sectors: &[u8], start: u32) -> Vec<u8> {
        let mut chain = Vec::new();
        let mut id = start as usize;
        while let Some(sector) = sectors.chunks(SMALL_SECTOR).nth(id) {
            chain.extend_from_slice(sector);
            id = self.next_small.get(id).map_or(usize::MAX, |next| *next as usize);
        }
        chain
    }
}

/// Whether no chain comes back to where it was.
fn ends(next: &[u32]) -> bool {
    let mut seen = vec![0; next.len()];
    (0..next.len()).all(|start| {
        let (walk, mut at) = (start + 1, start);
        while let Some(place) = seen.get_mut(at).filter(|walked| **walked == 0) {
            *place = walk;
            at = next.get(at).map_or(usize::MAX, |next| *next as usize);
        }
        seen.get(at).is_none_or(|walked| *walked != walk)
    })
}

fn name_of(entry: &[u8]) -> String {
    let letters = entry.chunks_exact(2).take(32).map(|pair| char::from(pair.first().copied().unwrap_or(0)));
    letters.take_while(|letter| *letter != '\0').collect::<String>().to_lowercase()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|four| number(four, 0, 4))
}

/// A number of two or four bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// One record after the other: a kind, a length, and so many bytes (MS-XLS 2.1.4).
struct Records<'s> {
    stream: &'s [u8],
    at: usize,
}

impl<'s> Iterator for Records<'s> {
    type Item = (u32, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) =
            (number(self.stream, self.at, 2)?, number(self.stream, self.at + 2, 2)? as usize);
        let start = self.at + 4;
        self.at = start + length;
        Some((kind, self.stream.get(start..self.at)?))
    }
}

/// Where the sheets begin; a workbook has at most so many that anybody wrote.
fn sheets(stream: &[u8]) -> impl Iterator<Item = usize> {
    const SHEET: u32 = 0x85;
    const MOST: usize = 1_000;
    let sheets = Records { stream, at: 0 }.filter(|(kind, _)| *kind == SHEET).take(MOST);
    sheets.filter_map(|(_, sheet)| Some(number(sheet, 0, 4)? as usize))
}

/// What a reader would make room for: the area that a sheet claims, and the one that its cells lie in.
#[derive(Default)]
struct SheetSize {
    claimed: u64,
    rows: u32,
    columns: u32,
}

impl SheetSize {
    fn of(records: Records<'_>) -> Self {
        const BEGINS: u32 = 0x0809;
        const ENDS: u32 = 0x000a;
        let (mut size, mut depth) = (Self::default(), 0_u32);
        for (kind, record) in records {
            match kind {
                BEGINS => depth += 1,
                ENDS if depth <= 1 => break,
                ENDS => depth -= 1,
                _ if depth <= 1 => size.hear(kind, record),
                _ => {}
            }
        }
        size
    }

    fn hear(&mut self, kind: u32, record: &[u8]) {
        const AREA: u32 = 0x0200;
        const CELLS: [u32; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];
        if kind == AREA {
            self.claimed = self.claimed.max(area(record).unwrap_or_default());
        } else if CELLS.contains(&kind) {
            let (row, column) = (number(record, 0, 2), number(record, 2, 2));
            self.rows = self.rows.max(row.map_or(0, |row| row + 1));
            self.columns = self.columns.max(column.map_or(0, |column| column + 1));
        }
    }

    fn cells(&self) -> u64 {
        self.claimed.max(u64::from(self.rows) * u64::from(self.columns))
    }
}

/// Rows times columns; a sheet that ends before it begins is as large as can be.
fn area(record: &[u8]) -> Option<u64> {
    let width = if record.len() == 10 { 2 } else { 4 };
    let rows = number(record, width, width)?.wrapping_sub(number(record, 0, width)?);
    let (first, last) = (number(record, 2 * width, 2)?, number(record, 2 * width + 2, 2)?);
    let first = if first > 0xff || last < first { 0 } else { first };
    Some(u64::from(rows) * u64::from(last - first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_of_sectors_is_told_from_chains() {
        const LAST: u32 = 0xffff_fffe;
        assert!(ends(&[1, 2, LAST, 2]));
        assert!(ends(&[]));
        assert!(!ends(&[1, 2, 0]));
        assert!(!ends(&[LAST, 1]));
        assert!(!ends(&[3, LAST, LAST, 2, 5, 4]));
    }

    #[test]
    fn a_sheet_is_as_large_as_it_claims_or_its_cells_lie() {
        let claim = |rows: u32| [&0_u32.to_le_bytes()[..], &rows.to_le_bytes(), &[0, 0, 3, 0, 0, 0]].concat();
        assert_eq!(area(&claim(5)), Some(15));
        assert_eq!(area(&claim(u32::MAX)), Some(3 * u64::from(u32::MAX)));
        let cell = [0x03, 0x02, 14, 0, 9, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert_eq!(SheetSize::of(Records { stream: &cell, at: 0 }).cells(), 20);
    }
}
