//! Figures and tables; pictures have no place in plain text.

use super::page::Page;
use crate::report::{Measure, Sheet, Table};

pub(super) fn write(page: &mut Page, sheet: &Sheet) {
    for text in [&sheet.lead, &sheet.cannot] {
        if !text.is_empty() {
            page.heading(text);
        }
    }
    for measure in &sheet.measures {
        page.line(1, &figure(measure));
        page.proof(3, &measure.evidence);
    }
    for table in &sheet.tables {
        write_table(page, table);
    }
}

fn figure(measure: &Measure) -> String {
    let unit = if measure.unit.is_empty() || measure.value.is_none() {
        String::new()
    } else {
        format!(" {}", measure.unit)
    };
    format!("{}: {measure}{unit}", measure.label)
}

/// Cells of a row side by side under their headings, the first claim under each row.
pub(super) fn write_table(page: &mut Page, table: &Table) {
    page.heading(&table.title);
    for words in [&table.note, &table.computed_from].into_iter().filter(|words| !words.is_empty()) {
        page.line(1, words);
    }
    let headings: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    page.line(1, &headings.join("  ·  "));
    for row in &table.rows {
        let cells = row.cells.iter().map(ToString::to_string);
        let cells = cells.map(|cell| if cell.is_empty() { "–".to_owned() } else { cell });
        page.line(1, &cells.collect::<Vec<_>>().join("  ·  "));
        page.proof(3, &row.evidence[..row.evidence.len().min(1)]);
    }
    if table.rows.is_empty() {
        page.line(1, "nothing on file");
    }
    page.left_out(table.left_out);
}
