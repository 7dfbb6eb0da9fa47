//! How often two partners of one node are partners of each other.

use crate::{Graph, share::share, triangles::triangles};

/// Local clustering of each node: the share of pairs of its neighbours that are linked (Watts & Strogatz 1998).
///
/// Unit: share, 0 to 1. Nodes with fewer than two neighbours have 0, and count in the average.
/// Cost: that of [`triangles`].
///
/// ```
/// use comity_graph::{Graph, clustering::{clustering, transitivity}};
/// let (graph, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
/// assert_eq!(clustering(&graph), [1.0, 1.0, 1.0 / 3.0, 0.0]);
/// assert_eq!(transitivity(&graph), Some(0.6));
/// ```
pub fn clustering(graph: &Graph) -> Vec<f64> {
    let closed = triangles(graph);
    graph.nodes().map(|node| share(closed[node as usize], pairs(graph.degree(node))).unwrap_or(0.0)).collect()
}

/// Mean local clustering over all nodes. `None` without nodes.
pub fn average(graph: &Graph) -> Option<f64> {
    (!graph.is_empty()).then(|| clustering(graph).iter().sum::<f64>() / graph.len() as f64)
}

/// Transitivity: three times the triangles over the paths of length two (Newman 2003).
///
/// `None` if the graph has no path of length two.
pub fn transitivity(graph: &Graph) -> Option<f64> {
    transitivity_of(graph, triangles(graph).iter().sum())
}

pub(crate) fn transitivity_of(graph: &Graph, closed: u64) -> Option<f64> {
    share(closed, graph.nodes().map(|node| pairs(graph.degree(node))).sum())
}

fn pairs(degree: u32) -> u64 {
    u64::from(degree) * u64::from(degree.saturating_sub(1)) / 2
}
