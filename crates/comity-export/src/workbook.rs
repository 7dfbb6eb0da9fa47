//! The ties of a view as a workbook for spreadsheets: the ties on the first sheet, what they are on the second.

use std::io::Write;

use comity_answer::TieView;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::error::ExportError;
use crate::graph_columns::MEETING;
use crate::notice::Edition;
use crate::view::{cells, heads};

/// Columns that hold numbers, beside those of what ties the two.
const NUMBERS: [&str; 4] = ["lat_a", "lon_a", "lat_b", "lon_b"];

/// `about` are the lines of the second sheet.
pub fn write_view_workbook(
    view: &TieView,
    edition: &Edition,
    about: &str,
    mut out: impl Write,
) -> Result<u64, ExportError> {
    let mut workbook = Workbook::new();
    // The day on which it is written would make the same ties other bytes.
    let epoch = ExcelDateTime::from_ymd(1980, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Ties")?;
    sheet.set_freeze_panes(1, 0)?;
    write_ties(sheet, view, &edition.release())?;
    let sheet = workbook.add_worksheet();
    sheet.set_name("About")?;
    sheet.set_column_width(0, 120)?;
    for (row, line) in (0..).zip(about.lines()) {
        sheet.write_string(row, 0, line)?;
    }
    out.write_all(&workbook.save_to_buffer()?)?;
    Ok(view.ties.len() as u64)
}

fn write_ties(sheet: &mut Worksheet, view: &TieView, release: &str) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(heads()) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    let is_number: Vec<bool> = heads().map(holds_numbers).collect();
    for (row, tie) in (1..).zip(&view.ties) {
        for ((column, cell), is_number) in (0..).zip(cells(view, tie, release)).zip(&is_number) {
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(number) if *is_number => _ = sheet.write_number(row, column, number)?,
                _ => _ = sheet.write_string(row, column, cell)?,
            }
        }
    }
    Ok(())
}

fn holds_numbers(head: &str) -> bool {
    NUMBERS.contains(&head) || MEETING.iter().any(|column| column.key == head && column.kind == "double")
}
