//! Is a figure more than the numbers of partners alone would give?

use crate::{
    Graph, Node,
    cancel::{bound, check},
    seed::Seeded,
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// An observed figure beside those of random graphs in which every node keeps its number of partners.
#[derive(Debug, Clone, PartialEq)]
pub struct Confidence {
    pub observed: f64,
    /// Mean over the random graphs.
    pub mean: f64,
    /// Standard deviation over the random graphs.
    pub deviation: f64,
    /// Observed less mean, in deviations. `None` if the random graphs all agree.
    pub z: Option<f64>,
    /// Share of random graphs, the observed one counted in, whose figure is as far from the mean or farther.
    pub p: f64,
}

/// Compares figures of the graph with those of `rounds` random graphs of the same degrees, drawn by `seed` once for all
/// figures. In parallel.
///
/// ```
/// use comity_graph::{clustering::transitivity, null_model::confidence, Graph};
/// let (two_rings, _) = Graph::from_links(6, &[(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]);
/// let [found] = confidence(&two_rings, 50, 1, [|graph| transitivity(graph).unwrap_or(0.0)]);
/// assert!(found.observed == 1.0 && found.mean < 1.0);
/// ```
///
/// # Panics
/// If `rounds` is 0.
pub fn confidence<const N: usize>(
    graph: &Graph,
    rounds: u64,
    seed: u64,
    figures: [fn(&Graph) -> f64; N],
) -> [Confidence; N] {
    assert!(rounds > 0, "a comparison needs a random graph");
    let random = |round: u64| rewired(graph, seed.wrapping_add(round));
    let of_random = |graph: Graph| figures.map(|figure| figure(&graph));
    let drawn = (0..rounds).into_par_iter().map(bound(|round| of_random(random(round))));
    let drawn: Vec<[f64; N]> = drawn.collect();
    std::array::from_fn(|n| {
        let of_random: Vec<f64> = drawn.iter().map(|figures| figures[n]).collect();
        Confidence::of(figures[n](graph), &of_random)
    })
}

impl Confidence {
    fn of(observed: f64, drawn: &[f64]) -> Self {
        let n = drawn.len() as f64;
        let mean = drawn.iter().sum::<f64>() / n;
        let deviation = (drawn.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
        let distance = (observed - mean).abs() * (1.0 - 1e-12);
        let as_far = drawn.iter().filter(|value| (**value - mean).abs() >= distance).count();
        let z = (deviation > 0.0).then(|| (observed - mean) / deviation);
        Self { observed, mean, deviation, z, p: (as_far as f64 + 1.0) / (n + 1.0) }
    }
}

/// A random graph of the same degrees: ten tries per edge to exchange ends with another edge, without making a
/// self-loop or a repeat (Maslov & Sneppen 2002, *Science* 296:910). Cost: linear in edges.
pub fn rewired(graph: &Graph, seed: u64) -> Graph {
    const TRIES_PER_EDGE: usize = 10;
    let mut chance = Seeded::new(seed);
    let mut edges: Vec<(Node, Node)> = graph.edges().collect();
    let mut present: FxHashSet<(Node, Node)> = edges.iter().copied().collect();
    for _ in 0..edges.len() * TRIES_PER_EDGE {
        check();
        let (one, two) = (chance.below(edges.len()), chance.below(edges.len()));
        let ((a, b), (mut c, mut d)) = (edges[one], edges[two]);
        if chance.below(2) == 1 {
            (c, d) = (d, c);
        }
        let (first, second) = (ordered(a, d), ordered(c, b));
        let simple = a != d && c != b && first != second;
        if simple && !present.contains(&first) && !present.contains(&second) {
            present.remove(&edges[one]);
            present.remove(&edges[two]);
            present.extend([first, second]);
            (edges[one], edges[two]) = (first, second);
        }
    }
    Graph::from_links(graph.len(), &edges).0
}

fn ordered(a: Node, b: Node) -> (Node, Node) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::degree::degree;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_node_keeps_its_degree(links in prop::collection::vec((0u32..12, 0u32..12), 0..40), seed: u64) {
            let (graph, _) = Graph::from_links(12, &links);
            prop_assert_eq!(degree(&rewired(&graph, seed)), degree(&graph));
        }
    }
}
