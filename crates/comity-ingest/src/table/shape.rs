//! How many cells the rows of a table should have.

use comity_source::{SheetFormat, SheetInfo, SheetRow};

use super::columns::Columns;

#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    least: usize,
    most: usize,
    /// A blank line of a table with one column is an empty cell.
    one_column: bool,
}

impl Shape {
    pub(super) fn of(info: &SheetInfo, columns: &Columns) -> Self {
        // A workbook leaves out empty cells at the end of a row.
        let may_be_short = matches!(info.format, SheetFormat::Workbook { .. });
        Self {
            least: if may_be_short { 0 } else { columns.least_width() },
            most: columns.header.cells.len(),
            one_column: info.width == 1,
        }
    }

    pub(super) fn is_blank(self, row: &SheetRow) -> bool {
        row.cells.is_empty() && !self.one_column
    }

    /// What is wrong with the row as such.
    pub(super) fn misfit(self, row: &SheetRow) -> Option<String> {
        let spare = row.cells.iter().skip(self.most).any(|cell| !cell.trim().is_empty());
        let short = row.cells.len() < self.least && !(self.one_column && row.cells.is_empty());
        (short || spare).then(|| format!("{} cells, not {}", self.most, row.cells.len()))
    }
}
