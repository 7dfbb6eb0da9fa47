//! On how many shortest paths each single tie lies.

use crate::{Graph, Node, brandes::Brandes, folded::Folded, parts};

/// An edge, smaller node first, and how many pairs of nodes its shortest paths carry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EdgeLoad {
    pub edge: (Node, Node),
    pub pairs: f64,
}

/// Betweenness of each edge, unnormalised, in ascending order of edges: Σ over unordered pairs of nodes of the
/// share of their shortest paths that use the edge (Girvan & Newman 2002).
///
/// Unit: pairs. Cost: as [`betweenness`](crate::betweenness::betweenness).
///
/// ```
/// use comity_graph::{Graph, edge_betweenness::edge_betweenness};
/// let (path, _) = Graph::from_links(3, &[(0, 1), (1, 2)]);
/// assert_eq!(edge_betweenness(&path)[0].pairs, 2.0);
/// ```
pub fn edge_betweenness(graph: &Graph) -> Vec<EdgeLoad> {
    let Folded { core, original, weight, edges: folded, .. } = Folded::new(graph);
    let total = parts::sum(
        core.len(),
        |sources: std::ops::Range<usize>| {
            let mut total = vec![0.0; core.targets().len()];
            let mut search = Brandes::new(&core, &weight);
            for source in sources {
                search.run(source as u32, |slot, share| total[slot] += weight[source] * share);
            }
            total
        },
        |total, more| parts::add_all(total, &more),
    )
    .unwrap_or_default();
    let mut loads: Vec<EdgeLoad> = folded.iter().map(|&(a, b, pairs)| load(a, b, pairs)).collect();
    for (a, b) in core.edges() {
        let both = total[slot(&core, a, b)] + total[slot(&core, b, a)];
        loads.push(load(original[a as usize], original[b as usize], both / 2.0));
    }
    loads.sort_by_key(|load| load.edge);
    loads
}

fn load(a: Node, b: Node, pairs: f64) -> EdgeLoad {
    EdgeLoad { edge: (a.min(b), a.max(b)), pairs }
}

fn slot(graph: &Graph, from: Node, to: Node) -> usize {
    let row = graph.neighbours(from);
    graph.slots(from).start + row.binary_search(&to).expect("an edge has a slot at both ends")
}
