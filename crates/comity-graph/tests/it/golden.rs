//! Worked values from `cases/golden`.

use comity_graph::{Graph, Node};
use serde_json::Value;

pub(crate) fn golden(name: &str) -> Value {
    serde_json::from_str(&comity_fixtures::golden(name)).unwrap()
}

#[track_caller]
pub(crate) fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "found {found}, expected {expected}");
}

/// Compares with a number, a list of numbers, or an object whose keys are numbers of nodes.
#[track_caller]
pub(crate) fn all_close(found: &[f64], expected: &Value) {
    let expected = match expected {
        Value::Object(by_node) => (0..by_node.len()).map(|at| number(&by_node[&at.to_string()])).collect(),
        list => numbers(list),
    };
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        close(*found, expected);
    }
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("`{value}` is a number"))
}

pub(crate) fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(number).collect()
}

pub(crate) fn node(value: &Value) -> Node {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

pub(crate) fn pairs(list: &Value) -> Vec<(Node, Node)> {
    list.as_array().unwrap().iter().map(|pair| (node(&pair[0]), node(&pair[1]))).collect()
}

pub(crate) fn karate() -> Graph {
    Graph::from_links(34, &pairs(&golden("karate")["edges"])).0
}

pub(crate) fn floats(counts: &[u32]) -> Vec<f64> {
    counts.iter().map(|&count| f64::from(count)).collect()
}
