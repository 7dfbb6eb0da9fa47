//! Every fast way against the plain one, on small random graphs with several components.

use crate::golden::close;
use comity_graph::{
    Graph, Node, articulation::articulation_points, betweenness::betweenness, bridges::bridges,
    components::components, diameter::diameter, drawn_pairs::betweenness_of_pairs,
    edge_betweenness::edge_betweenness, estimate::estimate, harmonic::harmonic, leiden::leiden, reach::reach,
};
use proptest::prelude::*;

fn graphs() -> impl Strategy<Value = Graph> {
    prop::collection::vec((0u32..14, 0u32..14), 0..26).prop_map(|links| Graph::from_links(14, &links).0)
}

/// Steps and numbers of shortest paths from a node to every other.
fn plain(graph: &Graph, source: Node) -> (Vec<Option<u32>>, Vec<f64>) {
    let (mut steps, mut paths) = (vec![None; graph.len()], vec![0.0; graph.len()]);
    steps[source as usize] = Some(0);
    paths[source as usize] = 1.0;
    for round in 0..graph.len() as u32 {
        for node in graph.nodes().filter(|&node| steps[node as usize].is_none()).collect::<Vec<_>>() {
            let before = |next: &&Node| steps[**next as usize] == Some(round);
            let count: f64 =
                graph.neighbours(node).iter().filter(before).map(|&next| paths[next as usize]).sum();
            if count > 0.0 {
                paths[node as usize] = count;
            }
        }
        for node in graph.nodes().map(|node| node as usize) {
            if steps[node].is_none() && paths[node] > 0.0 {
                steps[node] = Some(round + 1);
            }
        }
    }
    (steps, paths)
}

/// The share of shortest paths between all pairs that pass a node, by the definition.
fn plain_betweenness(graph: &Graph, node: Node) -> f64 {
    let all: Vec<_> = graph.nodes().map(|source| plain(graph, source)).collect();
    let share = |a: Node, b: Node| {
        let (a, b, via) = (a as usize, b as usize, node as usize);
        let direct = all[a].0[b]?;
        let detour = all[a].0[via]? + all[via].0[b]?;
        (detour == direct).then(|| all[a].1[via] * all[via].1[b] / all[a].1[b])
    };
    let pairs = graph.nodes().flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| a != node && b != node).filter_map(|(a, b)| share(a, b)).sum()
}

fn without_edge(graph: &Graph, edge: (Node, Node)) -> Graph {
    Graph::from_links(graph.len(), &graph.edges().filter(|&other| other != edge).collect::<Vec<_>>()).0
}

proptest! {
    #[test]
    fn betweenness_is_its_definition(graph in graphs()) {
        for (node, found) in graph.nodes().zip(betweenness(&graph)) {
            close(found, plain_betweenness(&graph, node));
        }
    }

    #[test]
    fn loads_of_edges_and_nodes_agree(graph in graphs()) {
        let parts = components(&graph);
        let mut around: Vec<f64> = vec![0.0; graph.len()];
        for load in edge_betweenness(&graph) {
            around[load.edge.0 as usize] += load.pairs;
            around[load.edge.1 as usize] += load.pairs;
        }
        for (node, through) in betweenness(&graph).into_iter().enumerate() {
            let others = f64::from(parts.sizes[parts.of[node] as usize] - 1);
            close(around[node], 2.0 * through + others);
        }
    }

    #[test]
    fn distances_are_those_of_plain_searches(graph in graphs()) {
        let (found, inverse) = (reach(&graph), harmonic(&graph));
        for node in graph.nodes() {
            let steps: Vec<u32> = plain(&graph, node).0.into_iter().flatten().filter(|&steps| steps > 0).collect();
            let at = node as usize;
            prop_assert_eq!(found.reached[at] as usize, steps.len());
            prop_assert_eq!(found.distance[at], steps.iter().map(|&steps| u64::from(steps)).sum::<u64>());
            prop_assert_eq!(found.eccentricity[at], steps.iter().copied().max().unwrap_or(0));
            close(inverse[at], steps.iter().map(|&steps| 1.0 / f64::from(steps)).sum());
        }
        let parts = components(&graph);
        let largest = parts.members(parts.largest().unwrap());
        let widest = largest.iter().map(|&node| found.eccentricity[node as usize]).max();
        prop_assert_eq!(diameter(&graph), widest);
    }

    #[test]
    fn cut_nodes_and_edges_are_those_that_cut(graph in graphs()) {
        let whole = components(&graph).sizes.len();
        let cuts = |node: Node| components(&graph.isolate(|other| other != node)).sizes.len() > whole + 1;
        let points: Vec<Node> = graph.nodes().filter(|&node| cuts(node)).collect();
        prop_assert_eq!(articulation_points(&graph), points);
        let alone = |&edge: &(Node, Node)| components(&without_edge(&graph, edge)).sizes.len() > whole;
        prop_assert_eq!(bridges(&graph), graph.edges().filter(alone).collect::<Vec<_>>());
    }

    #[test]
    fn communities_are_connected(graph in graphs(), seed in 0u64..100) {
        let found = leiden(&graph, seed);
        let same = |&(a, b): &(Node, Node)| found.of[a as usize] == found.of[b as usize];
        let (inside, _) = Graph::from_links(graph.len(), &graph.edges().filter(same).collect::<Vec<_>>());
        prop_assert_eq!(components(&inside).sizes.len(), found.count);
    }

    #[test]
    fn a_full_sample_is_no_estimate(graph in graphs()) {
        let all = estimate(&graph, graph.len(), 3);
        for (at, exact) in harmonic(&graph).into_iter().enumerate() {
            close(all.harmonic[at].value, exact);
            close(all.harmonic[at].error, 0.0);
        }
    }

    #[test]
    fn drawn_pairs_come_near_what_all_pairs_say(graph in graphs()) {
        let drawn = betweenness_of_pairs(&graph, 20_000, 3);
        for (found, exact) in drawn.betweenness.iter().zip(betweenness(&graph)) {
            // Twice as far as 95 in 100 are.
            prop_assert!((found.value - exact).abs() <= 2.0 * found.error, "{found:?} for {exact}");
        }
    }
}
