//! A table of an answer as a spreadsheet gets it.

use comity_answer::{BoundedCount, Cell, Column, Row, Table};
use comity_export::{Edition, write_table_csv};
use comity_model::Seq;
use expect_test::expect;

fn column(key: &'static str) -> Column {
    Column { key, title: key.to_owned(), unit: "" }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, evidence: Vec::new() }
}

#[test]
fn cells_stand_apart_and_formulas_are_text() {
    let range = Cell::Range(BoundedCount { certain: 3, presumed: 4, possible: 5 });
    let table = Table {
        id: "rows",
        title: "Rows".to_owned(),
        columns: ["name", "members", "share"].map(column).to_vec(),
        rows: vec![
            row(vec![Cell::Text("=SUM(A1)".to_owned()), range, Cell::Number(1.0 / 3.0)]),
            row(vec![Cell::Text("Lyon, \"France\"".to_owned()), Cell::Empty, Cell::Number(f64::NAN)]),
            row(vec![Cell::Empty, Cell::Count(2), Cell::Empty]),
        ],
        left_out: 0,
        note: String::new(),
        computed_from: String::new(),
    };
    let edition = Edition {
        version: "0.1.0".to_owned(),
        known: Seq(7),
        head: "9f3a".repeat(16),
        content: String::new(),
    };
    let mut csv = Vec::new();
    write_table_csv(&table, &edition, &mut csv).unwrap();
    expect![[r#"
        name,members,members_certain,members_possible,share,claims,release
        '=SUM(A1),4,3,5,0.3333333333333333,,0.1.0+7.9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a
        "Lyon, ""France""",,,,,,0.1.0+7.9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a
        ,2,2,2,,,0.1.0+7.9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a9f3a
    "#]]
    .assert_eq(&String::from_utf8(csv).unwrap());
}
