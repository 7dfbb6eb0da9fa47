//! How far a node's partners hold it in a closed circle, and how many of them are not redundant.

use crate::{
    Graph, Node,
    cancel::{bound, check},
    triangles::triangles,
};
use rayon::prelude::*;

/// Burt's constraint of each node: `Σ_j (p_ij + Σ_q p_iq·p_qj)²` over its neighbours j, with `p_ij = 1/k_i`
/// (Burt 1992, *Structural Holes*, eq. 2.4).
///
/// No unit; low means free to broker. `None` for isolated nodes. Cost: one pass over the paths of length two.
///
/// ```
/// use comity_graph::{Graph, constraint::{constraint, effective_size}};
/// let (star, _) = Graph::from_links(3, &[(0, 1), (0, 2)]);
/// assert_eq!(constraint(&star), [Some(0.5), Some(1.0), Some(1.0)]);
/// assert_eq!(effective_size(&star), [Some(2.0), Some(1.0), Some(1.0)]);
/// ```
pub fn constraint(graph: &Graph) -> Vec<Option<f64>> {
    const NODES_AT_ONCE: usize = 256;
    let share: Vec<f64> = graph.nodes().map(|node| 1.0 / f64::from(graph.degree(node).max(1))).collect();
    let nodes: Vec<Node> = graph.nodes().collect();
    nodes
        .par_chunks(NODES_AT_ONCE)
        .map(bound(|chunk: &[Node]| {
            let mut indirect = vec![0.0; graph.len()];
            chunk.iter().map(|&node| constraint_of(graph, node, &share, &mut indirect)).collect::<Vec<_>>()
        }))
        .flatten_iter()
        .collect()
}

/// `indirect` is all zeros before and after.
fn constraint_of(graph: &Graph, node: Node, share: &[f64], indirect: &mut [f64]) -> Option<f64> {
    check();
    let own = share[node as usize];
    for &via in graph.neighbours(node) {
        let weight = own * share[via as usize];
        for &end in graph.neighbours(via) {
            indirect[end as usize] += weight;
        }
    }
    let held = graph.neighbours(node).iter().map(|&next| (own + indirect[next as usize]).powi(2)).sum();
    for &via in graph.neighbours(node) {
        for &end in graph.neighbours(via) {
            indirect[end as usize] = 0.0;
        }
    }
    (graph.degree(node) > 0).then_some(held)
}

/// Burt's effective size of each node: its neighbours less the redundancy among them, k − 2t/k for t links
/// between them (Borgatti 1997, *Connections* 20:35).
///
/// Unit: partners. `None` for isolated nodes. Cost: that of [`triangles`].
pub fn effective_size(graph: &Graph) -> Vec<Option<f64>> {
    let among = triangles(graph);
    graph
        .nodes()
        .map(|node: Node| match graph.degree(node) {
            0 => None,
            k => Some(f64::from(k) - 2.0 * among[node as usize] as f64 / f64::from(k)),
        })
        .collect()
}
