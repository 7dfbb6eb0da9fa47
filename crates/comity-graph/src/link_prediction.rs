//! Which two that are not tied look as if they should be?

use crate::{Graph, Node, cancel::check};

/// How two nodes are scored by the graph around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Score {
    /// Shared neighbours. Unit: nodes.
    CommonNeighbours,
    /// Shared neighbours over the neighbours of either.
    Jaccard,
    /// Σ 1/ln k over shared neighbours (Adamic & Adar 2003).
    AdamicAdar,
    /// Σ 1/k over shared neighbours (Zhou, Lü & Zhang 2009).
    ResourceAllocation,
    /// Product of degrees: preferential attachment (Barabási & Albert 1999).
    DegreeProduct,
}

impl Score {
    pub const ALL: [Score; 5] = [
        Score::CommonNeighbours,
        Score::Jaccard,
        Score::AdamicAdar,
        Score::ResourceAllocation,
        Score::DegreeProduct,
    ];

    /// What one shared neighbour of degree `k` adds. A shared neighbour has at least two.
    fn per_neighbour(self, k: u32) -> f64 {
        match self {
            Score::CommonNeighbours | Score::Jaccard => 1.0,
            Score::AdamicAdar => 1.0 / f64::from(k).ln(),
            Score::ResourceAllocation => 1.0 / f64::from(k),
            Score::DegreeProduct => 0.0,
        }
    }

    fn finish(self, graph: &Graph, a: Node, b: Node, sum: f64) -> f64 {
        let (ka, kb) = (f64::from(graph.degree(a)), f64::from(graph.degree(b)));
        match self {
            Score::CommonNeighbours | Score::AdamicAdar | Score::ResourceAllocation => sum,
            Score::Jaccard if ka + kb > sum => sum / (ka + kb - sum),
            Score::Jaccard => 0.0,
            Score::DegreeProduct => ka * kb,
        }
    }
}

/// The score of one pair, tied or not. Cost: a merge of two rows.
///
/// ```
/// use comity_graph::{link_prediction::{score, Score}, Graph};
/// let (square, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
/// assert_eq!(score(&square, Score::ResourceAllocation, 0, 2), 1.0);
/// assert_eq!(score(&square, Score::DegreeProduct, 0, 2), 4.0);
/// ```
pub fn score(graph: &Graph, by: Score, a: Node, b: Node) -> f64 {
    let shared = shared_neighbours(graph, a, b);
    let sum = shared.into_iter().map(|node| by.per_neighbour(graph.degree(node))).sum();
    by.finish(graph, a, b, sum)
}

/// The neighbours that two nodes share, ascending: the reason for a score.
pub fn shared_neighbours(graph: &Graph, a: Node, b: Node) -> Vec<Node> {
    let other = graph.neighbours(b);
    graph.neighbours(a).iter().copied().filter(|node| other.binary_search(node).is_ok()).collect()
}

/// A node not yet tied to another, with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CandidatePair {
    pub node: Node,
    pub score: f64,
}

/// The `most` best new partners for a node, best first, then ascending; those with a score of 0 are left out.
///
/// Cost: the paths of length two from the node; a pass over all nodes for the degree product.
pub fn suggest(graph: &Graph, by: Score, node: Node, most: usize) -> Vec<CandidatePair> {
    let mut row = ScoreRow::new(graph, by);
    row.fill(node);
    let mut found: Vec<CandidatePair> = graph
        .nodes()
        .filter(|&other| other != node && !graph.has_edge(node, other))
        .map(|other| CandidatePair { node: other, score: row.score(node, other) })
        .filter(|candidate| candidate.score > 0.0)
        .collect();
    found.sort_by(|x, y| y.score.total_cmp(&x.score).then(x.node.cmp(&y.node)));
    found.truncate(most);
    found
}

/// The scores of one node with all others, by its paths of length two.
pub(crate) struct ScoreRow<'a> {
    graph: &'a Graph,
    by: Score,
    sums: Vec<f64>,
}

impl<'a> ScoreRow<'a> {
    pub(crate) fn new(graph: &'a Graph, by: Score) -> ScoreRow<'a> {
        ScoreRow { graph, by, sums: vec![0.0; graph.len()] }
    }

    /// Turns to another node. Neighbours are visited ascending, as [`score`] does, so both agree to the last bit.
    pub(crate) fn fill(&mut self, node: Node) {
        check();
        self.sums.fill(0.0);
        for &via in self.graph.neighbours(node) {
            let worth = self.by.per_neighbour(self.graph.degree(via));
            for &end in self.graph.neighbours(via) {
                self.sums[end as usize] += worth;
            }
        }
    }

    pub(crate) fn score(&self, node: Node, other: Node) -> f64 {
        self.by.finish(self.graph, node, other, self.sums[other as usize])
    }
}
