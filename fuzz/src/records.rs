//! Records as lines and as tables, and heads that somebody noted.

use comity_model::{FileHeader, Record, read_jsonl, write_table};
use comity_register::HashPrefix;

pub(crate) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (records, _) = read_jsonl("records.jsonl", &text);
    for record in &records {
        assert_eq!(Record::from_line(&record.to_line()).as_ref(), Ok(record), "a line says what was read");
    }
    if !records.is_empty() {
        let mut table = Vec::new();
        write_table(&records, &mut table).expect("memory can be written to");
        let again: Vec<_> = of_table(&table).collect();
        assert_eq!(again, records.into_iter().map(Ok).collect::<Vec<_>>(), "a table says what was read");
    }
    of_table(data).for_each(drop);
    let _ = text.lines().next().and_then(FileHeader::of).map(|header| header.check());
    let _ = HashPrefix::noted(&text);
}

fn of_table(data: &[u8]) -> impl Iterator<Item = Result<Record, String>> {
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(data);
    let header = rows.headers().cloned().unwrap_or_default();
    rows.into_records().map(move |row| Record::from_row(&header, &row.map_err(|error| error.to_string())?))
}
