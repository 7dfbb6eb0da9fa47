//! How many partners each node has.

use crate::Graph;

/// Number of neighbours of each node. Unit: partners. Isolated nodes have 0. Cost: one pass over the nodes.
pub fn degree(graph: &Graph) -> Vec<u32> {
    graph.nodes().map(|node| graph.degree(node)).collect()
}
