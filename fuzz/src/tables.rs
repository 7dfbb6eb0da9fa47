//! Lists as text, in any encoding, by a shipped profile or whichever fits.

use std::sync::LazyLock;

use comity_ingest::propose;
use comity_model::Record;
use comity_source::{Limits, ListProfile, ReadOptions, read, shipped_profiles};

use crate::worlds::gazetteer;
use crate::{choice, chosen};

/// So small that inputs of some thousand bytes reach them.
pub(crate) const LIMITS: Limits = Limits {
    bytes: 1 << 20,
    rows: 500,
    columns: 40,
    row: 1 << 11,
    cell: 1 << 8,
    workbook: 1 << 20,
    unpacked: 1 << 20,
    held: 1 << 18,
    cells: 5_000,
    page: 1 << 18,
};

const ENCODINGS: [Option<&str>; 10] = [
    None,
    Some("utf-8"),
    Some("windows-1252"),
    Some("shift_jis"),
    Some("euc-jp"),
    Some("gb18030"),
    Some("big5"),
    Some("euc-kr"),
    Some("cp850"),
    Some("utf-16le"),
];

/// None first: whichever fits.
static PROFILES: LazyLock<Vec<Option<ListProfile>>> =
    LazyLock::new(|| std::iter::once(None).chain(shipped_profiles().into_iter().map(Some)).collect());

pub(crate) fn run(data: &[u8]) {
    let (encoding, rest) = choice(data);
    let (way, file) = choice(rest);
    let encoding = chosen(&ENCODINGS, encoding).copied().flatten();
    let profile = chosen(&PROFILES, way).cloned().flatten();
    let host = way.is_some_and(|way| way % 2 == 1).then(|| "Lyon, France".to_owned());
    let encoding = encoding.map(ToOwned::to_owned);
    read_all(file, &ReadOptions { profile, host, encoding, limits: LIMITS, ..ReadOptions::default() });
}

/// Reads every row; what comes of it must be records that can be written and read.
pub(crate) fn read_all(file: &[u8], options: &ReadOptions) {
    let _ = propose(gazetteer(), "list", file, options);
    let Ok(mut reading) = read("list", file, options) else { return };
    let mut rows = 0;
    for row in reading.by_ref() {
        rows += 1;
        assert!(row.number >= 1);
        for record in &row.records {
            assert_eq!(Record::from_line(&record.to_line()).as_ref(), Ok(record), "a row can be written");
        }
    }
    let counts = reading.counts();
    assert_eq!((counts.rows, counts.read + counts.problem_rows), (rows, rows), "every row is counted once");
    let _ = reading.coverage();
}
