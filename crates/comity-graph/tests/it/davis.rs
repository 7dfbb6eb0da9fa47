//! The Davis women: projections, their backbone and interlocking, as in the golden.

use crate::golden::{close, golden, number};
use comity_graph::{
    Entry, TwoMode,
    backbone::{Control, at_least, shared, survives, tests},
    interlocking::interlocking,
    projection::{Weighting, project},
};
use serde_json::Value;

/// The women in the order of the file, which is that of their names.
fn davis(golden: &Value) -> (Vec<&str>, TwoMode) {
    let names: Vec<&str> =
        golden["rows"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert!(names.is_sorted());
    let rows = golden["matrix"].as_array().unwrap().iter().zip(0..);
    let cells = rows.flat_map(|(row, actor)| {
        let row = row.as_array().unwrap().iter().zip(0..);
        row.map(move |(cell, thing)| Entry { actor, thing, weight: number(cell) })
    });
    (names, TwoMode::new(18, 14, cells.collect()))
}

#[test]
fn projections_weigh_as_published() {
    let golden = golden("davis-bipartite");
    let (names, table) = davis(&golden);
    let kinds = [
        (Weighting::Count, "projection_count"),
        (Weighting::Newman, "projection_newman"),
        (Weighting::Jaccard, "projection_jaccard"),
        (Weighting::Overlap, "projection_overlap_min"),
    ];
    for (weighting, key) in kinds {
        let ties = project(&table, weighting);
        assert_eq!(ties.len(), golden[key].as_object().unwrap().len());
        for tie in ties {
            let pair = format!("{}|{}", names[tie.a as usize], names[tie.b as usize]);
            close(tie.weight, number(&golden[key][pair]));
        }
    }
}

#[test]
fn newman_ties_add_up_to_shared_events() {
    let golden = golden("davis-bipartite");
    let (names, table) = davis(&golden);
    let mut strength = vec![0.0; names.len()];
    for tie in project(&table, Weighting::Newman) {
        strength[tie.a as usize] += tie.weight;
        strength[tie.b as usize] += tie.weight;
    }
    let connectivity = interlocking(&table);
    for (at, name) in names.iter().enumerate() {
        close(strength[at], number(&golden["newman_strength"][name]));
        close(connectivity.connectivity[at], number(&golden["interlock_connectivity_N"][name]));
        close(connectivity.share[at], number(&golden["interlock_share_L"][name]));
    }
}

#[test]
fn no_pair_survives_and_the_method_says_so() {
    let golden = golden("davis-bipartite");
    let (names, table) = davis(&golden);
    let pairs = shared(&table);
    for pair in &pairs {
        let key = format!("{}|{}", names[pair.a as usize], names[pair.b as usize]);
        close(pair.p, number(&golden["hypergeom_p_ge_k"][key]));
    }
    assert_eq!((pairs.len(), tests(&table)), (139, golden["hypergeom_p_ge_k"].as_object().unwrap().len()));
    for control in [Control::Bonferroni, Control::FalseDiscovery] {
        assert_eq!(survives(&pairs, tests(&table), 0.05, control), []);
    }
}

#[test]
fn false_discovery_keeps_what_bonferroni_does_not() {
    let pair = |b, p| comity_graph::backbone::SharedThings { a: 0, b, things: 1, p };
    let pairs = [pair(1, 0.001), pair(2, 0.02), pair(3, 0.9)];
    assert_eq!(survives(&pairs, 3, 0.05, Control::Bonferroni), [pairs[0]]);
    assert_eq!(survives(&pairs, 3, 0.05, Control::FalseDiscovery), [pairs[0], pairs[1]]);
    close(at_least(14, 8, 8, 8), 1.0 / 3003.0);
}
