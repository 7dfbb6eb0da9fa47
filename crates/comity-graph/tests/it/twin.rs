//! The structure of the real twin graph.

use comity_fixtures::shared;

use crate::golden::close;
use comity_graph::{
    betweenness::betweenness, components::components, drawn_pairs::betweenness_of_pairs, estimate::Estimate,
    leiden::spread, read, structure::structure,
};

/// Figures as networkx 3.6.1 and igraph 1.0.0 give them for the same file.
#[test]
fn the_twin_graph_has_its_structure() {
    let Some(path) = shared("data/wikidata-p190-2016/relations.tsv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let (list, problems) = read::edges(&text);
    assert_eq!(problems.count, 0);
    let found = structure(&list.graph);
    assert_eq!((found.nodes, found.edges, found.components), (10_055, 17_401, 1));
    assert_eq!((found.largest_component, found.diameter, found.triangles), (10_055, Some(25), 6_065));
    assert_eq!((found.max_degree, found.max_core), (98, 26));
    assert_eq!((found.articulation_points, found.bridges), (3_232, 5_448));
    close(found.mean_distance.unwrap(), 7.397_202_060_637_847);
    close(found.transitivity.unwrap(), 0.114_223_474_980_068);
    close(found.clustering.unwrap(), 0.048_434_066_715_257);
    close(found.assortativity.unwrap(), 0.349_761_964_500_021);
    assert_eq!(list.collapsed.self_loops + list.collapsed.repeats, 34_182 - 17_401);
}

#[test]
fn communities_of_the_twin_graph_are_connected_and_good() {
    let Some(path) = shared("data/wikidata-p190-2016/relations.tsv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let graph = read::edges(&text).0.graph;
    for run in spread(&graph, &[1, 2]) {
        assert!(run.modularity.unwrap() > 0.7265, "{:?}", run.modularity);
        let inside = comity_graph::Graph::from_links(
            graph.len(),
            &graph.edges().filter(|&(a, b)| run.of[a as usize] == run.of[b as usize]).collect::<Vec<_>>(),
        );
        assert_eq!(components(&inside.0).sizes.len(), run.count);
    }
}

/// Of the nodes between others too, and of those most often between.
#[test]
fn betweenness_of_the_twin_graph_is_as_near_as_its_error_says() {
    let Some(path) = shared("data/wikidata-p190-2016/relations.tsv") else { return };
    let graph = read::edges(&std::fs::read_to_string(path).unwrap()).0.graph;
    let exact = betweenness(&graph);
    let found = betweenness_of_pairs(&graph, 6_000_000, 1);
    let mut first: Vec<usize> = (0..exact.len()).filter(|node| exact[*node] > 0.0).collect();
    first.sort_by(|a, b| exact[*b].total_cmp(&exact[*a]));
    for least in [first.len(), 500, 50] {
        let is_near = |node: &&usize| {
            let Estimate { value, error } = found.betweenness[**node];
            (value - exact[**node]).abs() <= error
        };
        let near = first[..least].iter().filter(is_near).count();
        assert!(near * 100 >= least * 95, "{near} of {least}, {} pairs", found.pairs);
    }
    let mean = |nodes: &[usize], of: &dyn Fn(usize) -> f64| nodes.iter().map(|node| of(*node)).sum::<f64>();
    let off =
        mean(&first[..50], &|node| found.betweenness[node].error) / mean(&first[..50], &|node| exact[node]);
    assert!(off < 0.15, "the error is of use: {off}");
}
