//! In how many closed threes each node takes part.

use crate::{Graph, Node, cancel::check};

/// Number of triangles through each node. Unit: triangles. The graph has a third of their sum.
///
/// Cost: O(m^1.5) at most. Every edge points to the end with more neighbours, so no node has many edges out
/// (Latapy 2008, *Theoretical Computer Science* 407:458).
///
/// ```
/// use comity_graph::{Graph, triangles::triangles};
/// let (graph, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
/// assert_eq!(triangles(&graph), [1, 1, 1, 0]);
/// ```
pub fn triangles(graph: &Graph) -> Vec<u64> {
    let upward = Upward::new(graph);
    let mut count = vec![0u64; graph.len()];
    let mut marked = vec![Node::MAX; graph.len()];
    for node in graph.nodes() {
        check();
        for &next in upward.of(node) {
            marked[next as usize] = node;
        }
        for &next in upward.of(node) {
            for &third in upward.of(next) {
                if marked[third as usize] == node {
                    count[node as usize] += 1;
                    count[next as usize] += 1;
                    count[third as usize] += 1;
                }
            }
        }
    }
    count
}

/// Each edge once, at its end with fewer neighbours.
struct Upward {
    offsets: Vec<u32>,
    ends: Vec<Node>,
}

impl Upward {
    fn new(graph: &Graph) -> Upward {
        let mut upward = Upward { offsets: vec![0], ends: Vec::with_capacity(graph.edge_count()) };
        for node in graph.nodes() {
            let rank = (graph.degree(node), node);
            let above = graph.neighbours(node).iter().filter(|&&next| (graph.degree(next), next) > rank);
            upward.ends.extend(above);
            upward.offsets.push(upward.ends.len() as u32);
        }
        upward
    }

    fn of(&self, node: Node) -> &[Node] {
        &self.ends[self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize]
    }
}
