//! Do nodes with many partners pair up with each other?

use crate::{Graph, degree::degree};

/// Degree assortativity: the correlation of the degrees at the two ends of an edge (Newman 2002, PRL 89:208701).
///
/// Unit: correlation, −1 to 1. `None` if all edge ends have one degree, or there are no edges.
/// Cost: one pass over the edges, in whole numbers.
///
/// ```
/// use comity_graph::{Graph, assortativity::assortativity};
/// let (star, _) = Graph::from_links(4, &[(0, 1), (0, 2), (0, 3)]);
/// assert_eq!(assortativity(&star), Some(-1.0));
/// let (ring, _) = Graph::from_links(3, &[(0, 1), (1, 2), (2, 0)]);
/// assert_eq!(assortativity(&ring), None);
/// ```
pub fn assortativity(graph: &Graph) -> Option<f64> {
    let (mut ends, mut products, mut squares, mut cubes) = (0u64, 0u64, 0u64, 0u64);
    let degree = degree(graph);
    for node in graph.nodes() {
        let k = u64::from(degree[node as usize]);
        let around: u64 = graph.neighbours(node).iter().map(|&next| u64::from(degree[next as usize])).sum();
        ends += k;
        products += k * around;
        squares += k * k;
        cubes += k * k * k;
    }
    let scaled = |sum: u64| i128::from(ends) * i128::from(sum) - i128::from(squares) * i128::from(squares);
    let spread = scaled(cubes);
    (spread > 0).then(|| scaled(products) as f64 / spread as f64)
}
