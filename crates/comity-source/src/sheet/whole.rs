//! One sheet of an XLS or ODS workbook, which are read whole.

use std::io::{BufReader, Read, Seek};
use std::ops::ControlFlow;

use calamine::{Data, Dimensions, Ods, Range, Reader, Xls};

use crate::error::SourceError;
use crate::limits::Limits;
use crate::sheet::compound;
use crate::sheet::ods_cells::check_cells;
use crate::sheet::text::{unharmed, unreadable};
use crate::sheet::workbook::{check_unpacked, chosen, of_moment};
use crate::sheet::{CellKind, SheetFormat, SheetInfo, SheetRow};

pub(super) struct WholeSheet {
    sheet: String,
    others: Vec<String>,
    cells: Range<Data>,
    pub(super) merged: Vec<Dimensions>,
}

impl WholeSheet {
    pub(super) fn open_xls(
        file: &str,
        bytes: impl Read + Seek,
        sheet: Option<&str>,
        limits: Limits,
    ) -> Result<Self, SourceError> {
        let mut bytes = BufReader::new(bytes);
        compound::check(file, &mut bytes, limits)?;
        bytes.rewind().map_err(|error| unreadable(file, &error))?;
        let whole = unharmed(file, || {
            let mut book = Xls::new(bytes).map_err(|error| unreadable(file, &error))?;
            let names = book.sheet_names();
            let sheet = chosen(file, &names, sheet)?;
            let merged = book.merge_cells_by_sheet_name(&sheet).map_err(|error| unreadable(file, &error))?;
            let cells = book.worksheet_range(&sheet).map_err(|error| unreadable(file, &error))?;
            Ok(Self { sheet, others: names, cells, merged })
        })?;
        whole.checked(file, limits)
    }

    pub(super) fn open_ods(
        file: &str,
        bytes: impl Read + Seek,
        sheet: Option<&str>,
        limits: Limits,
    ) -> Result<Self, SourceError> {
        let mut bytes = BufReader::new(bytes);
        check_unpacked(file, &mut bytes, limits)?;
        bytes.rewind().map_err(|error| unreadable(file, &error))?;
        let mut merged = check_cells(file, &mut bytes, limits)?;
        bytes.rewind().map_err(|error| unreadable(file, &error))?;
        let whole = unharmed(file, || {
            let mut book = Ods::new(bytes).map_err(|error| unreadable(file, &error))?;
            let names = book.sheet_names();
            let sheet = chosen(file, &names, sheet)?;
            let cells = book.worksheet_range(&sheet).map_err(|error| unreadable(file, &error))?;
            let place = names.iter().position(|name| *name == sheet).filter(|place| *place < merged.len());
            let merged = place.map(|place| merged.swap_remove(place)).unwrap_or_default();
            Ok(Self { sheet, others: names, cells, merged })
        })?;
        whole.checked(file, limits)
    }

    fn checked(mut self, file: &str, limits: Limits) -> Result<Self, SourceError> {
        self.others.retain(|name| *name != self.sheet);
        let info = self.info();
        limits.check_rows(file, info.rows)?;
        limits.check_columns(file, info.width)?;
        if info.width == 0 {
            return Err(SourceError::Empty { file: format!("sheet {} of {file}", self.sheet) });
        }
        Ok(self)
    }

    pub(super) fn info(&self) -> SheetInfo {
        let (last_row, last_column) = self.cells.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
        let format = SheetFormat::Workbook { sheet: self.sheet.clone(), others: self.others.clone() };
        SheetInfo { format, rows: u64::from(last_row), width: last_column as usize }
    }

    /// Rows and columns before the first cell come as empty ones.
    pub(super) fn each_row(&self, visit: &mut dyn FnMut(SheetRow) -> ControlFlow<()>) {
        let (first_row, first_column) = self.cells.start().unwrap_or_default();
        let before = (1..=u64::from(first_row)).map(|number| SheetRow { number, ..SheetRow::default() });
        let rows = (u64::from(first_row) + 1..).zip(self.cells.rows());
        let filled = rows.map(|(number, cells)| row(number, first_column as usize, cells));
        for row in before.chain(filled) {
            if visit(row).is_break() {
                return;
            }
        }
    }
}

fn row(number: u64, before: usize, cells: &[Data]) -> SheetRow {
    let mut row = SheetRow { number, ..SheetRow::default() };
    let last = cells.iter().rposition(|cell| *cell != Data::Empty);
    let Some(last) = last else { return row };
    for cell in std::iter::repeat_n(&Data::Empty, before).chain(cells.iter().take(last + 1)) {
        let (text, kind) = read(cell);
        row.cells.push_field(&text);
        row.kinds.push(kind);
    }
    row
}

fn read(value: &Data) -> (String, CellKind) {
    #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are doubles")]
    match value {
        Data::Int(number) => (number.to_string(), CellKind::Number(*number as f64)),
        Data::Float(number) => (number.to_string(), CellKind::Number(*number)),
        Data::Bool(yes) => (yes.to_string(), CellKind::Yes(*yes)),
        Data::DateTime(moment) => of_moment(moment),
        other => (other.to_string(), CellKind::Text),
    }
}
