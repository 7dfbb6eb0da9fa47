//! Who is linked to whom: an undirected simple graph as two arrays.

use std::ops::Range;

use crate::cancel::check;

/// The number of a node, from 0. [`Labels`](crate::Labels) says which identifier it stands for.
pub type Node = u32;

/// An undirected simple graph in compressed sparse rows: the neighbours of a node are one sorted slice.
///
/// Built once and never changed. No self-loops, no parallel edges, no weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    offsets: Vec<u32>,
    neighbours: Vec<Node>,
}

/// What was dropped to make a list of links a simple graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Collapsed {
    /// Links from a node to itself.
    pub self_loops: usize,
    /// Links that repeat an earlier one, in the same direction or the other.
    pub repeats: usize,
}

impl Graph {
    /// Builds the graph of nodes `0..nodes` from links in any order, direction and number.
    ///
    /// Cost: linear in nodes and links. Every link is scattered to both its ends and then transposed, which
    /// leaves each row sorted without a comparison.
    ///
    /// # Panics
    /// If a link names a node that is not in `0..nodes`, or there are more than 2³¹ links.
    pub fn from_links(nodes: usize, links: &[(Node, Node)]) -> (Graph, Collapsed) {
        check();
        let scattered = scatter(nodes, links);
        let (graph, kept) = transpose_distinct(&scattered);
        let self_loops = links.iter().filter(|(a, b)| a == b).count();
        let repeats = links.len() - self_loops - kept / 2;
        (graph, Collapsed { self_loops, repeats })
    }

    /// How many nodes there are, isolated ones included.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// What it takes in memory.
    pub fn bytes(&self) -> usize {
        size_of_val(self.offsets.as_slice()) + size_of_val(self.neighbours.as_slice())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many undirected edges there are.
    pub fn edge_count(&self) -> usize {
        self.neighbours.len() / 2
    }

    pub fn nodes(&self) -> Range<Node> {
        0..self.len() as Node
    }

    pub fn degree(&self, node: Node) -> u32 {
        self.offsets[node as usize + 1] - self.offsets[node as usize]
    }

    /// The neighbours of a node, ascending.
    pub fn neighbours(&self, node: Node) -> &[Node] {
        &self.neighbours[self.slots(node)]
    }

    /// Where the neighbours of a node lie in [`Graph::targets`]: one slot per direction of each edge.
    pub(crate) fn slots(&self, node: Node) -> Range<usize> {
        self.offsets[node as usize] as usize..self.offsets[node as usize + 1] as usize
    }

    pub(crate) fn targets(&self) -> &[Node] {
        &self.neighbours
    }

    pub fn has_edge(&self, a: Node, b: Node) -> bool {
        self.neighbours(a).binary_search(&b).is_ok()
    }

    /// Every edge once, as `(smaller, larger)`, ascending.
    pub fn edges(&self) -> impl Iterator<Item = (Node, Node)> + '_ {
        self.nodes().flat_map(move |a| {
            let row = self.neighbours(a);
            row[row.partition_point(|&b| b <= a)..].iter().map(move |&b| (a, b))
        })
    }

    /// The same graph with every edge that touches a node outside `keep` removed; numbering stays.
    #[must_use]
    pub fn isolate(&self, mut keep: impl FnMut(Node) -> bool) -> Graph {
        let kept: Vec<bool> = self.nodes().map(&mut keep).collect();
        let links: Vec<_> = self.edges().filter(|&(a, b)| kept[a as usize] && kept[b as usize]).collect();
        Graph::from_links(self.len(), &links).0
    }

    /// The graph between `members` only, each numbered by its place in the list.
    ///
    /// # Panics
    /// If a node stands in the list twice.
    #[must_use]
    pub fn induced(&self, members: &[Node]) -> Graph {
        const OUTSIDE: Node = Node::MAX;
        let mut place = vec![OUTSIDE; self.len()];
        for (at, &node) in members.iter().enumerate() {
            assert_eq!(
                std::mem::replace(&mut place[node as usize], at as Node),
                OUTSIDE,
                "node listed twice"
            );
        }
        let mut links = Vec::new();
        for (at, &node) in members.iter().enumerate() {
            let ends = self.neighbours(node).iter().map(|&next| place[next as usize]);
            links
                .extend(ends.filter(|&end| end != OUTSIDE && end as usize > at).map(|end| (at as Node, end)));
        }
        Graph::from_links(members.len(), &links).0
    }
}

/// Rows with every link at both its ends, unsorted and with repeats.
fn scatter(nodes: usize, links: &[(Node, Node)]) -> Graph {
    let mut offsets = vec![0u32; nodes + 1];
    for &(a, b) in links.iter().filter(|(a, b)| a != b) {
        offsets[a as usize + 1] += 1;
        offsets[b as usize + 1] += 1;
    }
    for node in 0..nodes {
        offsets[node + 1] =
            offsets[node + 1].checked_add(offsets[node]).expect("a graph holds at most 2^31 links");
    }
    let mut next = offsets.clone();
    let mut neighbours = vec![0; offsets[nodes] as usize];
    for &(a, b) in links.iter().filter(|(a, b)| a != b) {
        for (from, to) in [(a, b), (b, a)] {
            neighbours[next[from as usize] as usize] = to;
            next[from as usize] += 1;
        }
    }
    Graph { offsets, neighbours }
}

/// The transpose of a symmetric table is itself with rows in order, so a repeat always follows its twin.
fn transpose_distinct(scattered: &Graph) -> (Graph, usize) {
    let mut rows = scattered.neighbours.clone();
    let mut end: Vec<u32> = scattered.offsets[..scattered.len()].to_vec();
    for from in scattered.nodes() {
        for &to in scattered.neighbours(from) {
            let (start, stop) = (scattered.offsets[to as usize], end[to as usize]);
            if stop == start || rows[stop as usize - 1] != from {
                rows[stop as usize] = from;
                end[to as usize] += 1;
            }
        }
    }
    let graph = close_gaps(&scattered.offsets, &end, rows);
    let kept = graph.neighbours.len();
    (graph, kept)
}

fn close_gaps(starts: &[u32], ends: &[u32], mut rows: Vec<Node>) -> Graph {
    let mut offsets = Vec::with_capacity(starts.len());
    let mut filled = 0;
    for (&start, &end) in starts.iter().zip(ends) {
        offsets.push(filled as u32);
        rows.copy_within(start as usize..end as usize, filled);
        filled += (end - start) as usize;
    }
    offsets.push(filled as u32);
    rows.truncate(filled);
    Graph { offsets, neighbours: rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_list_is_an_empty_graph() {
        let (graph, collapsed) = Graph::from_links(0, &[]);
        assert!(graph.is_empty());
        assert_eq!(collapsed, Collapsed::default());
    }

    proptest! {
        #[test]
        fn a_graph_is_the_set_of_its_links(links in prop::collection::vec((0u32..12, 0u32..12), 0..60)) {
            let (graph, collapsed) = Graph::from_links(12, &links);
            let mut expect: Vec<_> =
                links.iter().filter(|(a, b)| a != b).map(|&(a, b)| (a.min(b), a.max(b))).collect();
            expect.sort_unstable();
            expect.dedup();
            prop_assert_eq!(graph.edges().collect::<Vec<_>>(), expect);
            prop_assert_eq!(links.len(), graph.edge_count() + collapsed.self_loops + collapsed.repeats);
        }
    }
}
