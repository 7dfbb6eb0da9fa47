//! How near each node is to those it can reach.

use crate::{
    Graph,
    reach::{Reach, reach},
};

/// Closeness of each node, scaled by the share of the graph it reaches (Wasserman & Faust 1994, p. 201):
/// (r/(n−1)) · (r/Σd), for r others reached at total distance Σd.
///
/// Unit: per step, 0 to 1. Isolated nodes have 0. Misleads on a graph of several components even so scaled;
/// [`harmonic`](crate::harmonic::harmonic) does not. Cost: that of [`reach`].
///
/// ```
/// use comity_graph::{Graph, closeness::closeness};
/// let (path, _) = Graph::from_links(3, &[(0, 1), (1, 2)]);
/// assert_eq!(closeness(&path), [2.0 / 3.0, 1.0, 2.0 / 3.0]);
/// ```
pub fn closeness(graph: &Graph) -> Vec<f64> {
    closeness_of(&reach(graph))
}

/// The same from distances that are already known.
pub fn closeness_of(reach: &Reach) -> Vec<f64> {
    let others = reach.reached.len().saturating_sub(1) as f64;
    reach
        .reached
        .iter()
        .zip(&reach.distance)
        .map(|(&reached, &distance): (&u32, &u64)| match reached {
            0 => 0.0,
            _ => f64::from(reached) / others * (f64::from(reached) / distance as f64),
        })
        .collect()
}
