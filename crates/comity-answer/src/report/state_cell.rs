//! How a relation stands on a day, as a cell of a table.

use comity_model::Window;
use comity_snapshot::{Adoption, Fact, Snapshot};

use super::Cell;

pub(crate) fn fact_cell(snapshot: &Snapshot, fact: &Fact<'_>, window: Window) -> Cell {
    let state = fact.state(window);
    Cell::State { state, words: fact.state_words(state, fact.last_seen(snapshot).as_ref(), window) }
}

pub(crate) fn adoption_cell(snapshot: &Snapshot, adoption: &Adoption<'_>, window: Window) -> Cell {
    let state = adoption.state(snapshot, window);
    Cell::State { state, words: adoption.state_words(snapshot, state, window) }
}
