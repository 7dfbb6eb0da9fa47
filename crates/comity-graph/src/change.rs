//! What changed between two dates?

use crate::{Graph, Node, share::share};

/// Edges gained, lost and kept between two graphs over the same nodes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Edges only the later graph has, ascending.
    pub births: Vec<(Node, Node)>,
    /// Edges only the earlier graph has, ascending.
    pub deaths: Vec<(Node, Node)>,
    pub kept: usize,
    /// Kept edges over those of either date (Jaccard 1901). `None` without edges.
    pub jaccard: Option<f64>,
    /// (births + deaths)/(edges before + edges after): 0 the same, 1 all new (Diamond 1969, PNAS 64:57).
    pub turnover: Option<f64>,
}

/// The change from `before` to `after`. Nodes that exist at one date only are isolated at the other.
/// Cost: one pass over the edges of both.
///
/// ```
/// use comity_graph::{change::change, Graph};
/// let graph = |links: &[(u32, u32)]| Graph::from_links(3, links).0;
/// let found = change(&graph(&[(0, 1), (1, 2)]), &graph(&[(1, 2), (0, 2)]));
/// assert_eq!((found.births, found.deaths, found.kept), (vec![(0, 2)], vec![(0, 1)], 1));
/// assert_eq!((found.jaccard, found.turnover), (Some(1.0 / 3.0), Some(0.5)));
/// ```
///
/// # Panics
/// If the graphs are not over the same nodes.
pub fn change(before: &Graph, after: &Graph) -> Change {
    assert_eq!(before.len(), after.len(), "a change is between two graphs over the same nodes");
    let births: Vec<_> = after.edges().filter(|&(a, b)| !before.has_edge(a, b)).collect();
    let deaths: Vec<_> = before.edges().filter(|&(a, b)| !after.has_edge(a, b)).collect();
    let kept = before.edge_count() - deaths.len();
    let moved = births.len() + deaths.len();
    let share = |part: usize, whole: usize| share(part as u64, whole as u64);
    Change {
        jaccard: share(kept, kept + moved),
        turnover: share(moved, before.edge_count() + after.edge_count()),
        births,
        deaths,
        kept,
    }
}
