//! A table of rows in the shape its profile gives them.

use std::collections::HashSet;
use std::io::BufReader;
use std::sync::Arc;

use comity_model::{Problem, Record, SourceId};

use crate::cut::{Cut, Next};
use crate::date_style::DateStyle;
use crate::ditto::fill_dittos;
use crate::encoding::Decoding;
use crate::entities::BoundEntities;
use crate::header::Header;
use crate::limits::Limits;
use crate::members::BoundMembers;
use crate::pairs::BoundPairs;
use crate::profile::{ListProfile, Shape};
use crate::reading::SourceRow;
use crate::roles::Roles;
use crate::stray_quote::StrayQuote;
use crate::stray_row::{Stray, stray_row};
use crate::table_row::{Notes, TableRow};
use crate::transcode::Utf8Reader;

/// A decoded text, cut into rows.
pub(crate) type CutText<'a> = Cut<BufReader<Utf8Reader<'a>>>;

/// Cuts the text of a file into rows; all of them, the header included. Quotation marks at `strays` are passed over.
pub(crate) fn cut<'a>(
    delimiter: u8,
    decoding: Decoding,
    bytes: &'a [u8],
    strays: &[StrayQuote],
    limits: Limits,
) -> CutText<'a> {
    Cut::new(BufReader::new(decoding.reader_without(bytes, strays)), delimiter, true, limits)
}

/// The problem of a row or a line that was not held.
pub(crate) fn too_long(file: &str, row: u64, start: &str, bytes: u64, limits: Limits) -> SourceRow {
    let expected = if bytes > limits.row as u64 {
        format!("at most {} bytes in a row, not {bytes} (limit: row)", limits.row)
    } else {
        format!("at most {} cells in a row (limit: columns)", limits.row_cells())
    };
    let problem = Problem::new(file, row, "", start, &expected);
    SourceRow { number: row, records: Vec::new(), problems: vec![problem] }
}

/// The rows of an open table below its header.
pub(crate) struct TableRows<'a> {
    pub(crate) table: CutText<'a>,
    pub(crate) header: Header,
    pub(crate) source: SourceId,
    pub(crate) shape: BoundShape,
    pub(crate) missing: Vec<String>,
    /// How each column writes its dates.
    pub(crate) styles: Vec<DateStyle>,
    pub(crate) limits: Limits,
    /// How many rows were read, those above the data included.
    pub(crate) number: u64,
    /// What they are counted as, where that is something else.
    pub(crate) numbers: Arc<[u64]>,
    pub(crate) cells: csv::StringRecord,
    /// The row before it, its ditto marks filled.
    pub(crate) above: csv::StringRecord,
    /// What the profile calls its columns, folded.
    pub(crate) known: HashSet<String>,
    /// The row with which another table began: none after it is read.
    pub(crate) other_table: Option<u64>,
}

/// What a column holds by the look of its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adopted {
    Country,
    /// Countries by their codes of FIPS 10-4.
    Fips,
    /// Items of Wikidata or UN/LOCODEs.
    Code,
}

/// A shape whose columns have been found.
pub(crate) enum BoundShape {
    Pairs(Box<BoundPairs>),
    Members(Box<BoundMembers>),
    Entities(Box<BoundEntities>),
}

impl BoundShape {
    pub(crate) fn of(profile: &ListProfile, header: &Header) -> Option<Self> {
        Some(match &profile.shape {
            Shape::Pairs(pairs) => Self::Pairs(Box::new(pairs.bind(header)?)),
            Shape::Members(members) => Self::Members(Box::new(members.bind(header)?)),
            Shape::Entities(entities) => Self::Entities(Box::new(entities.bind(header)?)),
        })
    }

    /// What each column is read as.
    pub(crate) fn roles(&self) -> Roles {
        match self {
            Self::Pairs(pairs) => pairs.roles(),
            Self::Members(members) => members.roles(),
            Self::Entities(entities) => entities.roles(),
        }
    }

