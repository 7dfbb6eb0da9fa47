//! How a relation stands on a day, as a cell of a table.

use comity_model::Window;
use comity_snapshot::record::TieRecord;
use comity_snapshot::{Adoption, Fact, Snapshot, wording};

use super::Cell;

pub(crate) fn fact_cell(snapshot: &Snapshot, fact: &Fact<'_>, window: Window) -> Cell {
    record_cell(snapshot, fact, &fact.record(snapshot), window)
}

/// By a record of its own: of one role, one post.
pub(crate) fn record_cell(snapshot: &Snapshot, fact: &Fact<'_>, record: &TieRecord, window: Window) -> Cell {
    let words = wording::tie_standing(snapshot, record, window, fact.last_seen(snapshot).as_ref());
    Cell::State { state: record.on(window).state, words }
}

pub(crate) fn adoption_cell(snapshot: &Snapshot, adoption: &Adoption<'_>, window: Window) -> Cell {
    let state = adoption.record(snapshot).on(window).state;
    Cell::State { state, words: wording::act_standing(snapshot, adoption, window) }
}
