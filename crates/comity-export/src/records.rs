//! The open record format, as lines or as one table per kind: what goes out can come in again.

use std::io::Write;

use comity_model::{Record, write_table};

use crate::error::ExportError;

/// Records as JSON lines, in the order given.
pub fn write_lines(
    records: impl IntoIterator<Item = Record>,
    out: &mut impl Write,
) -> Result<u64, ExportError> {
    let mut written = 0;
    for record in records {
        writeln!(out, "{}", record.to_line())?;
        written += 1;
    }
    Ok(written)
}

/// Records as CSV, one table per kind that occurs; `open` is asked for the file of each kind.
///
/// Cost: all records are held, because a table's columns are those of all its rows.
pub fn write_tables<W: Write>(
    records: &[Record],
    mut open: impl FnMut(&str) -> std::io::Result<W>,
) -> Result<(), ExportError> {
    for kind in Record::KINDS {
        let mut rows = records.iter().filter(|record| record.kind() == kind).peekable();
        if rows.peek().is_some() {
            write_table(rows, open(kind)?)?;
        }
    }
    Ok(())
}
