//! The interlocking network's worked example.

use crate::golden::{all_close, close, golden, number};
use comity_graph::{
    Entry, TwoMode,
    interlocking::{asymmetric, elemental, interlocking, link, proportional},
};

fn table(rows: &serde_json::Value) -> TwoMode {
    let rows = rows.as_array().unwrap();
    let things = rows[0].as_array().unwrap().len();
    let cells = rows.iter().zip(0..).flat_map(|(row, actor)| {
        let row = row.as_array().unwrap().iter().zip(0..);
        row.map(move |(cell, thing)| Entry { actor, thing, weight: number(cell) })
    });
    TwoMode::new(rows.len(), things, cells.collect())
}

#[test]
fn the_worked_example_holds() {
    let golden = golden("taylor");
    let table = table(&golden["V"]);
    let found = interlocking(&table);
    all_close(&found.connectivity, &golden["N"]);
    all_close(&found.share, &golden["L_share"]);
    all_close(&found.relative, &golden["G_relative_to_max"]);
    close(found.total, number(&golden["T"]));
    for (a, b) in (0..4).flat_map(|a| (0..4).map(move |b| (a, b))).filter(|(a, b)| a != b) {
        let cell = |name: &str| number(&golden[name][a as usize][b as usize]);
        close(link(&table, a, b), cell("city_interlock_R_offdiag"));
        close(proportional(&table, a, b).unwrap(), cell("P_proportional_(R/(m*h^2))"));
        close(1.0 - proportional(&table, a, b).unwrap(), cell("D_distance_1-P"));
        close(asymmetric(&table, a, b).unwrap(), cell("A_asymmetric_R_ab/(h*S_a)"));
    }
    assert_eq!(elemental(&table, 0, 1), [(0, 20.0), (2, 4.0)]);
}
