//! The open record format, as lines or as one table per kind: what goes out can come in again.

use std::io::Write;

use comity_model::{RECORD_FORMAT, Record, write_table};

use crate::error::ExportError;
use crate::notice::Edition;

/// Records as JSON lines, in the order given, after one that says in which version of the format and of what.
pub fn write_lines(
    records: impl IntoIterator<Item = Record>,
    edition: &Edition,
    out: &mut impl Write,
) -> Result<u64, ExportError> {
    writeln!(out, "{}", edition.header().to_line())?;
    let mut written = 0;
    for record in records {
        writeln!(out, "{}", record.to_line())?;
        written += 1;
    }
    Ok(written)
}

/// Records as CSV, one table per kind that occurs, and one called `release` that says of what; `open` is asked for
/// the file of each.
///
/// Cost: all records are held, because a table's columns are those of all its rows.
pub fn write_tables<W: Write>(
    records: &[Record],
    edition: &Edition,
    mut open: impl FnMut(&str) -> std::io::Result<W>,
) -> Result<(), ExportError> {
    for kind in Record::KINDS {
        let mut rows = records.iter().filter(|record| record.kind() == kind).peekable();
        if rows.peek().is_some() {
            write_table(rows, open(kind)?)?;
        }
    }
    let mut release = csv::Writer::from_writer(open("release")?);
    let Edition { version, known, head, content } = edition;
    release.write_record(["version", "format", "known", "head", "content"])?;
    release.write_record([version, &RECORD_FORMAT.to_string(), &known.0.to_string(), head, content])?;
    Ok(release.flush()?)
}
