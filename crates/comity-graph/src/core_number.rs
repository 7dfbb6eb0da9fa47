//! How deep in the dense middle each node sits.

use crate::{Graph, Node};

/// Core number of each node: the largest k such that the node belongs to a part in which everyone has at least
/// k neighbours inside the part. Unit: neighbours. Isolated nodes have 0.
///
/// Cost: linear (Batagelj & Zaveršnik 2003, arXiv cs/0310049).
///
/// ```
/// use comity_graph::{Graph, core_number::core_number};
/// let (graph, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 0), (2, 3)]);
/// assert_eq!(core_number(&graph), [2, 2, 2, 1]);
/// ```
pub fn core_number(graph: &Graph) -> Vec<u32> {
    let mut queue = ByDegree::new(graph);
    for at in 0..graph.len() {
        let node = queue.order[at];
        for &next in graph.neighbours(node) {
            if queue.degree[next as usize] > queue.degree[node as usize] {
                queue.lower(next);
            }
        }
    }
    queue.degree
}

/// Nodes sorted by how many neighbours they have left, kept sorted while one neighbour at a time is taken.
struct ByDegree {
    degree: Vec<u32>,
    order: Vec<Node>,
    place: Vec<u32>,
    /// Where in `order` the nodes of each degree begin.
    bin: Vec<u32>,
}

impl ByDegree {
    fn new(graph: &Graph) -> ByDegree {
        let degree = crate::degree::degree(graph);
        let mut bin = vec![0u32; degree.iter().max().map_or(0, |&top| top as usize) + 2];
        for &k in &degree {
            bin[k as usize + 1] += 1;
        }
        for k in 1..bin.len() {
            bin[k] += bin[k - 1];
        }
        let mut next = bin.clone();
        let (mut order, mut place) = (vec![0; degree.len()], vec![0; degree.len()]);
        for (node, &k) in degree.iter().enumerate() {
            place[node] = next[k as usize];
            order[next[k as usize] as usize] = node as Node;
            next[k as usize] += 1;
        }
        ByDegree { degree, order, place, bin }
    }

    /// Swaps a node with the first of its degree and moves that border past it.
    fn lower(&mut self, node: Node) {
        let k = self.degree[node as usize] as usize;
        let (from, to) = (self.place[node as usize], self.bin[k]);
        let first = self.order[to as usize];
        self.order.swap(from as usize, to as usize);
        self.place[first as usize] = from;
        self.place[node as usize] = to;
        self.bin[k] += 1;
        self.degree[node as usize] -= 1;
    }
}
