//! How often a walker who sometimes starts afresh would be at each node.

use crate::{Graph, cancel::check};

/// The share of steps along a link; the rest start afresh anywhere (Brin & Page 1998).
pub const DAMPING: f64 = 0.85;

/// `PageRank` of each node at [`DAMPING`]. Unit: probability; adds up to 1. A walker on an isolated node starts
/// afresh.
///
/// Solved to 1e-13 of the total as the linear system it is, by successive over-relaxation: one pass over the
/// edges per round, about thirty rounds. The system is symmetric and positive definite on an undirected graph,
/// so it converges (Young 1971, *Iterative Solution of Large Linear Systems*).
///
/// ```
/// use comity_graph::{Graph, pagerank::pagerank};
/// let (star, _) = Graph::from_links(3, &[(0, 1), (0, 2)]);
/// let found = pagerank(&star);
/// assert!((found[0] - 0.4864864864864865).abs() < 1e-12);
/// assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// ```
pub fn pagerank(graph: &Graph) -> Vec<f64> {
    let relaxation = 2.0 / (1.0 + (1.0 - DAMPING * DAMPING).sqrt());
    let share: Vec<f64> = graph.nodes().map(|node| 1.0 / f64::from(graph.degree(node).max(1))).collect();
    let mut per_link = share.clone();
    for _ in 0..MAX_ROUNDS {
        check();
        let mut moved = 0.0;
        for node in graph.nodes() {
            let at = node as usize;
            let arriving: f64 = graph.neighbours(node).iter().map(|&from| per_link[from as usize]).sum();
            let step = relaxation * ((1.0 + DAMPING * arriving) * share[at] - per_link[at]);
            per_link[at] += step;
            moved += step.abs() / share[at];
        }
        if moved < 1e-13 * graph.len() as f64 {
            break;
        }
    }
    let total: f64 = per_link.iter().zip(&share).map(|(value, share)| value / share).sum();
    per_link.iter().zip(&share).map(|(value, share)| value / share / total).collect()
}

/// Far beyond the rounds any graph needs at this damping.
const MAX_ROUNDS: usize = 1000;
