//! Whatever the bytes, reading ends, nothing panics and every row is counted once.

use comity_source::{ReadOptions, SourceRow, read};
use proptest::prelude::*;

fn check(bytes: &[u8]) {
    let Ok(mut reading) = read("any", bytes, &ReadOptions::default()) else { return };
    let rows: Vec<_> = reading.by_ref().collect();
    let counts = reading.counts();
    assert_eq!(counts.rows, rows.len() as u64);
    assert_eq!(counts.rows, counts.read + counts.problem_rows);
    for row in rows {
        assert!(!row.records.is_empty() || !row.problems.is_empty(), "row {} came to nothing", row.number);
        assert!(row.problems.iter().all(|problem| problem.row == row.number && !problem.expected.is_empty()));
    }
}

proptest! {
    #[test]
    fn of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn of_any_rows_below_a_known_header(
        header in prop::sample::select(vec![
            "city1,country1,city2,country2,since",
            "city;country;networks;since",
            "city\tcountry\tC40\tICLEI",
            ",0,1,2",
            "name,country,population,lat,lon",
            "record,id,name",
        ]),
        rows in "(?s)[a-zé0-9,;\t\n\"{} .-]{0,200}",
        stray in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        check(&[header.as_bytes(), b"\n", rows.as_bytes(), &stray].concat());
    }
}

#[test]
fn limits_are_named() {
    let mut options = ReadOptions::default();
    options.limits.rows = 2;
    let error = read("big.csv", b"city,sister\na,b\nc,d\n", &options).err().unwrap();
    assert_eq!(error.to_string(), "big.csv has 4 lines, more than the limit of 2 lines");
    options = ReadOptions::default();
    options.limits.cell = 3;
    let problem =
        read("wide.csv", b"city,sister\nLyon,b\n", &options).unwrap().next().unwrap().problems.remove(0);
    assert_eq!(problem.expected, "at most 3 bytes in a cell (limit: cell)");
}

/// What the rows came to where none may be longer than 5,000 bytes.
fn told(text: &str) -> Result<Vec<String>, String> {
    let mut options = ReadOptions::default();
    options.limits.row = 5_000;
    let rows = read("long.csv", text.as_bytes(), &options).map_err(|error| error.to_string())?;
    let problems =
        |row: &SourceRow| row.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    Ok(rows.map(|row| format!("{} records, {}", row.records.len(), problems(&row))).collect())
}

#[test]
fn a_row_too_long_is_a_problem_and_the_next_is_read() {
    let long = "x".repeat(1_000_000);
    let found = told(&format!("city,sister\nLyon,{long}\nBonn,Oxford\n")).unwrap();
    assert!(found[0].starts_with("0 records, long.csv, row 2: `Lyonxxx"), "{}", found[0]);
    let says = "`: expected at most 5000 bytes in a row, not 1000006 (limit: row)";
    assert!(found[0].ends_with(says) && found[0].len() <= 300, "{}", found[0]);
    assert_eq!(found[1], "1 records, ");
    let never_closed = told(&format!("city,sister\nBonn,Oxford\nLyon,\"{long}\n")).unwrap();
    assert_eq!((never_closed.len(), never_closed[0].as_str()), (2, "1 records, "));
}

#[test]
fn a_header_too_long_refuses_the_file() {
    let refused = told(&"x,".repeat(1_000_000)).unwrap_err();
    assert_eq!(refused, "long.csv, row 1: 2000000 bytes, more than the limit of 5000 bytes in a row");
}

#[test]
fn a_line_of_records_too_long_is_a_problem() {
    let source = r#"{"record":"source","id":"note","kind":"report","title":"A note"}"#;
    let long = source.replace("A note", &"x".repeat(1_000_000));
    let found = told(&format!("{long}\n{source}\n")).unwrap();
    assert!(found[0].contains("expected at most 5000 bytes in a row, not 1000058"), "{}", found[0]);
    assert_eq!(found[1], "1 records, ");
}

#[test]
fn a_table_of_records_is_read_row_by_row() {
    let long = "x".repeat(1_000_000);
    let table = format!("record,id,kind,title\nsource,a,report,A\nsource,b,report,{long}\nsource,c\n");
    let found = told(&table).unwrap();
    assert_eq!(found[0], "1 records, ");
    assert!(found[1].contains("expected at most 5000 bytes in a row"), "{}", found[1]);
    assert!(found[2].ends_with("row 4: ``: expected a record (4 cells, not 2)"), "{}", found[2]);
    let deep = format!("record,id,{}\nsource,a,x\n", ".".repeat(4_000));
    assert!(told(&deep).unwrap()[0].contains("at most 16 steps in the name of a column"));
}
