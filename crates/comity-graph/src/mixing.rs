//! Do nodes of one group pair up with their own?

use crate::Graph;

/// How the edges run within and between groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixing {
    /// Share of edge ends from group (row) to group (column): symmetric, adds up to 1.
    pub matrix: Vec<Vec<f64>>,
    /// Attribute assortativity, −1 to 1 (Newman 2003, PRE 67:026126). `None` if one group holds all edges.
    pub assortativity: Option<f64>,
    /// (E − I)/(E + I) for E edges between and I within groups: −1 all within, 1 all between
    /// (Krackhardt & Stern 1988).
    pub external_internal: f64,
}

/// Mixing of `groups`, one number below `count` per node. `None` without edges. Cost: one pass over the edges.
///
/// ```
/// use comity_graph::{Graph, mixing::mixing};
/// let (path, _) = Graph::from_links(4, &[(0, 1), (1, 2), (2, 3)]);
/// let found = mixing(&path, &[0, 0, 1, 1], 2).unwrap();
/// assert!((found.external_internal + 1.0 / 3.0).abs() < 1e-12);
/// assert!((found.assortativity.unwrap() - 1.0 / 3.0).abs() < 1e-12);
/// ```
///
/// # Panics
/// If a group is not below `count`, or a node has none.
pub fn mixing(graph: &Graph, groups: &[u32], count: usize) -> Option<Mixing> {
    if graph.edge_count() == 0 {
        return None;
    }
    let mut ends = vec![vec![0u64; count]; count];
    for (a, b) in graph.edges() {
        let (a, b) = (groups[a as usize] as usize, groups[b as usize] as usize);
        ends[a][b] += 1;
        ends[b][a] += 1;
    }
    let all = 2.0 * graph.edge_count() as f64;
    let matrix: Vec<Vec<f64>> =
        ends.iter().map(|row| row.iter().map(|&cell| cell as f64 / all).collect()).collect();
    let within: f64 = (0..count).map(|group| matrix[group][group]).sum();
    let by_chance: f64 = matrix.iter().map(|row| row.iter().sum::<f64>().powi(2)).sum();
    Some(Mixing {
        assortativity: (by_chance < 1.0).then(|| (within - by_chance) / (1.0 - by_chance)),
        external_internal: 1.0 - 2.0 * within,
        matrix,
    })
}
