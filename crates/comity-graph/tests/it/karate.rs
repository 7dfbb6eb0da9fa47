//! The karate club: centralities, cohesion, communities and homophily, as in the golden.

use crate::golden::{all_close, close, floats, golden, karate, node, number, numbers, pairs};
use comity_graph::{
    articulation::articulation_points,
    assortativity::assortativity,
    betweenness::{betweenness, normalised},
    bridges::bridges,
    closeness::closeness,
    clustering::{average, clustering, transitivity},
    constraint::{constraint, effective_size},
    core_number::core_number,
    degree::degree,
    diameter::diameter,
    edge_betweenness::edge_betweenness,
    eigenvector::eigenvector,
    harmonic::harmonic,
    leiden::{leiden, spread},
    mixing::mixing,
    modularity::modularity,
    pagerank::pagerank,
    structure::structure,
};

#[test]
fn every_node_has_its_published_value() {
    let (golden, graph) = (golden("karate"), karate());
    all_close(&floats(&degree(&graph)), &golden["degree"]);
    all_close(&betweenness(&graph), &golden["betweenness_unnormalised"]);
    all_close(&normalised(&graph), &golden["betweenness_normalised"]);
    all_close(&closeness(&graph), &golden["closeness_wf"]);
    all_close(&harmonic(&graph), &golden["harmonic_sum"]);
    all_close(&pagerank(&graph), &golden["pagerank_0.85"]);
    all_close(&floats(&core_number(&graph)), &golden["core_number"]);
    all_close(&clustering(&graph), &golden["clustering_local"]);
    let known = |values: Vec<Option<f64>>| values.into_iter().map(Option::unwrap).collect::<Vec<_>>();
    all_close(&known(constraint(&graph)), &golden["burt_constraint"]);
    all_close(&known(effective_size(&graph)), &golden["burt_effective_size"]);
}

#[test]
fn the_leading_eigenvector_is_the_published_one() {
    let (golden, graph) = (golden("karate"), karate());
    let found = eigenvector(&graph).unwrap();
    all_close(&found.values, &golden["eigenvector_l2"]);
    close(found.spectral_radius, number(&golden["spectral_radius"]));
}

#[test]
fn every_edge_has_its_published_load() {
    let (golden, graph) = (golden("karate"), karate());
    let loads = edge_betweenness(&graph);
    assert_eq!(loads.len(), golden["edge_betweenness_unnormalised"].as_object().unwrap().len());
    for load in loads {
        let key = format!("{}-{}", load.edge.0, load.edge.1);
        close(load.pairs, number(&golden["edge_betweenness_unnormalised"][key]));
    }
}

#[test]
fn the_whole_has_its_published_figures() {
    let (golden, graph) = (golden("karate"), karate());
    let found = structure(&graph);
    close(average(&graph).unwrap(), number(&golden["clustering_average"]));
    close(transitivity(&graph).unwrap(), number(&golden["transitivity"]));
    close(assortativity(&graph).unwrap(), number(&golden["assortativity_degree"]));
    close(found.mean_distance.unwrap(), number(&golden["average_path_length"]));
    assert_eq!(found.triangles, golden["triangles_total"].as_u64().unwrap());
    assert_eq!(diameter(&graph).map(u64::from), golden["diameter"].as_u64());
    assert_eq!(found.diameter, diameter(&graph));
    let points: Vec<_> = golden["articulation_points"].as_array().unwrap().iter().map(node).collect();
    assert_eq!(articulation_points(&graph), points);
    assert_eq!(bridges(&graph), pairs(&golden["bridges"]));
}

#[test]
fn the_observed_split_mixes_as_published() {
    let (golden, graph) = (golden("karate"), karate());
    let mut club = vec![1; 34];
    for member in golden["observed_split_mr_hi"].as_array().unwrap() {
        club[node(member) as usize] = 0;
    }
    let found = mixing(&graph, &club, 2).unwrap();
    close(found.assortativity.unwrap(), number(&golden["attribute_assortativity_club"]));
    close(found.external_internal, number(&golden["EI_index_club"]));
    for (row, expected) in found.matrix.iter().zip(golden["attribute_mixing_matrix"].as_array().unwrap()) {
        row.iter().zip(numbers(expected)).for_each(|(found, expected)| close(*found, expected));
    }
    close(modularity(&graph, &club).unwrap(), number(&golden["modularity_of_observed_split"]));
}

#[test]
fn leiden_reaches_the_best_known_modularity() {
    let (golden, graph) = (golden("karate"), karate());
    let seeds: Vec<u64> = (0..50).collect();
    let runs = spread(&graph, &seeds);
    let best = runs.iter().filter_map(|run| run.modularity).fold(0.0, f64::max);
    close(best, number(&golden["leiden_best_modularity_of_200_seeds"]));
    assert!(runs.iter().all(|run| run.modularity.unwrap() > 0.40));
    assert_eq!(leiden(&graph, 7), runs[7]);
}
