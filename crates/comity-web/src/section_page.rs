//! The parts of an answer on a page: where its figures lead, how its cells stand.

use comity_answer::{Cell, Chart, Column, Counted, EntityRef, NetworkMet, Section, Table, Those, With};
use comity_export::draw_on_page;
use comity_messages::say;

/// The charts of a section that have something to draw, each with its drawing.
pub(crate) fn drawn(section: &Section<'_>) -> Vec<(Chart, String)> {
    let charts = section.charts.iter().map(|chart| chart.clone().into_owned());
    charts.filter_map(|chart| draw_on_page(&chart).map(|svg| (chart, svg))).collect()
}

/// A column of a table on a page.
pub(crate) struct Shown<'t> {
    place: usize,
    pub(crate) column: &'t Column,
    /// By the first cell that holds anything.
    pub(crate) is_numeric: bool,
}

/// The columns that a page has.
pub(crate) fn columns<'t>(table: &'t Table, only_in_files: &[&str]) -> Vec<Shown<'t>> {
    let columns = table.columns.iter().enumerate();
    let columns = columns.filter(|(_, column)| !only_in_files.contains(&column.key));
    columns.map(|(place, column)| Shown { place, column, is_numeric: is_numeric(table, place) }).collect()
}

fn is_numeric(table: &Table, place: usize) -> bool {
    let mut cells = table.rows.iter().map(|row| &row.cells[place]);
    cells.find(|cell| **cell != Cell::Empty).is_some_and(Cell::is_number)
}

impl Shown<'_> {
    pub(crate) fn cell<'r>(&self, row: &'r comity_answer::Row) -> &'r Cell {
        &row.cells[self.place]
    }

    /// A unit that says no more than the heading is not repeated.
    pub(crate) fn has_unit(&self) -> bool {
        let Column { unit, title, .. } = self.column;
        !unit.is_empty() && !title.to_lowercase().ends_with(&unit.to_lowercase())
    }

    /// What stands before a cell where a row is a list of facts: "Distance, km".
    pub(crate) fn head(&self) -> String {
        let Column { unit, title, .. } = self.column;
        if self.has_unit() { format!("{title}, {unit}") } else { title.clone() }
    }

    /// The class of a cell: figures stand right, short words are not broken, sentences have room.
    pub(crate) fn class(&self, cell: &Cell) -> &'static str {
        match cell {
            _ if self.is_numeric => "n",
            Cell::Time { .. } => "date",
            cell if cell.is_short() => "date",
            cell if cell.is_long() => "long",
            _ => "",
        }
    }
}

/// Whether a row leads to claims of its own.
pub(crate) fn has_claims(row: &comity_answer::Row) -> bool {
    !row.evidence.is_empty()
}

/// Facts that stand in the line under the title, or in the foot of the page.
pub(crate) fn is_above(label: &str) -> bool {
    [say!("fact-what"), say!("fact-in"), say!("fact-population"), say!("fact-id")]
        .iter()
        .any(|above| above == label)
}

/// Where what a figure of the coverage counts is listed.
pub(crate) fn listed(counted: Counted) -> &'static str {
    match counted {
        Counted::Ties => "/",
        Counted::Statements => "/claims",
        Counted::OnOneSource | Counted::Sources => "/sources",
        Counted::Networks | Counted::NetworksWithMembers => "/networks",
        Counted::Waiting => "/review",
    }
}

/// Who of each side is in a network, where that is not the side itself.
pub(crate) fn apart<'w>(with: &'w With, row: &'w NetworkMet) -> Vec<(&'w EntityRef, &'w Those)> {
    let sides = [(&with.subject, &row.near), (&with.object, &row.far)];
    sides.into_iter().filter(|(side, those)| those.n != 1 || those.first[0].id != side.id).collect()
}
