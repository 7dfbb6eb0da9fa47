//! Work that is no longer wanted ends, in every kernel that may take long, on every thread it runs on.

use std::time::{Duration, Instant};

use comity_graph::cancel::{CancelToken, Cancelled};
use comity_graph::projection::{Weighting, project};
use comity_graph::{
    Entry, Graph, Node, TwoMode, backbone, betweenness::betweenness, closeness::closeness,
    clustering::clustering, constraint::constraint, diameter::diameter, drawn_pairs::betweenness_of_pairs,
    edge_betweenness::edge_betweenness, efficiency::efficiency, eigenvector::eigenvector, estimate::estimate,
    harmonic::harmonic, holdout, knockout::knockout, leiden, link_prediction::Score, null_model,
    pagerank::pagerank, reach::reach, robustness, robustness::Attack, seed::Seeded, signs::Signs,
    triangles::triangles, withdrawal,
};

/// One kernel under its name.
type Named<G> = (&'static str, fn(&G));

/// Every kernel whose cost is more than one pass over the edges.
const KERNELS: [Named<Graph>; 22] = [
    ("betweenness", |graph| drop(betweenness(graph))),
    ("edge betweenness", |graph| drop(edge_betweenness(graph))),
    ("drawn pairs", |graph| drop(betweenness_of_pairs(graph, 1_000_000_000, 1))),
    ("estimate", |graph| drop(estimate(graph, 1_000, 1))),
    ("reach", |graph| drop(reach(graph))),
    ("closeness", |graph| drop(closeness(graph))),
    ("harmonic", |graph| drop(harmonic(graph))),
    ("efficiency", |graph| _ = efficiency(graph)),
    ("diameter", |graph| _ = diameter(graph)),
    ("eigenvector", |graph| drop(eigenvector(graph))),
    ("pagerank", |graph| drop(pagerank(graph))),
    ("triangles", |graph| drop(triangles(graph))),
    ("clustering", |graph| drop(clustering(graph))),
    ("constraint", |graph| drop(constraint(graph))),
    ("leiden", |graph| drop(leiden::leiden(graph, 1))),
    ("leiden, several seeds", |graph| drop(leiden::spread(graph, &[1, 2, 3]))),
    ("knockout", |graph| drop(knockout(graph, 0))),
    ("robustness by degree", |graph| drop(robustness::robustness(graph, Attack::Degree))),
    ("robustness by betweenness", |graph| drop(robustness::robustness(graph, Attack::BetweennessAdaptive))),
    ("null model", |graph| _ = null_model::confidence(graph, 10, 1, [|graph| graph.len() as f64])),
    ("accuracy", |graph| _ = holdout::accuracy(&holdout::without(graph, &[(0, 1)]), Score::AdamicAdar)),
    ("signs", |graph| drop(Signs::new(graph, 0))),
];

const TABLES: [Named<TwoMode>; 3] = [
    ("projection", |table| drop(project(table, Weighting::Newman))),
    ("backbone", |table| drop(backbone::shared(table))),
    ("withdrawal", |table| drop(withdrawal::curve(table, &vec![0.5; table.things()]))),
];

/// Two nodes are linked at least: the first and the second.
fn links(nodes: usize, links: usize) -> Vec<(Node, Node)> {
    let mut chance = Seeded::new(7);
    let drawn = (1..links).map(|_| (chance.below(nodes) as Node, chance.below(nodes) as Node));
    std::iter::once((0, 1)).chain(drawn).collect()
}

#[test]
fn every_long_kernel_looks_at_the_token() {
    let graph = Graph::from_links(40, &links(40, 120)).0;
    let entries = graph.edges().map(|(actor, thing)| Entry { actor, thing, weight: 1.0 }).collect();
    let table = TwoMode::new(40, 40, entries);
    let token = CancelToken::default();
    for (name, kernel) in KERNELS {
        assert_eq!(token.run(|| kernel(&graph)), Ok(()), "{name}");
    }
    token.cancel();
    for (name, kernel) in KERNELS {
        assert_eq!(token.run(|| kernel(&graph)), Err(Cancelled), "{name}");
    }
    for (name, kernel) in TABLES {
        assert_eq!(token.run(|| kernel(&table)), Err(Cancelled), "{name}");
    }
}

#[test]
fn work_of_hours_ends_at_once() {
    let graph = Graph::from_links(100_000, &links(100_000, 1_000_000)).0;
    // Of its own: the tests beside it keep those of all busy.
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let long = ["betweenness", "reach", "robustness by betweenness", "accuracy"];
    for (name, kernel) in KERNELS.iter().filter(|(name, _)| long.contains(name)) {
        let token = CancelToken::default();
        let (ended, after) = std::thread::scope(|scope| {
            let work = scope.spawn(|| threads.install(|| token.run(|| kernel(&graph))));
            std::thread::sleep(Duration::from_millis(50));
            token.cancel();
            let since = Instant::now();
            (work.join().unwrap(), since.elapsed())
        });
        assert_eq!(ended, Err(Cancelled), "{name}");
        // One search over the whole graph takes tens of milliseconds; all of them a thousand times this.
        assert!(after < Duration::from_secs(10), "{name} went on for {after:?}");
    }
}
