//! Which single ties connect two parts that nothing else connects.

use crate::{Graph, Node, lowlink::LowLink};

/// Bridges as `(smaller, larger)`, ascending: edges whose removal leaves more components than before.
///
/// Cost: linear (Hopcroft & Tarjan 1973).
///
/// ```
/// use comity_graph::{Graph, bridges::bridges};
/// let (graph, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
/// assert_eq!(bridges(&graph), [(2, 3)]);
/// ```
pub fn bridges(graph: &Graph) -> Vec<(Node, Node)> {
    let search = LowLink::new(graph);
    let mut found: Vec<_> = search
        .preorder
        .iter()
        .filter_map(|&node: &Node| {
            let parent = search.parent[node as usize];
            (parent != node && search.low[node as usize] > search.found[parent as usize])
                .then(|| (node.min(parent), node.max(parent)))
        })
        .collect();
    found.sort_unstable();
    found
}
