//! How fast does the network fall apart when nodes are lost one by one?

use crate::{Graph, Node, betweenness::betweenness, cancel::check};

/// In which order nodes are lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attack {
    /// Most partners first, by the graph as it was.
    Degree,
    /// Most partners first, counted anew after every loss.
    DegreeAdaptive,
    /// Most shortest paths first, counted anew after every loss. Costs a betweenness per node: small graphs only.
    BetweennessAdaptive,
}

/// How a graph held out.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The nodes in the order they were lost; of equals the smallest first.
    pub order: Vec<Node>,
    /// The largest component after each loss, as a share of all nodes.
    pub largest: Vec<f64>,
    /// R: the mean of those shares, 0 to 0.5 (Schneider et al. 2011, PNAS 108:3838).
    pub robustness: f64,
}

/// Robustness under an attack. R is 0 without nodes.
///
/// Cost: near linear for both degree attacks, as the losses are undone backwards with a union of components.
///
/// ```
/// use comity_graph::{robustness::{robustness, Attack}, Graph};
/// let star: Vec<_> = (1..10).map(|leaf| (0, leaf)).collect();
/// let found = robustness(&Graph::from_links(10, &star).0, Attack::DegreeAdaptive);
/// assert!((found.robustness - 0.09).abs() < 1e-12);
/// ```
pub fn robustness(graph: &Graph, attack: Attack) -> Robustness {
    let order = match attack {
        Attack::Degree => by_degree(graph),
        Attack::DegreeAdaptive => by_degree_left(graph),
        Attack::BetweennessAdaptive => by_betweenness_left(graph),
    };
    under(graph, order)
}

/// Robustness when nodes are lost in a given order.
///
/// # Panics
/// If the order does not hold every node once.
pub fn under(graph: &Graph, order: Vec<Node>) -> Robustness {
    assert_eq!(order.len(), graph.len(), "every node is lost once");
    let mut kept = Union::new(graph.len());
    let mut largest = vec![0.0; order.len()];
    for (at, &node) in order.iter().enumerate().rev() {
        largest[at] = f64::from(kept.most) / graph.len() as f64;
        check();
        kept.restore(graph, node);
    }
    let robustness = largest.iter().sum::<f64>() / graph.len().max(1) as f64;
    Robustness { order, largest, robustness }
}

fn by_degree(graph: &Graph) -> Vec<Node> {
    let mut order: Vec<Node> = graph.nodes().collect();
    order.sort_by_key(|&node| (std::cmp::Reverse(graph.degree(node)), node));
    order
}

fn by_degree_left(graph: &Graph) -> Vec<Node> {
    let mut left = crate::degree::degree(graph);
    let mut queue: std::collections::BTreeSet<_> =
        graph.nodes().map(|node| (std::cmp::Reverse(graph.degree(node)), node)).collect();
    let mut order = Vec::with_capacity(graph.len());
    while let Some((_, node)) = queue.pop_first() {
        check();
        order.push(node);
        for &next in graph.neighbours(node) {
            let degree = left[next as usize];
            if queue.remove(&(std::cmp::Reverse(degree), next)) {
                left[next as usize] -= 1;
                queue.insert((std::cmp::Reverse(degree - 1), next));
            }
        }
    }
    order
}

/// Scores are rounded so that equals stay equal whatever the order of additions.
fn by_betweenness_left(graph: &Graph) -> Vec<Node> {
    let mut lost = vec![false; graph.len()];
    let mut order = Vec::with_capacity(graph.len());
    while order.len() < graph.len() {
        let scores = betweenness(&graph.isolate(|node| !lost[node as usize]));
        let rounded = |node: Node| (scores[node as usize] * 1e9).round();
        let standing = graph.nodes().filter(|&node| !lost[node as usize]);
        let next = standing.max_by(|&a, &b| rounded(a).total_cmp(&rounded(b)).then(b.cmp(&a)));
        let next = next.expect("a node is left to lose");
        lost[next as usize] = true;
        order.push(next);
    }
    order
}

/// Components that only grow.
struct Union {
    parent: Vec<Node>,
    size: Vec<u32>,
    present: Vec<bool>,
    most: u32,
}

impl Union {
    fn new(nodes: usize) -> Union {
        Union {
            parent: (0..nodes as Node).collect(),
            size: vec![1; nodes],
            present: vec![false; nodes],
            most: 0,
        }
    }

    fn restore(&mut self, graph: &Graph, node: Node) {
        self.present[node as usize] = true;
        self.most = self.most.max(1);
        for &next in graph.neighbours(node) {
            if self.present[next as usize] {
                self.join(node, next);
            }
        }
    }

    fn root(&mut self, mut node: Node) -> Node {
        while self.parent[node as usize] != node {
            let above = self.parent[self.parent[node as usize] as usize];
            self.parent[node as usize] = above;
            node = above;
        }
        node
    }

    fn join(&mut self, a: Node, b: Node) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (small, large) = if self.size[a as usize] < self.size[b as usize] { (a, b) } else { (b, a) };
        self.parent[small as usize] = large;
        self.size[large as usize] += self.size[small as usize];
        self.most = self.most.max(self.size[large as usize]);
    }
}
