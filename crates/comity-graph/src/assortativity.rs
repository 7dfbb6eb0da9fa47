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
    let degree = degree(graph);
    let (mut ends, mut squares, mut cubes) = (0u64, 0u64, 0u64);
    for k in degree.iter().map(|&k| u64::from(k)) {
        ends += k;
        squares += k * k;
        cubes += k * k * k;
    }
    let products = degree_products(graph, &degree);
    let scaled = |sum: u64| i128::from(ends) * i128::from(sum) - i128::from(squares) * i128::from(squares);
    let spread = scaled(cubes);
    (spread > 0).then(|| scaled(products) as f64 / spread as f64)
}

/// The sum over edge ends of the product of both degrees. Rows are short and of every length, so a loop per row
/// is mostly mispredicted branches; differences of one running sum over all slots need none. The sum may wrap: no
/// difference exceeds the number of slots, which fits.
fn degree_products(graph: &Graph, degree: &[u32]) -> u64 {
    let mut running = 0u32;
    let mut until = Vec::with_capacity(graph.targets().len() + 1);
    until.push(0);
    until.extend(graph.targets().iter().map(|&target| {
        running = running.wrapping_add(degree[target as usize]);
        running
    }));
    let around = |slots: std::ops::Range<usize>| until[slots.end].wrapping_sub(until[slots.start]);
    graph.nodes().zip(degree).map(|(node, &k)| u64::from(k) * u64::from(around(graph.slots(node)))).sum()
}