    /// Takes a column that only its cells tell, for the end that it stands beside and that has none of its sort.
    pub(crate) fn adopt(&mut self, place: usize, what: Adopted) {
        let party = match self {
            Self::Pairs(pairs) => pairs.nearest(place),
            Self::Members(members) => &mut members.member,
            Self::Entities(entities) => &mut entities.entity,
        };
        let has_country = !party.country.is_empty() || !party.fips.is_empty();
        match what {
            Adopted::Country if !has_country => party.country.push(place),
            Adopted::Fips if !has_country => party.fips.push(place),
            Adopted::Code if party.code.is_empty() => party.code.push(place),
            _ => {}
        }
    }

    pub(crate) fn adopt_start(&mut self, place: usize) {
        match self {
            Self::Pairs(pairs) => pairs.adopt_start(place),
            Self::Members(members) => members.adopt_start(place),
            Self::Entities(_) => {}
        }
    }

    fn read(&mut self, row: &mut TableRow<'_>) -> Vec<Record> {
        match self {
            Self::Pairs(pairs) => pairs.read(row),
            Self::Members(members) => members.read(row),
            Self::Entities(entities) => entities.read(row),
        }
    }
}

impl TableRows<'_> {
    pub(crate) fn next_row(&mut self, file: &str, notes: &mut Notes) -> Option<SourceRow> {
        self.number += 1;
        match self.table.next_filled().expect("decoded text is in memory") {
            Next::End => None,
            Next::Row => {
                self.table.fill(&mut self.cells);
                let dittos = fill_dittos(&self.above, &mut self.cells);
                if dittos > 0 {
                    *notes.entry("ditto marks read as the cell above".to_owned()).or_default() += dittos;
                }
                let row = self.read(file, notes);
                self.above.clone_from(&self.cells);
                Some(row)
            }
            Next::TooLong { bytes, start } => {
                Some(too_long(file, self.counted(), &start, bytes, self.limits))
            }
        }
    }

    /// What the row read last is counted as.
    fn counted(&self) -> u64 {
        let place = usize::try_from(self.number).ok().and_then(|number| number.checked_sub(1));
        place.and_then(|place| self.numbers.get(place)).copied().unwrap_or(self.number)
    }

    fn read(&mut self, file: &str, notes: &mut Notes) -> SourceRow {
        let number = self.counted();
        let unread = self.unread();
        let mut row = TableRow {
            file,
            source: &self.source,
            number,
            header: &self.header,
            cells: &self.cells,
            missing: &self.missing,
            styles: &self.styles,
            kept: Vec::new(),
            notes,
            problems: Vec::new(),
        };
        let records = match unread {
            Some(expected) => {
                let text = row.text();
                row.problem(&[], &text, &expected);
                Vec::new()
            }
            None => self.shape.read(&mut row),
        };
        SourceRow { number, records, problems: row.problems }
    }

    /// Why nothing is read from the row.
    fn unread(&mut self) -> Option<String> {
        if let Some(other) = self.other_table {
            return Some(format!("a row of the first table; another begins in row {other}"));
        }
        let Some(stray) = stray_row(&self.header, &self.known, &self.cells) else {
            return misshapen(&self.header, &self.cells, self.limits);
        };
        self.other_table = (stray == Stray::OtherHeading).then(|| self.counted());
        Some(stray.expected().to_owned())
    }
}

/// What is wrong with the cells as such: one alone where there are several columns, too many that say something, one
/// too long. Empty cells at the end may be left out, as spreadsheets do.
fn misshapen(header: &Header, cells: &csv::StringRecord, limits: Limits) -> Option<String> {
    let width = header.written.len();
    let spare = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
    let alone = cells.len() == 1 && header.least_width() > 1;
    if alone || spare {
        return Some(format!("{width} cells, not {}", cells.len()));
    }
    let long = cells.iter().any(|cell| cell.len() > limits.cell);
    long.then(|| format!("at most {} bytes in a cell (limit: cell)", limits.cell))
}
