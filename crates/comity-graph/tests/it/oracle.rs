//! Graphs in `cases/graph`, with the values another library gives for them.

use crate::golden::{close, number};
use comity_graph::{
    betweenness::betweenness, closeness::closeness, clustering::clustering, constraint::constraint,
    core_number::core_number, eigenvector::eigenvector, harmonic::harmonic, pagerank::pagerank, read,
    structure::structure,
};
use serde_json::Value;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/graph");

#[test]
fn every_case_has_the_values_of_networkx() {
    let mut files: Vec<_> = std::fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    assert!(files.len() >= 4, "the cases are in {CASES}");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let expected = std::fs::read_to_string(file.with_extension("json")).unwrap();
        check(&text, &serde_json::from_str(&expected).unwrap());
    }
}

fn check(text: &str, expected: &Value) {
    let (list, problems) = read::edges(text);
    assert_eq!(problems.count, 0);
    let graph = &list.graph;
    let found = serde_json::to_value(structure(graph)).unwrap();
    for (name, value) in expected["structure"].as_object().unwrap() {
        match value.as_f64() {
            Some(value) => close(number(&found[name]), value),
            None => assert!(found[name].is_null(), "{name}"),
        }
    }
    let whole = |values: Vec<u32>| values.into_iter().map(f64::from).collect();
    let known =
        |values: Vec<Option<f64>>| values.into_iter().map(|value| value.unwrap_or(f64::NAN)).collect();
    let each: [(&str, Vec<f64>); 7] = [
        ("betweenness", betweenness(graph)),
        ("closeness", closeness(graph)),
        ("clustering", clustering(graph)),
        ("constraint", known(constraint(graph))),
        ("core_number", whole(core_number(graph))),
        ("harmonic", harmonic(graph)),
        ("pagerank", pagerank(graph)),
    ];
    for (name, values) in each {
        for (label, value) in list.labels.iter().zip(values) {
            close(value, number(&expected[name][label]));
        }
    }
    let leading = eigenvector(graph).unwrap();
    for (&node, value) in leading.members.iter().zip(leading.values) {
        close(value, number(&expected["eigenvector"][list.labels.name(node)]));
    }
}
