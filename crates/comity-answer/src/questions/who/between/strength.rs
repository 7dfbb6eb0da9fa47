//! How strongly two are tied through what they meet in.

use comity_graph::interlocking::link;
use comity_graph::{Entry, TwoMode};
use comity_model::Window;
use comity_snapshot::timeslice::{Cell, Roles, Weights, cells_of};
use comity_snapshot::{Node, Snapshot};

use crate::report::Measure;

/// Things both are in, and Taylor's link with the usual weights of roles: with what surely holds, and with what may.
pub(super) fn strength(snapshot: &Snapshot, a: Node, b: Node, window: Window) -> Vec<Measure> {
    let cells = [a, b].map(|actor| cells_of(snapshot, actor, window));
    let [sure, may] = [|cell: &Cell| cell.sure, |cell: &Cell| cell.perhaps].map(|roles| table(&cells, roles));
    let things = |table: &TwoMode| {
        let both = |thing: &u32| table.of_thing(*thing).len() == 2;
        (0..).take(table.things()).filter(both).count()
    };
    let [low, high] = [&sure, &may].map(|table| link(table, 0, 1) + 0.0);
    vec![
        Measure::both("things both are in", [things(&sure), things(&may)], "things"),
        Measure::new("link by roles (Taylor)", Some(low), "products of weights").between(low, high),
    ]
}

/// The two as rows, all their things as columns.
fn table(cells: &[Vec<Cell>; 2], roles: fn(&Cell) -> Roles) -> TwoMode {
    let mut things: Vec<Node> = cells.iter().flatten().map(|cell| cell.thing).collect();
    things.sort_unstable();
    things.dedup();
    let weights = Weights::default();
    let entry = |actor: u32, cell: &Cell| {
        let place =
            things.binary_search(&cell.thing).expect("every thing is in the list made from the cells");
        let thing = u32::try_from(place).expect("fewer than 2^32 entities");
        Entry { actor, thing, weight: weights.of(roles(cell)) }
    };
    let entries = (0..).zip(cells).flat_map(|(actor, cells)| cells.iter().map(move |cell| (actor, cell)));
    TwoMode::new(2, things.len(), entries.map(|(actor, cell)| entry(actor, cell)).collect())
}
