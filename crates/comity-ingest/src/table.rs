//! A table through the engine: every row and column of it, in order, and beside them the places its names mean.
//!
//! Rows are read, resolved on all cores and written at once, some thousands at a time; nothing is recorded.

mod columns;
mod error;
mod name_column;
mod name_result;
mod partners;
mod repeats;
mod shape;
mod summary;
mod writer;

use std::io::{Read, Seek, Write};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use comity_gazetteer::Gazetteer;
use comity_model::Problem;
use comity_source::{Sheet, SheetRow, SourceError};
use rayon::prelude::*;

pub use columns::{ColumnOptions, Columns, TOP};
pub use error::TableError;
pub use name_result::PointConflict;
pub use partners::Partners;
pub use summary::{ColumnSummary, CountryCount, PointConflicts, ReasonCount, TableSummary};
pub use writer::{TableFormat, TableWriter};

use columns::NUMBERS;
use name_result::{NameResult, resolve};
use repeats::Repeats;
use shape::Shape;
use writer::AddedCell;

/// Rows held at a time, in each of three places.
const BATCH: usize = 4_096;

/// A row and what is found for each of its names; nothing for a blank line.
type ResolvedRow = (SheetRow, Vec<NameResult>);

/// What a table's names are looked up in, and where it says what.
#[derive(Debug, Clone, Copy)]
pub struct TableTask<'t> {
    pub gazetteer: &'t Gazetteer,
    /// What the table is called in its summary.
    pub file: &'t str,
    pub columns: &'t Columns,
    pub partners: &'t Partners,
}

/// Writes each row with what its names mean, and sums up; `advance` is told how many rows are done.
///
/// Three rows of threads: one reads, this one has all cores resolve, one writes. Memory does not grow with the rows, but
/// for eight bytes each by which repeated ones are told.
pub fn reconcile_table<W: Write + Seek + Send>(
    task: &TableTask<'_>,
    sheet: Sheet<impl Read + Seek + Send>,
    mut writer: TableWriter<W>,
    advance: &(dyn Fn(u64) + Sync),
) -> Result<TableSummary, TableError> {
    let columns = task.columns;
    for row in &columns.above {
        writer.write_alone(row)?;
    }
    let names = columns.added();
    let names: Vec<AddedCell<'_>> = names.iter().map(|name| AddedCell::Text(name)).collect();
    writer.write(&columns.header, &names)?;
    let info = sheet.info().clone();
    let shape = Shape::of(&info, columns);
    let summary = TableSummary::new(task.file, &info, &columns.names);
    std::thread::scope(|scope| {
        let (read_on, batches) = sync_channel(1);
        let (answer, answers) = sync_channel(1);
        let first = columns.header.number + 1;
        let reading = scope.spawn(move || read(sheet, first, &read_on));
        let output = Output { task, shape, writer, summary };
        let writing = scope.spawn(move || output.take(&answers, advance));
        for rows in batches {
            if answer.send(resolve_all(task, shape, rows)).is_err() {
                break;
            }
        }
        drop(answer);
        let summary = writing.join().expect("the writer does not panic")?;
        reading.join().expect("the reader does not panic")?;
        Ok(summary)
    })
}

fn read(
    mut sheet: Sheet<impl Read + Seek>,
    first: u64,
    on: &SyncSender<Vec<SheetRow>>,
) -> Result<(), SourceError> {
    let mut batch = Vec::with_capacity(BATCH);
    sheet.each_row(&mut |row| {
        if row.number < first {
            return ControlFlow::Continue(());
        }
        batch.push(row);
        if batch.len() < BATCH {
            return ControlFlow::Continue(());
        }
        let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
        if on.send(full).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    // Where nobody listens any more, the writer says why.
    drop(on.send(batch));
    Ok(())
}

fn resolve_all(task: &TableTask<'_>, shape: Shape, rows: Vec<SheetRow>) -> Vec<ResolvedRow> {
    rows.into_par_iter()
        .map(|row| (resolve_row(task, shape, &row), row))
        .map(|(found, row)| (row, found))
        .collect()
}

fn resolve_row(task: &TableTask<'_>, shape: Shape, row: &SheetRow) -> Vec<NameResult> {
    let TableTask { gazetteer, columns, partners, .. } = task;
    let names = if shape.is_blank(row) { &[] } else { columns.names.as_slice() };
    let hint = |n: usize| partners.heard(names, n, &row.cells);
    names.iter().enumerate().map(|(n, name)| resolve(gazetteer, name, &row.cells, hint(n).as_ref())).collect()
}

/// Where resolved rows go, and what becomes of them in numbers.
struct Output<'t, W: Write + Seek + Send> {
    task: &'t TableTask<'t>,
    shape: Shape,
    writer: TableWriter<W>,
    summary: TableSummary,
}

impl<W: Write + Seek + Send> Output<'_, W> {
    fn take(
        mut self,
        answers: &Receiver<Vec<ResolvedRow>>,
        advance: &(dyn Fn(u64) + Sync),
    ) -> Result<TableSummary, TableError> {
        let mut repeats = Repeats::default();
        for rows in answers {
            advance(rows.len() as u64);
            for (row, found) in rows {
                self.put(&row, &found, &mut repeats)?;
            }
        }
        Ok(self.summary.close(self.writer.finish()?))
    }

    fn put(&mut self, row: &SheetRow, found: &[NameResult], repeats: &mut Repeats) -> Result<(), TableError> {
        if self.shape.is_blank(row) {
            self.summary.count_blank();
            return self.writer.write_alone(row);
        }
        self.writer.write(row, &added(found))?;
        let places: Option<Vec<u32>> = found.iter().map(|found| found.place).collect();
        let repeat = repeats.of(&row.cells, places.as_deref());
        self.summary.count_row(found, repeat, self.problems(row, found));
        Ok(())
    }

    fn problems(&self, row: &SheetRow, found: &[NameResult]) -> Vec<Problem> {
        let TableTask { file, columns, .. } = self.task;
        let problem = |column: &str, text: &str, due: &str| Problem::new(file, row.number, column, text, due);
        let whole = || row.cells.iter().take(8).collect::<Vec<_>>().join(" · ");
        let misfit = self.shape.misfit(row).map(|expected| problem("", &whole(), &expected));
        let heading = |column: usize| columns.header.cells.get(column).unwrap_or_default();
        let bad = found.iter().flat_map(|found| &found.bad);
        let bad = bad.map(|bad| problem(heading(bad.column), &bad.text, bad.expected));
        misfit.into_iter().chain(bad).collect()
    }
}

fn added(found: &[NameResult]) -> Vec<AddedCell<'_>> {
    found
        .iter()
        .flat_map(|found| found.cells.iter().enumerate())
        .map(|(n, text)| added_cell(n, text))
        .collect()
}

fn added_cell(n: usize, text: &str) -> AddedCell<'_> {
    if NUMBERS.contains(&n) { AddedCell::Number(text) } else { AddedCell::Text(text) }
}
