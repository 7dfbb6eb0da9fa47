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

/// What the removal of one node would leave of its component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// Into how many pieces it would split; 1 for most nodes, 0 if it is isolated.
    pub pieces: u32,
    /// The weight of all pieces but the heaviest.
    pub cut_off: u64,
    /// Pairs of weights that would lose every path between them; those of the node itself do not count.
    pub pairs: u64,
}

/// What the removal of each node would split off, from one search.
#[derive(Debug)]
pub struct Splits {
    search: LowLink,
    own: Vec<u64>,
    /// Weight of the part below each node, in the order of the search, itself included.
    below: Vec<u64>,
    /// How many nodes that part has.
    count: Vec<u32>,
    /// Weight of the whole component.
    whole: Vec<u64>,
}

impl Splits {
    /// `weight` says how much each node counts: 1 for its own sake, 0 for a node that only carries paths.
    ///
    /// Cost: linear (Hopcroft & Tarjan 1973); a [`knockout`](crate::knockout) of every node would be quadratic.
    ///
    /// ```
    /// use comity_graph::{Graph, articulation::Splits};
    /// let (path, _) = Graph::from_links(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    /// let splits = Splits::new(&path, |_| 1);
    /// // Without node 1: {0} and {2, 3, 4}.
    /// let loss = splits.loss(1);
    /// assert_eq!((loss.pieces, loss.cut_off, loss.pairs), (2, 1, 3));
    /// assert_eq!((splits.cut_off(1), splits.cut_off(0)), (vec![0], vec![]));
    /// ```
    pub fn new(graph: &Graph, weight: impl Fn(Node) -> u64) -> Splits {
        let search = LowLink::new(graph);
        let own: Vec<u64> = graph.nodes().map(weight).collect();
        let (mut below, mut count) = (own.clone(), vec![1; graph.len()]);
        for &node in search.preorder.iter().rev() {
            let (at, up) = (node as usize, search.parent[node as usize] as usize);
            if at != up {
                below[up] += below[at];
                count[up] += count[at];
            }
        }
        let mut whole = below.clone();
        for &node in &search.preorder {
            whole[node as usize] = whole[search.parent[node as usize] as usize];
        }
        Splits { search, own, below, count, whole }
    }

    pub fn loss(&self, node: Node) -> Loss {
        let weights: Vec<u64> = self.pieces(node).map(|(_, weight)| weight).collect();
        let others: u64 = weights.iter().sum();
        let heaviest = weights.iter().copied().max().unwrap_or(0);
        let squares: u64 = weights.iter().map(|weight| weight * weight).sum();
        let pairs = (others * others - squares) / 2;
        Loss { pieces: weights.len() as u32, cut_off: others - heaviest, pairs }
    }

    /// The nodes of all pieces but the heaviest, ascending; of equals the piece found first stays.
    pub fn cut_off(&self, node: Node) -> Vec<Node> {
        let pieces: Vec<(Piece, u64)> = self.pieces(node).collect();
        let heaviest = pieces.iter().map(|(_, weight)| *weight).max();
        let stays = pieces.iter().position(|(_, weight)| Some(*weight) == heaviest);
        let gone = pieces.iter().enumerate().filter(|(at, _)| Some(*at) != stays);
        let mut nodes: Vec<Node> = gone.flat_map(|(_, (piece, _))| self.members(node, *piece)).collect();
        nodes.sort_unstable();
        nodes
    }

    /// The pieces left of its component: the parts below it that reach no higher than it, and all the rest.
    fn pieces(&self, node: Node) -> impl Iterator<Item = (Piece, u64)> + '_ {
        let at = node as usize;
        let parts = self.parts_below(node);
        let under: u64 = parts.iter().map(|child| self.below[*child as usize]).sum();
        let rest =
            (self.search.parent[at] != node).then(|| (Piece::Rest, self.whole[at] - self.own[at] - under));
        rest.into_iter()
            .chain(parts.into_iter().map(|child| (Piece::Below(child), self.below[child as usize])))
    }

    fn parts_below(&self, node: Node) -> Vec<Node> {
        let found = self.search.found[node as usize];
        let mut next = found + 1;
        let end = found + self.count[node as usize];
        let mut parts = Vec::new();
        while next < end {
            let child = self.search.preorder[next as usize];
            if self.search.low[child as usize] >= found {
                parts.push(child);
            }
            next += self.count[child as usize];
        }
        parts
    }

    /// Where a node and all below it stand in the preorder.
    fn below(&self, top: Node) -> std::ops::Range<usize> {
        let start = self.search.found[top as usize];
        start as usize..(start + self.count[top as usize]) as usize
    }

    fn members(&self, node: Node, piece: Piece) -> Vec<Node> {
        match piece {
            Piece::Below(child) => self.search.preorder[self.below(child)].to_vec(),
            Piece::Rest => {
                let mut root = node;
                while self.search.parent[root as usize] != root {
                    root = self.search.parent[root as usize];
                }
                let below: Vec<_> = self.parts_below(node).into_iter().map(|top| self.below(top)).collect();
                let all = self.below(root).filter(|at| !below.iter().any(|part| part.contains(at)));
                all.map(|at| self.search.preorder[at]).filter(|other| *other != node).collect()
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Piece {
    Below(Node),
    Rest,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knockout::knockout;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn losses_are_those_of_taking_each_out(links in prop::collection::vec((0u32..12, 0u32..12), 0..24)) {
            let (graph, _) = Graph::from_links(12, &links);
            let splits = Splits::new(&graph, |_| 1);
            for node in graph.nodes() {
                let loss = splits.loss(node);
                prop_assert_eq!(loss.pairs, knockout(&graph, node).pairs_lost);
                prop_assert_eq!(loss.pieces, pieces_without(&graph)[node as usize]);
                prop_assert_eq!(splits.cut_off(node).len() as u64, loss.cut_off);
            }
        }
    }
}
