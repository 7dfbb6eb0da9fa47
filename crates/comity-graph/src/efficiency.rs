//! How well information would travel, and how much worse without one node.

use crate::{Graph, Node, reach::reach};

/// Global efficiency: the mean of 1/d over all ordered pairs (Latora & Marchiori 2001, PRL 87:198701).
///
/// Unit: per step, 0 to 1; unconnected pairs count 0. `None` with fewer than two nodes. Cost: that of [`reach`].
///
/// ```
/// use comity_graph::{Graph, efficiency::{efficiency, vulnerability}};
/// let (path, _) = Graph::from_links(3, &[(0, 1), (1, 2)]);
/// assert_eq!(efficiency(&path), Some(5.0 / 6.0));
/// assert_eq!(vulnerability(&path, 1), Some(1.0));
/// ```
pub fn efficiency(graph: &Graph) -> Option<f64> {
    let n = graph.len() as f64;
    (graph.len() > 1).then(|| reach(graph).inverse.iter().sum::<f64>() / (n * (n - 1.0)))
}

/// The share of global efficiency lost if `node` is isolated, (E − E′)/E; the number of nodes stays.
///
/// `None` if there was none to lose. Cost: [`efficiency`] twice.
pub fn vulnerability(graph: &Graph, node: Node) -> Option<f64> {
    let before = efficiency(graph)?;
    let after = efficiency(&graph.isolate(|other| other != node))?;
    (before > 0.0).then(|| (before - after) / before)
}
