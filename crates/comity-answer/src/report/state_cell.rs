//! How a relation stands on a day, as a cell of a table.

use comity_model::Window;
use comity_snapshot::{Adoption, Fact, World};

use super::Cell;

pub(crate) fn fact_cell(world: &World, fact: &Fact<'_>, window: Window) -> Cell {
    let state = fact.state(window);
    Cell::State { state, words: fact.state_words(state, fact.last_seen(world).as_ref(), window) }
}

pub(crate) fn adoption_cell(world: &World, adoption: &Adoption<'_>, window: Window) -> Cell {
    let state = adoption.state(world, window);
    Cell::State { state, words: adoption.state_words(world, state, window) }
}
