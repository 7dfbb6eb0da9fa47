//! How much more the edges keep within groups than chance would make them.

use crate::Graph;

/// Modularity of a partition: `Σ_c (L_c/m − (K_c/2m)²)`, for `L_c` edges within and `K_c` edge ends
/// in group c
/// (Newman & Girvan 2004, PRE 69:026113).
///
/// Unit: share of edges, −0.5 to 1. `None` without edges. Cost: one pass over the edges.
///
/// ```
/// use comity_graph::{Graph, modularity::modularity};
/// let (graph, _) = Graph::from_links(4, &[(0, 1), (2, 3)]);
/// assert_eq!(modularity(&graph, &[0, 0, 1, 1]), Some(0.5));
/// assert_eq!(modularity(&graph, &[0, 0, 0, 0]), Some(0.0));
/// ```
///
/// # Panics
/// If a node has no group.
pub fn modularity(graph: &Graph, groups: &[u32]) -> Option<f64> {
    let count = groups.iter().max().map_or(0, |&top| top as usize + 1);
    let mut ends = vec![0u64; count];
    for node in graph.nodes() {
        ends[groups[node as usize] as usize] += u64::from(graph.degree(node));
    }
    let within = graph.edges().filter(|&(a, b)| groups[a as usize] == groups[b as usize]).count();
    let m = graph.edge_count() as f64;
    let by_chance: f64 = ends.iter().map(|&ends| (ends as f64 / (2.0 * m)).powi(2)).sum();
    (graph.edge_count() > 0).then(|| within as f64 / m - by_chance)
}
