//! Scores of absent links and the golden hold-out on the karate club.

use comity_fixtures::shared;

use crate::golden::{close, golden, karate, number, pairs};
use comity_graph::{
    holdout::{accuracy, hide, hits, without},
    link_prediction::{Score, score, suggest},
    read,
};

const NAMES: [(Score, &str); 5] = [
    (Score::ResourceAllocation, "resource_allocation"),
    (Score::AdamicAdar, "adamic_adar"),
    (Score::Jaccard, "jaccard"),
    (Score::DegreeProduct, "preferential_attachment"),
    (Score::CommonNeighbours, "common_neighbours"),
];

#[test]
fn pairs_score_as_published() {
    let (golden, graph) = (golden("linkprediction"), karate());
    for (by, name) in NAMES {
        for (pair, expected) in golden["scores"][name].as_object().unwrap() {
            let (a, b) = pair.split_once('-').unwrap();
            close(score(&graph, by, a.parse().unwrap(), b.parse().unwrap()), number(expected));
        }
    }
}

#[test]
fn hidden_links_are_found_as_often_as_published() {
    let (golden, graph) = (golden("linkprediction"), karate());
    let holdout = without(&graph, &pairs(&golden["holdout"]["hidden"]));
    for (by, name) in &NAMES[..4] {
        let found = accuracy(&holdout, *by).unwrap();
        close(found.auc, number(&golden["holdout"][name]["auc"]));
        close(found.precision, number(&golden["holdout"][name]["precision_at_L"]));
    }
}

#[test]
fn suggestions_leave_out_existing_ties() {
    let graph = karate();
    let found = suggest(&graph, Score::ResourceAllocation, 0, 3);
    assert!(found.iter().all(|candidate| !graph.has_edge(0, candidate.node)));
    assert_eq!(found[0].node, 33);
}

#[test]
fn a_tenth_of_the_twin_graph_is_found_better_than_by_chance() {
    let Some(path) = shared("data/wikidata-p190-2016/relations.tsv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let holdout = hide(&read::edges(&text).0.graph, 0.1, 1);
    assert_eq!(holdout.hidden.len(), 1740);
    let by = Score::ResourceAllocation;
    assert!(accuracy(&holdout, by).unwrap().auc > 0.6);
    assert!(hits(&holdout, by, 10).unwrap() > 0.1);
}
