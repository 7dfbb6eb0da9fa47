//! Which nodes alone hold a part of the graph together.

use crate::{Graph, Node, lowlink::LowLink};

/// Articulation points, ascending: nodes whose removal leaves more components than before.
///
/// Cost: linear (Hopcroft & Tarjan 1973).
///
/// ```
/// use comity_graph::{Graph, articulation::articulation_points};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// assert_eq!(articulation_points(&path), [1, 2]);
/// ```
pub fn articulation_points(graph: &Graph) -> Vec<Node> {
    let pieces = pieces_without(graph);
    graph.nodes().filter(|&node| graph.degree(node) > 0 && pieces[node as usize] > 1).collect()
}

/// Into how many pieces the removal of each node would split its component: 1 for most, 0 if it is isolated.
pub fn pieces_without(graph: &Graph) -> Vec<u32> {
    let search = LowLink::new(graph);
    let is_root = |node: Node| search.parent[node as usize] == node;
    let mut pieces: Vec<u32> = graph.nodes().map(|node| u32::from(!is_root(node))).collect();
    for &node in &search.preorder {
        let parent = search.parent[node as usize];
        if parent != node && search.low[node as usize] >= search.found[parent as usize] {
            pieces[parent as usize] += 1;
        }
    }
    pieces
}
