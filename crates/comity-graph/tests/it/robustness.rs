//! Loss of nodes on the karate club, and closed forms, as in the golden.

use crate::golden::{all_close, close, golden, karate, node, number};
use comity_graph::{
    Graph,
    efficiency::{efficiency, vulnerability},
    knockout::knockout,
    robustness::{Attack, robustness},
};

#[test]
fn attacks_take_nodes_in_the_published_order() {
    let (golden, graph) = (golden("robustness"), karate());
    let attacks = [
        (Attack::Degree, "degree_static"),
        (Attack::DegreeAdaptive, "degree_adaptive"),
        (Attack::BetweennessAdaptive, "betweenness_adaptive"),
    ];
    for (attack, key) in attacks {
        let found = robustness(&graph, attack);
        let order: Vec<_> = golden[key]["order"].as_array().unwrap().iter().map(node).collect();
        assert_eq!(found.order, order, "{key}");
        all_close(&found.largest, &golden[key]["s"]);
        close(found.robustness, number(&golden[key]["R"]));
    }
}

#[test]
fn losses_cost_what_is_published() {
    let (golden, graph) = (golden("robustness"), karate());
    close(efficiency(&graph).unwrap(), number(&golden["global_efficiency"]));
    for lost in graph.nodes() {
        let key = lost.to_string();
        let expected = number(&golden["vulnerability_isolating_v"][&key]);
        close(vulnerability(&graph, lost).unwrap(), expected);
        let expected = &golden["knockout"][&key];
        let found = knockout(&graph, lost);
        let sizes: Vec<_> = expected["components_after"].as_array().unwrap().iter().map(node).collect();
        assert_eq!(found.components, sizes);
        assert_eq!(Some(found.pairs_lost), expected["pairs_lost_excluding_v"].as_u64());
    }
}

#[test]
fn a_complete_graph_of_ten_holds_out_to_045() {
    let links: Vec<_> = (0..10).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
    let (complete, _) = Graph::from_links(10, &links);
    close(robustness(&complete, Attack::Degree).robustness, 0.45);
}
