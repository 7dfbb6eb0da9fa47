//! A file being read: its rows one after the other, then what was looked at and how it went.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::sync::Arc;

use comity_model::{
    Completeness, Coverage, EntityId, FuzzyDate, Line, LinkKind, Period, Problem, Record, Shape, Source,
    SourceId, read_line,
};
use smol_str::SmolStr;

use crate::limits::Limits;
use crate::profile::ListProfile;
use crate::records::{self, RecordRows};
use crate::roles::ColumnRole;
use crate::table::{TableRows, too_long};
use crate::table_row::Notes;
use crate::transcode::Utf8Reader;

/// What the reader of a file may say about it. Everything may be left out.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// How to read it; left out: the shipped profile that fits best.
    pub profile: Option<ListProfile>,
    /// What the source is called; left out: as the profile or the file.
    pub title: Option<String>,
    /// Whose own word the file is: an office's own list.
    pub issuer: Option<EntityId>,
    /// The source that the file copies.
    pub derived_from: Option<SourceId>,
    /// The day the file describes or was published.
    pub date: Option<FuzzyDate>,
    /// When this edition was seen.
    pub seen: Option<FuzzyDate>,
    /// Whose partners a list without a column for them holds: `Xi'an, China`.
    pub host: Option<String>,
    /// Whose members a list without a column for networks holds: `ICLEI`.
    pub network: Option<String>,
    /// Columns, by place, that are known to hold countries whatever they are called, and those of them in codes of FIPS.
    pub countries: Vec<usize>,
    pub fips: Vec<usize>,
    /// How its bytes are to be read, such as `shift_jis` or `cp850`; left out: told by evidence.
    pub encoding: Option<String>,
    /// What stands between its cells; left out: as the profile says, or told by evidence.
    pub delimiter: Option<char>,
    /// Which sheet of a workbook or table of a page, by its name or number; left out: the first sheet that
    /// holds a table, the largest table of a page.
    pub sheet: Option<String>,
    /// Digest of the file that the text was taken out of; left out: of the text itself.
    pub digest: Option<SmolStr>,
    /// What each row is counted as in the file that the text was taken out of; left out: as in the text.
    pub row_numbers: Arc<[u64]>,
    pub limits: Limits,
}

/// What one row came to. A row that lists several things may have both records and problems.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceRow {
    /// 1-based; the header is a row.
    pub number: u64,
    pub records: Vec<Record>,
    pub problems: Vec<Problem>,
}

/// The file once it is open, and an iterator over its rows.
pub struct TableReader<'a> {
    pub file: String,
    /// The profile that is used; `None` for records, which need none.
    pub profile: Option<String>,
    /// `None` for records, which bring their own sources.
    pub source: Option<Source>,
    /// How the bytes were decoded: `UTF-8`, `macintosh`, `UTF-8 with stray macintosh` …
    pub encoding: String,
    /// Whether the encoding was told by evidence that leaves no doubt; else it is a guess.
    pub encoding_sure: bool,
    /// Stray bytes read in another encoding, or places where nothing fitted and `�` stands.
    pub repairs: u64,
    /// What each column is read as; none for records.
    pub columns: Vec<ColumnRole>,
    /// The cells of each column in the first rows, empty where they are long.
    pub samples: Vec<Vec<String>>,
    pub(crate) completeness: Completeness,
    pub(crate) rows: RowStream<'a>,
    pub(crate) counts: Counts,
}

pub(crate) enum RowStream<'a> {
    Table(Box<TableRows<'a>>),
    Lines(Box<Lines<'a>>),
    Records(Box<RecordRows<'a>>),
}

/// Records, one a line.
pub(crate) struct Lines<'a> {
    pub(crate) text: BufReader<Utf8Reader<'a>>,
    pub(crate) line: Vec<u8>,
    /// The number of the line read last.
    pub(crate) number: u64,
    pub(crate) limits: Limits,
}

/// How it went so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    pub rows: u64,
    /// Rows without a problem.
    pub read: u64,
    pub problem_rows: u64,
    pub problems: u64,
    pub claims: u64,
    /// What was understood and set aside, with how often.
    pub notes: Notes,
    found: BTreeMap<(LinkKind, Option<EntityId>), u64>,
}

impl Iterator for TableReader<'_> {
    type Item = SourceRow;

    fn next(&mut self) -> Option<SourceRow> {
        let row = match &mut self.rows {
            RowStream::Table(rows) => rows.next_row(&self.file, &mut self.counts.notes)?,
            RowStream::Lines(lines) => lines.next_row(&self.file)?,
            RowStream::Records(rows) => rows.next_row(&self.file)?,
        };
        self.counts.add(&row);
        Some(row)
    }
}

impl TableReader<'_> {
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// What this file was searched for and what was found: to be asked for after the last row.
    pub fn coverage(&self) -> Vec<Coverage> {
        let Some(source) = &self.source else { return Vec::new() };
        let note: Vec<String> = self.counts.notes.iter().map(|(what, n)| format!("{what} ({n})")).collect();
        let note = SmolStr::new(note.join("; "));
        let each = self.counts.found.iter().map(|((link, object), found)| Coverage {
            source: source.id.clone(),
            link: *link,
            subject: None,
            object: object.clone(),
            period: Period::unstated(),
            looked: source.date.clone(),
            completeness: self.completeness,
            read: None,
            exhaustive: false,
            found: Some(*found),
            note: note.clone(),
        });
        each.collect()
    }
}

impl Counts {
    fn add(&mut self, row: &SourceRow) {
        self.rows += 1;
        *(if row.problems.is_empty() { &mut self.read } else { &mut self.problem_rows }) += 1;
        self.problems += row.problems.len() as u64;
        for record in &row.records {
            let Record::Claim(claim) = record else { continue };
            self.claims += 1;
            if let Shape::Link { kind, object, .. } = &claim.shape {
                *self.found.entry((*kind, object.id.clone())).or_default() += 1;
            }
        }
    }
}

impl Lines<'_> {
    /// Blank lines are passed over.
    fn next_row(&mut self, file: &str) -> Option<SourceRow> {
        loop {
            let read = read_line(&mut self.text, self.limits.row, &mut self.line);
            let read = read.expect("decoded text is in memory")?;
            self.number += 1;
            let line = String::from_utf8_lossy(&self.line);
            if let Line::TooLong { bytes } = read {
                return Some(too_long(file, self.number, &line, bytes, self.limits));
            }
            if let Some(row) = records::read_line(file, self.number, &line) {
                return Some(row);
            }
        }
    }
}
