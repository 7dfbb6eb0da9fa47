//! `comity reconcile` on small tables: `cases/reconcile`, workbooks, and what is refused.

use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;

use comity_fixtures::needs_gazetteer;
use comity_source::{CellKind, Limits, Sheet, SheetRow};

use crate::{comity, done};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/reconcile");

fn rows(path: &Path) -> Vec<SheetRow> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut sheet =
        Sheet::open(&name, Cursor::new(fs::read(path).unwrap()), None, Limits::default()).unwrap();
    let mut rows = Vec::new();
    sheet
        .each_row(&mut |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })
        .unwrap();
    rows
}

/// The result without what changes with every gazetteer and every set of weights.
fn lasting(path: &Path) -> String {
    const PASSING: [&str; 10] = [
        "comity_id",
        "match_name",
        "match_admin",
        "match_lat",
        "match_lon",
        "score",
        "reasons",
        "alternatives",
        "match_level",
        "match_type",
    ];
    let rows = rows(path);
    let header = rows.iter().find(|row| row.cells.iter().any(|cell| cell.contains("comity_id"))).unwrap();
    let lasts = |column: usize| {
        let name = header.cells.get(column).unwrap_or_default();
        !PASSING.iter().any(|passing| name.trim_end_matches("_2").ends_with(passing))
    };
    let line = |row: &SheetRow| {
        let cells = row.cells.iter().enumerate().filter(|(column, _)| lasts(*column));
        cells.map(|(_, cell)| cell).collect::<Vec<_>>().join(" | ")
    };
    let lines: Vec<String> = rows.iter().map(|row| line(row).trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// Each folder holds `arguments`, the input, and as `expected.txt` the result and the story.
#[test]
fn each_case_comes_out_as_written() {
    needs_gazetteer();
    let mut wrong = Vec::new();
    for case in fs::read_dir(CASES).unwrap() {
        let case = case.unwrap().path();
        let home = tempfile::tempdir().unwrap();
        let arguments = fs::read_to_string(case.join("arguments")).unwrap();
        let mut words: Vec<&str> = arguments.split_whitespace().collect();
        let input = words.remove(0);
        fs::copy(case.join(input), home.path().join(input)).unwrap();
        let result = format!("result.{}", input.rsplit('.').next().unwrap());
        let ran = comity(home.path(), &[&["reconcile", input, "--out", &result], words.as_slice()].concat());
        assert!(ran.code < 2, "{}: {}", case.display(), ran.err);
        let found = format!("{}\n{}exit {}\n", lasting(&home.path().join(&result)), ran.err, ran.code);
        let expected = case.join("expected.txt");
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names, marks and line ends in odd mixtures, the same in every run.
fn odd_table() -> Vec<Vec<String>> {
    const PIECES: [&str; 12] =
        ["Lyon", "Köln", "", " ", "\"", ",", "\n", ";", "\t", "’s-Graven", "12.50", "圣保罗"];
    let mut seed: u64 = 7;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut cell = move || (0..next(4)).map(|_| PIECES[next(PIECES.len())]).collect::<String>();
    (0..300).map(|_| (0..4).map(|_| cell()).collect()).collect()
}

#[test]
fn the_result_without_the_added_columns_is_the_input() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    let table = odd_table();
    let mut writer = csv::Writer::from_path(home.path().join("odd.csv")).unwrap();
    writer.write_record(["name", "country", "a", "b"]).unwrap();
    for row in &table {
        writer.write_record(row).unwrap();
    }
    writer.flush().unwrap();
    for out in ["odd-out.csv", "odd-out.tsv", "odd-out.xlsx"] {
        done(home.path(), &["reconcile", "odd.csv", "--name", "name", "--country", "country", "--out", out]);
        let result = rows(&home.path().join(out));
        assert_eq!(result.len(), table.len() + 1, "{out}");
        // A cell that opens with a tab could run as a formula: it is guarded where all is text.
        let guarded = |cell: &String| {
            if cell.starts_with('\t') && out != "odd-out.xlsx" { format!("'{cell}") } else { cell.clone() }
        };
        for (row, expected) in result.iter().skip(1).zip(&table) {
            let expected: Vec<String> = expected.iter().map(guarded).collect();
            let found: Vec<&str> = row.cells.iter().take(4).collect();
            assert_eq!(found, expected, "{out}, row {}", row.number);
            // A workbook has no empty cells at the end of a row.
            let least = if out == "odd-out.xlsx" { 4 } else { 17 };
            assert!((least..=17).contains(&row.cells.len()), "{out}, row {}", row.number);
        }
    }
}

fn workbook(path: &Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write_string(0, 0, "nothing here").unwrap();
    let sheet = book.add_worksheet().set_name("Members").unwrap();
    for (column, name) in (0..).zip(["city", "country", "since", "people", "active"]) {
        sheet.write_string(0, column, name).unwrap();
    }
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(1981, 5, 3).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(1, 0, "Lyon").unwrap().write_string(1, 1, "France").unwrap();
    sheet.write_datetime_with_format(1, 2, &date, &format).unwrap();
    sheet.write_number(1, 3, 520_774.5).unwrap().write_boolean(1, 4, true).unwrap();
    sheet.write_string(3, 0, "Leipzig").unwrap().write_string(3, 4, "=not a formula").unwrap();
    book.save(path).unwrap();
}

#[test]
fn a_workbook_keeps_its_numbers_dates_and_gaps() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    workbook(&home.path().join("in.xlsx"));
    for sheet in ["Members", "2"] {
        let arguments =
            ["in.xlsx", "--sheet", sheet, "--name", "city", "--country", "country", "--out", "out.xlsx"];
        let ran = comity(home.path(), &[&["reconcile"], &arguments[..]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(
            ran.err.starts_with("in.xlsx: sheet Members (also there, --sheet reads them: Notes); rows: 2"),
            "{}",
            ran.err
        );
    }
    let result = rows(&home.path().join("out.xlsx"));
    let cells = |row: usize| result[row].cells.iter().collect::<Vec<_>>();
    assert_eq!(cells(1)[..7], ["Lyon", "France", "1981-05-03", "520774.5", "true", "gn2996944", "2996944"]);
    assert_eq!(
        result[1].kinds[1..5],
        [CellKind::Text, CellKind::Date, CellKind::Number(520_774.5), CellKind::Yes(true)]
    );
    assert_eq!(result[1].kinds[6], CellKind::Number(2_996_944.0));
    assert!(result[2].cells.is_empty(), "the blank row stays");
    assert_eq!(cells(3)[..5], ["Leipzig", "", "", "", "=not a formula"]);
    let refused = comity(
        home.path(),
        &["reconcile", "in.xlsx", "--sheet", "Guests", "--name", "city", "--out", "x.csv"],
    );
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("in.xlsx has no sheet `Guests`; it has: Notes, Members"), "{}", refused.err);
}

#[test]
fn what_cannot_run_says_why_and_leaves_nothing_behind() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("a.csv"), "City,Country\nLyon,France\n").unwrap();
    fs::write(home.path().join("b.pdf"), "%PDF-1.7").unwrap();
    for (arguments, why) in [
        ("a.csv --name town --out o.csv", "there is no column `town`; the file has: City, Country"),
        (
            "a.csv --name City --country Land --out o.csv",
            "there is no column `Land`; the file has: City, Country",
        ),
        (
            "a.csv --name City --name Country --country Country --out o.csv",
            "--country is given for 1 of 2 columns of names",
        ),
        (
            "a.csv --name City --kind village --out o.csv",
            "there is no kind `village`: there are city, county, metro, state and country",
        ),
        ("a.csv --name City --lat City --out o.csv", "--lat needs --lon"),
        ("a.csv --name City --out a.csv", "a.csv is the file to be read"),
        ("a.csv --name City --out o.doc", "o.doc: the result is written as .csv, .tsv or .xlsx"),
        ("a.csv --name City --sheet 2 --out o.csv", "a.csv is no workbook"),
        ("b.pdf --name City --out o.csv", "b.pdf is no table: it looks like a PDF"),
        ("c.csv --name City --out o.csv", "read c.csv"),
    ] {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        let ran = comity(home.path(), &[&["reconcile"], words.as_slice()].concat());
        assert_eq!(ran.code, 2, "{arguments}: {}", ran.err);
        assert!(ran.err.contains(why), "{arguments}: {}", ran.err);
    }
    let left: Vec<String> = fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("o."))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn columns_are_found_by_other_letters_and_by_number() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("a.csv"), "City (Name),Country\nLyon,France\n").unwrap();
    for name in ["city_name", "1"] {
        let out = done(
            home.path(),
            &["reconcile", "a.csv", "--name", name, "--country", "2", "--out", "o.csv", "--json"],
        );
        let summary: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&summary["matched"], &summary["rows"]), (&1.into(), &1.into()), "{summary}");
        assert_eq!(summary["columns"][0]["name"], "City (Name)");
    }
}
