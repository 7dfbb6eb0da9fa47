//! The tables of an export, one for each kind of record, into the register as one batch.

use comity_gazetteer::Gazetteer;
use comity_model::{Problem, Record};
use comity_register::Register;

use crate::error::IngestError;
use crate::import::{ImportOptions, import_text};
use crate::report::{Fate, ImportReport};

/// One of the tables: the kind of its records, and its bytes.
#[derive(Debug, Clone)]
pub struct RecordTable {
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

/// Imports tables of records together, in the order in which one kind may refer to another; `folder` names them.
///
/// They are read as they were written: commas, quotation marks where needed, UTF-8.
pub async fn import_tables(
    register: &Register,
    gazetteer: &Gazetteer,
    folder: &str,
    tables: &[RecordTable],
    options: &ImportOptions,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<ImportReport, IngestError> {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for kind in Record::KINDS {
        for table in tables.iter().filter(|table| table.kind == kind) {
            read(table, &mut lines, &mut problems);
        }
    }
    let mut report = import_text(register, gazetteer, folder, &lines, options, progress).await?;
    "tables of the open record format".clone_into(&mut report.format);
    for _ in &problems {
        report.count(Fate::Problem);
    }
    report.add_problems(problems);
    Ok(report)
}

/// Adds the records of one table as lines, and the rows that are none as problems.
fn read(table: &RecordTable, lines: &mut Vec<u8>, problems: &mut Vec<Problem>) {
    let file = format!("{}.csv", table.kind);
    let bad = |row, expected: &str| Problem::new(&file, row, "", "", &format!("a record ({expected})"));
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(table.bytes.as_slice());
    let header = match rows.headers() {
        Ok(header) => header.clone(),
        Err(error) => return problems.push(bad(1, &error.to_string())),
    };
    for (number, row) in (2..).zip(rows.records()) {
        let record = row.map_err(|error| error.to_string()).and_then(|row| Record::from_row(&header, &row));
        match record {
            Ok(record) => {
                lines.extend_from_slice(record.to_line().as_bytes());
                lines.push(b'\n');
            }
            Err(expected) => problems.push(bad(number, &expected)),
        }
    }
}
