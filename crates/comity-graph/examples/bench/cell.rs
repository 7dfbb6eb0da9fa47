//! One indicator on one graph: its time, and a figure by which peers can be compared.

use comity_graph::{
    Graph, articulation, assortativity, betweenness, bridges, closeness, clustering, components, constraint,
    core_number, degree, diameter, drawn_pairs, edge_betweenness, efficiency, eigenvector, harmonic, leiden,
    pagerank, structure, triangles,
};
use serde_json::{Map, Value, json};
use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// A name as in `bench/graph/peers.py`, and what computes the indicator and sums up its values.
type Cell = (&'static str, fn(&Graph) -> f64);

const CELLS: [Cell; 23] = [
    ("construction", |graph| {
        let links: Vec<_> = graph.edges().collect();
        Graph::from_links(graph.len(), &links).0.edge_count() as f64
    }),
    ("components", |graph| components::components(graph).sizes.len() as f64),
    ("degree", |graph| whole(&degree::degree(graph))),
    ("triangles", |graph| triangles::triangles(graph).iter().sum::<u64>() as f64 / 3.0),
    ("transitivity", |graph| clustering::transitivity(graph).unwrap_or(0.0)),
    ("clustering", |graph| clustering::clustering(graph).iter().sum()),
    ("assortativity", |graph| assortativity::assortativity(graph).unwrap_or(0.0)),
    ("core_number", |graph| whole(&core_number::core_number(graph))),
    ("articulation_points", |graph| articulation::articulation_points(graph).len() as f64),
    ("bridges", |graph| bridges::bridges(graph).len() as f64),
    ("pagerank", |graph| pagerank::pagerank(graph).iter().sum()),
    ("eigenvector", |graph| eigenvector::eigenvector(graph).map_or(0.0, |found| found.values.iter().sum())),
    ("constraint", |graph| constraint::constraint(graph).iter().flatten().sum()),
    ("effective_size", |graph| constraint::effective_size(graph).iter().flatten().sum()),
    ("leiden", |graph| leiden::leiden(graph, 1).modularity.unwrap_or(0.0)),
    ("diameter", |graph| f64::from(diameter::diameter(graph).unwrap_or(0))),
    ("closeness", |graph| closeness::closeness(graph).iter().sum()),
    ("harmonic", |graph| harmonic::harmonic(graph).iter().sum()),
    ("efficiency", |graph| efficiency::efficiency(graph).unwrap_or(0.0)),
    ("structure", |graph| structure::structure(graph).mean_distance.unwrap_or(0.0)),
    ("betweenness", |graph| betweenness::betweenness(graph).iter().sum()),
    ("edge_betweenness", |graph| {
        edge_betweenness::edge_betweenness(graph).iter().map(|load| load.pairs).sum()
    }),
    ("betweenness_of_pairs", |graph| {
        let found = drawn_pairs::betweenness_of_pairs(graph, 60_000_000, 1);
        found.betweenness.iter().map(|estimate| estimate.value).sum()
    }),
];

const LIMIT: Duration = Duration::from_mins(1);

fn whole(values: &[u32]) -> f64 {
    values.iter().map(|&value| f64::from(value)).sum()
}

/// The median of up to five runs within four seconds, reading excluded.
pub(crate) fn time(name: &str, graph: &Graph) {
    let (_, run) = CELLS.iter().find(|cell| cell.0 == name).expect("the name is one of the cells");
    let begun = Instant::now();
    let (mut seconds, mut figure) = (Vec::new(), 0.0);
    while seconds.len() < 5 && begun.elapsed() < Duration::from_secs(4) {
        let start = Instant::now();
        figure = run(graph);
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    println!("{}", json!({ "seconds": seconds[seconds.len() / 2], "figure": figure }));
}

/// Every cell in its own process: `{indicator: {seconds, figure}}`, or `{over: 60}` if it was stopped.
pub(crate) fn all(file: &str) -> Value {
    let cells = CELLS.iter().map(|(name, _)| ((*name).to_owned(), apart(name, file)));
    json!({ "comity": cells.collect::<Map<String, Value>>() })
}

fn apart(name: &str, file: &str) -> Value {
    let program = std::env::current_exe().expect("a running program has a path");
    let mut child = Command::new(program)
        .args(["--cell", name, file])
        .stdout(Stdio::piped())
        .spawn()
        .expect("this program can be started again");
    let begun = Instant::now();
    while child.try_wait().expect("a child can be waited for").is_none() {
        if begun.elapsed() > LIMIT {
            child.kill().expect("a running child can be stopped");
            child.wait().expect("a stopped child ends");
            return json!({ "over": LIMIT.as_secs() });
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().expect("a child that ended has output");
    serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
}
