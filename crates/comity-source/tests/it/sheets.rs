//! Tables as they lie in their files: every cell of every row comes out, in order.

use std::io::Cursor;
use std::ops::ControlFlow;

use comity_source::{Limits, Sheet, SheetFormat};
use proptest::prelude::*;

fn open(file: &str, bytes: &[u8]) -> Result<Sheet<Cursor<Vec<u8>>>, String> {
    Sheet::open(file, Cursor::new(bytes.to_vec()), None, Limits::default()).map_err(|error| error.to_string())
}

fn rows(sheet: &mut Sheet<Cursor<Vec<u8>>>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let shown = sheet.each_row(&mut |row| {
        rows.push(row.cells.iter().map(ToOwned::to_owned).collect());
        ControlFlow::Continue(())
    });
    shown.unwrap();
    rows
}

/// What is said of the file, then its cells: `|` between them, `/` between rows.
#[track_caller]
fn check(file: &str, bytes: &[u8], about: &str, cells: &str) {
    let mut sheet = open(file, bytes).unwrap();
    let SheetFormat::Text { encoding, repairs, delimiter, quoted, mark } = sheet.info().format.clone() else {
        panic!("a text")
    };
    let said = format!("{encoding} {repairs} {delimiter:?} quoted {quoted} mark {mark}");
    assert_eq!(said, about, "{file}");
    let found = rows(&mut sheet);
    let joined: Vec<String> = found.iter().map(|row| row.join("|")).collect();
    assert_eq!(joined.join("/"), cells, "{file}");
    assert_eq!(sheet.info().rows, found.len() as u64);
    assert_eq!(sheet.info().width, found.iter().map(Vec::len).max().unwrap_or(0));
}

#[test]
fn encodings_and_delimiters_are_told_by_the_bytes() {
    check("a.csv", b"city,n\nLyon,1\n", "UTF-8 0 ',' quoted true mark false", "city|n/Lyon|1");
    check(
        "a.csv",
        "\u{feff}Stadt;n\nKöln;1\n".as_bytes(),
        "UTF-8 0 ';' quoted true mark true",
        "Stadt|n/Köln|1",
    );
    check(
        "a.csv",
        b"Stadt;n\r\nK\xf6ln;1\r\n",
        "windows-1252 0 ';' quoted true mark false",
        "Stadt|n/Köln|1",
    );
    check(
        "a.csv",
        b"\xff\xfec\0,\0n\0\n\0K\0,\0\xf6\0\n\0",
        "UTF-16LE 0 ',' quoted true mark true",
        "c|n/K|ö",
    );
    check("a.csv", b"a,b\n\n\"x,\"\"y\",\n", "UTF-8 0 ',' quoted true mark false", "a|b//x,\"y|");
    check("a.txt", b"a|b\nc|d\n", "UTF-8 0 '|' quoted true mark false", "a|b/c|d");
}

#[test]
fn quotation_marks_among_tabs_count_where_they_close() {
    check("a.tsv", b"a\tb\n\"x\ny\"\tc\nd\te\n", "UTF-8 0 '\\t' quoted true mark false", "a|b/x\ny|c/d|e");
    check("a.tsv", b"a\tb\n\"t\tc\n", "UTF-8 0 '\\t' quoted false mark false", "a|b/\"t|c");
    check("a.tsv", b"a\tb\n\"t, u\"\tc\n", "UTF-8 0 '\\t' quoted true mark false", "a|b/t, u|c");
    check(
        "a.tsv",
        b"city, state\tn\nX, Y\t1\n",
        "UTF-8 0 '\\t' quoted false mark false",
        "city, state|n/X, Y|1",
    );
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    let refused = |file: &str, bytes: &[u8]| open(file, bytes).err().unwrap();
    assert_eq!(refused("a.csv", b" \n"), "a.csv is empty");
    assert_eq!(refused("a.csv", b"%PDF-1.7"), "a.csv is no table: it looks like a PDF; save it as CSV");
    assert_eq!(
        refused("a.csv", b"<!doctype html>"),
        "a.csv is no table: it looks like a web page or XML; save it as CSV"
    );
    assert_eq!(
        refused("a.csv", b"a,b\n\0\x01,c\n"),
        "a.csv is no table: it looks like binary data; save it as CSV"
    );
    assert!(refused("a.xlsx", b"PK\x03\x04 no archive").starts_with("a.xlsx cannot be read: "));
    let limits = Limits { rows: 2, ..Limits::default() };
    let error = Sheet::open("a.csv", Cursor::new(b"a\nb\nc\n".to_vec()), None, limits).err().unwrap();
    assert_eq!(error.to_string(), "a.csv has 3 rows, more than the limit of 2 rows");
    assert_eq!(
        refused("a.csv", &vec![0; 1 << 20]),
        "a.csv is no table: it looks like binary data; save it as CSV"
    );
}

fn refusal(bytes: &[u8], limits: Limits) -> String {
    Sheet::open("a", Cursor::new(bytes.to_vec()), None, limits).err().unwrap().to_string()
}

#[test]
fn what_is_too_large_is_refused_by_name() {
    let small = Limits {
        bytes: 5_000,
        row: 5_000,
        workbook: 5_000,
        unpacked: 50_000,
        held: 40_000,
        ..Limits::default()
    };
    assert_eq!(refusal(&[b'a'; 5_001], small), "a has 5001 bytes, more than the limit of 5000 bytes");
    let wide = Limits { bytes: 1 << 20, ..small };
    let rows = [b"a\nb\n\"".to_vec(), vec![b'c'; 100_000]].concat();
    assert_eq!(refusal(&rows, wide), "a, row 3: 100001 bytes, more than the limit of 5000 bytes in a row");
    assert_eq!(
        refusal(&packed("xl/sharedStrings.xml", 50_001), small),
        "a has 50001 bytes unpacked, more than the limit of 50000 bytes unpacked"
    );
    assert_eq!(
        refusal(&packed("xl/sharedStrings.xml", 40_001), small),
        "a has 40001 bytes of texts unpacked, more than the limit of 40000 bytes of texts unpacked"
    );
    let longer = Limits { row: 50_000, ..small };
    assert!(refusal(&packed("xl/worksheets/sheet1.xml", 40_001), longer).starts_with("a cannot be read: "));
    let bytes = [b"PK\x03\x04".to_vec(), vec![b'a'; 5_001]].concat();
    assert_eq!(
        refusal(&bytes, small),
        "a has 5005 bytes for a workbook, more than the limit of 5000 bytes for a workbook"
    );
}

/// An archive with one part of so many spaces.
fn packed(name: &str, size: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut archive, &vec![b' '; size]).unwrap();
    archive.finish().unwrap().into_inner()
}

proptest! {
    #[test]
    fn what_a_table_was_written_from_comes_out(table in prop::collection::vec(prop::collection::vec("[a-zé,\"\n\r '=-]{0,6}", 2..5), 1..8)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(["name", "country", "more"]).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let mut sheet = open("a.csv", &writer.into_inner().unwrap()).unwrap();
        prop_assert_eq!(&rows(&mut sheet)[1..], &table);
    }
}
