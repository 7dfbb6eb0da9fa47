//! Records as CSV: one table per kind, one column per field, nested fields joined with dots.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Write;

use serde_json::{Map, Value};

use crate::file_header::{RECORD_FORMAT, readable};
use crate::record::Record;

/// Fields whose cells are numbers; every other cell is text. `with` ends the name of a column only where it numbers the
/// mention of a judgement.
const NUMBERS: [&str; 7] = ["population", "population_from", "low", "high", "score", "found", "with"];
const FLAGS: [&str; 2] = ["approximate", "exhaustive"];
/// Steps of a column's name: twice what the deepest field of a record takes.
const DEEPEST: usize = 16;

/// The column that states the version of the format.
const FORMAT: &str = "format";

/// Writes records of one kind as a table, columns in order of name, with the version of the format in each row.
///
/// `Record` and tables hold the same: [`Record::from_row`] gives back what was written.
pub fn write_table<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    out: impl Write,
) -> Result<(), csv::Error> {
    let rows: Vec<Map<String, Value>> = records.into_iter().map(flat_record).collect();
    let columns: BTreeSet<&String> = rows.iter().flat_map(Map::keys).collect();
    let mut table = csv::Writer::from_writer(out);
    table.write_record(&columns)?;
    for row in &rows {
        table
            .write_record(columns.iter().map(|column| row.get(*column).map_or_else(String::new, guarded)))?;
    }
    table.flush()?;
    Ok(())
}

fn guarded(value: &Value) -> String {
    guard_cell(value.as_str().expect("flat rows hold texts only")).into_owned()
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before `=`, `+`, `-`, `@`, the same in full width
/// and tabs, except before plain numbers and points. [`Record::from_row`] takes it off again.
pub fn guard_cell(text: &str) -> Cow<'_, str> {
    let starts_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠']);
    let plain_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ','));
    if starts_formula && !plain_number { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| guard_cell(rest).len() > rest.len()).unwrap_or(cell)
}

fn flat_record(record: &Record) -> Map<String, Value> {
    let mut row = Map::new();
    let value = serde_json::to_value(record).expect("a record is plain data");
    flatten("", &value, &mut row);
    row.insert(FORMAT.to_owned(), Value::String(RECORD_FORMAT.to_string()));
    row
}

fn flatten(path: &str, value: &Value, row: &mut Map<String, Value>) {
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| flatten(&join(key), value, row)),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                flatten(&join(&n.to_string()), item, row);
            }
        }
        Value::String(text) => drop(row.insert(path.to_owned(), Value::String(text.clone()))),
        other => drop(row.insert(path.to_owned(), Value::String(other.to_string()))),
    }
}

impl Record {
    /// One row of a table, its cells named by the header. The error is a sentence naming what was expected.
    pub fn from_row(header: &csv::StringRecord, row: &csv::StringRecord) -> Result<Self, String> {
        if row.len() != header.len() {
            return Err(format!("{} cells, not {}", header.len(), row.len()));
        }
        let mut root = Value::Object(Map::new());
        for (column, text) in header.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
            if column == FORMAT {
                readable(text.parse().map_err(|_| format!("a whole number in {FORMAT}"))?)?;
                continue;
            }
            let path: Vec<&str> = column.split('.').take(DEEPEST + 1).collect();
            if path.len() > DEEPEST {
                return Err(format!("at most {DEEPEST} steps in the name of a column"));
            }
            *slot(&mut root, &path)? = typed(path.last().copied().unwrap_or_default(), unguarded(text))?;
        }
        let record: Self = serde_json::from_value(root).map_err(|error| error.to_string())?;
        Self::from_line(&record.to_line())
    }
}

/// The place for a cell, made on the way: a numeric step is a place in a list.
fn slot<'v>(value: &'v mut Value, path: &[&str]) -> Result<&'v mut Value, String> {
    let Some((step, rest)) = path.split_first() else { return Ok(value) };
    if let Ok(place) = step.parse::<usize>() {
        if value.as_object().is_some_and(Map::is_empty) {
            *value = Value::Array(Vec::new());
        }
        let items = value.as_array_mut().ok_or("a list")?;
        while items.len() <= place && items.len() < 256 {
            items.push(Value::Object(Map::new()));
        }
        return slot(items.get_mut(place).ok_or("at most 256 items in a list")?, rest);
    }
    let fields = value.as_object_mut().ok_or("a column name with its fields in order")?;
    slot(fields.entry(*step).or_insert_with(|| Value::Object(Map::new())), rest)
}

fn typed(field: &str, text: &str) -> Result<Value, String> {
    if NUMBERS.contains(&field) {
        return text.parse::<i64>().map(Value::from).map_err(|_| format!("a whole number in {field}"));
    }
    if FLAGS.contains(&field) {
        return text.parse::<bool>().map(Value::from).map_err(|_| format!("true or false in {field}"));
    }
    Ok(Value::String(text.to_owned()))
}
