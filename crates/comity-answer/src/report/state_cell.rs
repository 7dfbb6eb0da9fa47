//! How a relation stands on a day, as a cell of a table.

use comity_model::Window;
use comity_snapshot::record::TieRecord;
use comity_snapshot::{Adoption, Fact, LastSeen, Snapshot, wording};

use super::Cell;

pub(crate) fn fact_cell(snapshot: &Snapshot, fact: &Fact<'_>, window: Window) -> Cell {
    record_cell(&fact.record(snapshot), window, fact.last_seen(snapshot).as_ref())
}

pub(crate) fn adoption_cell(snapshot: &Snapshot, adoption: &Adoption<'_>, window: Window) -> Cell {
    let state = adoption.record(snapshot).on(window).state;
    Cell::State { state, words: wording::act_standing(snapshot, adoption, window) }
}

fn record_cell(record: &TieRecord, window: Window, seen: Option<&LastSeen>) -> Cell {
    Cell::State { state: record.on(window).state, words: wording::tie_standing(record, window, seen) }
}
