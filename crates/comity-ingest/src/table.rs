//! The rows through the engine: read, resolved on all cores and written at once, some thousands at a time.

use std::io::{Read, Seek};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use anyhow::Result;
use comity_gazetteer::Gazetteer;
use comity_model::Problem;
use comity_source::{Sheet, SheetFormat, SheetInfo, SheetRow, SourceError};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::reconcile::columns::{Columns, NUMBERS};
use crate::reconcile::output::{Added, Output};
use crate::reconcile::partners::Partners;
use crate::reconcile::repeats::Repeats;
use crate::reconcile::resolved::{Resolved, resolve};
use crate::reconcile::summary::Summary;

/// Rows held at a time, in each of three places.
const BATCH: usize = 4_096;

/// A row and what is found for each of its names; nothing for a blank line.
type Answered = (SheetRow, Vec<Resolved>);

pub(super) fn run(
    gazetteer: &Gazetteer,
    file: &str,
    sheet: Sheet<impl Read + Seek + Send>,
    columns: &Columns,
    partners: &Partners,
    mut output: Output,
) -> Result<Summary> {
    let info = sheet.info().clone();
    let bar = progress(info.rows);
    let names = columns.added();
    let names: Vec<Added<'_>> = names.iter().map(|name| Added::Text(name)).collect();
    for row in &columns.above {
        output.write_alone(row)?;
    }
    output.write(&columns.header, &names)?;
    let shape = Shape::of(&info, columns);
    std::thread::scope(|scope| {
        let (read_on, batches) = sync_channel(1);
        let (answer, answers) = sync_channel(1);
        let first = columns.header.number + 1;
        let reader = scope.spawn(move || read(sheet, first, &read_on));
        let (bar, info) = (&bar, &info);
        let writer = scope.spawn(move || write(file, info, columns, &shape, &answers, output, bar));
        for rows in batches {
            let answered = resolve_all(gazetteer, columns, partners, &shape, rows);
            if answer.send(answered).is_err() {
                break;
            }
        }
        drop(answer);
        let summary = writer.join().expect("the writer does not panic")?;
        reader.join().expect("the reader does not panic")?;
        bar.finish_and_clear();
        Ok(summary)
    })
}

fn progress(rows: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} rows, {eta} left");
    ProgressBar::new(rows).with_style(style.expect("a template of known words"))
}

/// How many cells a row should have.
#[derive(Debug, Clone, Copy)]
struct Shape {
    least: usize,
    most: usize,
    /// A blank line of a table with one column is an empty cell.
    one_column: bool,
}

impl Shape {
    fn of(info: &SheetInfo, columns: &Columns) -> Self {
        // A workbook leaves out empty cells at the end of a row.
        let may_be_short = matches!(info.format, SheetFormat::Workbook { .. });
        Self {
            least: if may_be_short { 0 } else { columns.least_width() },
            most: columns.header.cells.len(),
            one_column: info.width == 1,
        }
    }

    fn is_blank(self, row: &SheetRow) -> bool {
        row.cells.is_empty() && !self.one_column
    }

    /// What is wrong with the row as such.
    fn misfit(self, row: &SheetRow) -> Option<String> {
        let spare = row.cells.iter().skip(self.most).any(|cell| !cell.trim().is_empty());
        let short = row.cells.len() < self.least && !(self.one_column && row.cells.is_empty());
        (short || spare).then(|| format!("{} cells, not {}", self.most, row.cells.len()))
    }
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

fn resolve_all(
    gazetteer: &Gazetteer,
    columns: &Columns,
    partners: &Partners,
    shape: &Shape,
    rows: Vec<SheetRow>,
) -> Vec<Answered> {
    let one = |row: SheetRow| {
        let asked = if shape.is_blank(&row) { &[] } else { columns.asked.as_slice() };
        let heard = |n: usize| partners.heard(asked, n, &row.cells);
        let found = asked.iter().enumerate();
        let found =
            found.map(|(n, asked)| resolve(gazetteer, asked, &row.cells, heard(n).as_ref())).collect();
        (row, found)
    };
    rows.into_par_iter().map(one).collect()
}

fn write(
    file: &str,
    info: &SheetInfo,
    columns: &Columns,
    shape: &Shape,
    answers: &Receiver<Vec<Answered>>,
    mut output: Output,
    bar: &ProgressBar,
) -> Result<Summary> {
    let mut summary = Summary::new(file, info, &columns.asked);
    let mut repeats = Repeats::default();
    for answers in answers {
        bar.inc(answers.len() as u64);
        for (row, found) in answers {
            if shape.is_blank(&row) {
                output.write_alone(&row)?;
                summary.count_blank();
                continue;
            }
            output.write(&row, &added(&found))?;
            let places: Option<Vec<u32>> = found.iter().map(|found| found.place).collect();
            let repeat = repeats.of(&row.cells, places.as_deref());
            summary.count_row(&found, repeat, problems(file, columns, shape, &row, &found));
        }
    }
    Ok(summary.close(output.finish()?))
}

fn added(found: &[Resolved]) -> Vec<Added<'_>> {
    let one = |(n, text)| if NUMBERS.contains(&n) { Added::Number(text) } else { Added::Text(text) };
    found.iter().flat_map(|found| found.cells.iter().map(String::as_str).enumerate().map(one)).collect()
}

fn problems(
    file: &str,
    columns: &Columns,
    shape: &Shape,
    row: &SheetRow,
    found: &[Resolved],
) -> Vec<Problem> {
    let problem =
        |column: &str, text: &str, expected: &str| Problem::new(file, row.number, column, text, expected);
    let whole = || row.cells.iter().take(8).collect::<Vec<_>>().join(" · ");
    let misfit = shape.misfit(row).map(|expected| problem("", &whole(), &expected));
    let heading = |column: usize| columns.header.cells.get(column).unwrap_or_default();
    let bad = found.iter().flat_map(|found| &found.bad);
    let bad = bad.map(|bad| problem(heading(bad.column), &bad.text, bad.expected));
    misfit.into_iter().chain(bad).collect()
}
