//! Tables of a page that go on with each other: the same heads under one heading after the other.

use crate::page::grid::{Cell, Grid};
use crate::page::words::Words;
use crate::table_row::Notes;

/// The tables, those with the same heads in a row as one, in which each heading heads its rows.
pub(super) fn joined(grids: Vec<Grid>, notes: &mut Notes) -> Vec<Grid> {
    let mut all: Vec<Vec<Grid>> = Vec::new();
    for grid in grids {
        match all.last_mut() {
            Some(run) if run.last().is_some_and(|last| goes_on(last, &grid)) => run.push(grid),
            _ => all.push(vec![grid]),
        }
    }
    all.into_iter().filter_map(|run| one(run, notes)).collect()
}

fn goes_on(above: &Grid, below: &Grid) -> bool {
    let (heads, others) = (heads_of(above), heads_of(below));
    let is_table = heads.first().is_some_and(|row| row.len() > 1) && below.rows.len() > others.len();
    let are_named = !above.name.is_empty() && !below.name.is_empty() && above.name != below.name;
    is_table
        && are_named
        && heads.len() == others.len()
        && heads.iter().zip(others).all(|(a, b)| are_alike(a, b))
}

/// The first row, and those below it that are heads as well.
fn heads_of(grid: &Grid) -> &[Vec<Cell>] {
    let marked = grid.rows.iter().take_while(|row| row.iter().all(|cell| cell.head)).count();
    grid.rows.get(..marked.max(1)).unwrap_or_default()
}

fn are_alike(row: &[Cell], other: &[Cell]) -> bool {
    let said = |cell: &Cell| (cell.words.text.to_lowercase(), cell.across, cell.down);
    row.iter().map(said).eq(other.iter().map(said))
}

/// One table of a run.
fn one(run: Vec<Grid>, notes: &mut Notes) -> Option<Grid> {
    if run.len() < 2 {
        return run.into_iter().next();
    }
    *notes.entry("tables with the same heads, read as one".to_owned()).or_default() += run.len() as u64;
    let heads = run.first().map(heads_of).unwrap_or_default().to_vec();
    let width = heads.first().map_or(0, |row| row.iter().map(|cell| cell.across.max(1)).sum());
    let names: Vec<&str> = run.iter().map(|grid| grid.name.as_str()).collect();
    let mut table = Grid { name: names.join(", "), rows: heads.clone() };
    for grid in run {
        let words = Words { text: grid.name, ..Words::default() };
        table.rows.push(vec![Cell { words, head: true, across: width, down: 1 }]);
        table.rows.extend(grid.rows.into_iter().skip(heads.len()));
    }
    Some(table)
}
