//! A graph with its hanging trees folded into the nodes they hang from.

use crate::{Graph, Node, components::components};

/// What is left when nodes with one neighbour are taken away until there are none.
///
/// All shortest paths to a hanging tree pass the node it hangs from, so their share of betweenness is arithmetic
/// and only the rest needs searches (Puzis et al. 2015, *Concurrency and Computation* 27:3770).
pub(crate) struct Folded {
    /// The core, numbered along breadth-first order so that a search touches memory close together.
    pub(crate) core: Graph,
    /// The original number of each node of the core.
    pub(crate) original: Vec<Node>,
    /// For each node of the core: itself and all that hangs from it.
    pub(crate) weight: Vec<f64>,
    /// Pairs whose shortest paths pass a node because of hanging trees, for each original node.
    pub(crate) through: Vec<f64>,
    /// Each folded edge (tree side, other side) with the pairs whose shortest paths use it.
    pub(crate) edges: Vec<(Node, Node, f64)>,
}

impl Folded {
    pub(crate) fn new(graph: &Graph) -> Folded {
        let parts = components(graph);
        let size = |node: Node| f64::from(parts.sizes[parts.of[node as usize] as usize]);
        let mut weight = vec![1.0f64; graph.len()];
        let mut squares = vec![0.0f64; graph.len()];
        let mut left = crate::degree::degree(graph);
        let mut edges = Vec::new();
        let mut open: Vec<Node> = graph.nodes().filter(|&node| left[node as usize] == 1).collect();
        while let Some(leaf) = open.pop() {
            if left[leaf as usize] != 1 {
                continue;
            }
            let stands = |&&next: &&Node| left[next as usize] > 0;
            let onto = *graph.neighbours(leaf).iter().find(stands).expect("one neighbour is left");
            let hanging = weight[leaf as usize];
            edges.push((leaf, onto, hanging * (size(leaf) - hanging)));
            weight[onto as usize] += hanging;
            squares[onto as usize] += hanging * hanging;
            left[leaf as usize] = 0;
            left[onto as usize] -= 1;
            if left[onto as usize] == 1 {
                open.push(onto);
            }
        }
        let through = graph.nodes().map(|node| {
            let (below, outside) = (weight[node as usize] - 1.0, size(node) - weight[node as usize]);
            (below * below - squares[node as usize]) / 2.0 + below * outside
        });
        let through = through.collect();
        let (core, original) = renumbered(graph, &left);
        let weight = original.iter().map(|&node| weight[node as usize]).collect();
        Folded { core, original, weight, through, edges }
    }
}

/// The graph between nodes with neighbours left, breadth first.
fn renumbered(graph: &Graph, left: &[u32]) -> (Graph, Vec<Node>) {
    let core: Vec<Node> = graph.nodes().filter(|&node| left[node as usize] > 0).collect();
    let inside = graph.induced(&core);
    let order = crate::reach::breadth_first_order(&inside);
    let original = order.iter().map(|&node| core[node as usize]).collect();
    (inside.induced(&order), original)
}
