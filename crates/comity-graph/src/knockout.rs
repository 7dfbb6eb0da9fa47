//! What falls apart if one node is lost?

use crate::{Graph, Node, components::components};

/// What the loss of a node leaves of its graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knockout {
    /// Sizes of the components that are left, largest first.
    pub components: Vec<u32>,
    /// Pairs of other nodes that had a path between them and have none now.
    pub pairs_lost: u64,
}

/// The loss of `node`. Cost: one pass over the graph.
///
/// ```
/// use comity_graph::{knockout::knockout, Graph};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// let lost = knockout(&path, 1);
/// assert_eq!((lost.components, lost.pairs_lost), (vec![2, 1], 2));
/// ```
pub fn knockout(graph: &Graph, node: Node) -> Knockout {
    let before = components(graph);
    let after = components(&graph.isolate(|other| other != node));
    let own = u64::from(before.sizes[before.of[node as usize] as usize] - 1);
    let mut sizes = after.sizes.clone();
    sizes.remove(after.of[node as usize] as usize);
    sizes.sort_unstable_by_key(|&size| std::cmp::Reverse(size));
    Knockout { components: sizes, pairs_lost: before.connected_pairs() - own - after.connected_pairs() }
}
