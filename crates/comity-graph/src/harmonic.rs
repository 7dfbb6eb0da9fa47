//! How near each node is to everyone, those out of reach being infinitely far.

use crate::{Graph, reach::reach};

/// Harmonic centrality of each node: Σ 1/d over all others (Marchiori & Latora 2000; Boldi & Vigna 2014).
///
/// Unit: nodes at one step. Nodes out of reach add 0, so it holds on a graph of several components.
/// Cost: that of [`reach`].
///
/// ```
/// use comity_graph::{Graph, harmonic::harmonic};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2)]);
/// assert_eq!(harmonic(&path), [1.5, 2.0, 1.5, 0.0]);
/// ```
pub fn harmonic(graph: &Graph) -> Vec<f64> {
    reach(graph).inverse
}
