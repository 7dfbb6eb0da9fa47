//! On how many shortest paths between others each node lies.

use crate::{Graph, brandes::Brandes, folded::Folded, parts};

/// Betweenness of each node, unnormalised: Σ over unordered pairs of others of the share of their shortest
/// paths that pass the node (Freeman 1977; Brandes 2001).
///
/// Unit: pairs. Divide by (n−1)(n−2)/2 to compare graphs, see [`normalised`]. Unconnected pairs count nowhere.
/// Cost: O(n·m) over what is left when hanging trees are folded away; in parallel.
///
/// ```
/// use comity_graph::{Graph, betweenness::betweenness};
/// let (square, _) = Graph::from_links(5, &[(0, 1), (1, 2), (2, 3), (3, 0), (0, 4)]);
/// assert_eq!(betweenness(&square), [3.5, 1.0, 0.5, 1.0, 0.0]);
/// ```
pub fn betweenness(graph: &Graph) -> Vec<f64> {
    let Folded { core, original, weight, mut through, .. } = Folded::new(graph);
    let total = parts::sum(
        core.len(),
        |sources: std::ops::Range<usize>| {
            let mut total = vec![0.0; core.len()];
            let mut search = Brandes::new(&core, &weight);
            for source in sources {
                search.run(source as u32, |_, _| {});
                for &node in &search.order[1..] {
                    total[node as usize] += weight[source] * search.dependency[node as usize];
                }
            }
            total
        },
        |total, more| parts::add_all(total, &more),
    );
    for (node, twice) in original.iter().zip(total.unwrap_or_default()) {
        through[*node as usize] += twice / 2.0;
    }
    through
}

/// Betweenness as a share of the pairs of others, 0 to 1. All 0 with fewer than three nodes.
pub fn normalised(graph: &Graph) -> Vec<f64> {
    let n = graph.len() as f64;
    let pairs = ((n - 1.0) * (n - 2.0) / 2.0).max(1.0);
    betweenness(graph).into_iter().map(|value| value / pairs).collect()
}
