//! Which weighted ties carry more of a node's strength than an even spread would.

use crate::projection::ProjectedTie;

/// The smaller of the two probabilities that an even random split of an end's strength gives the tie its weight:
/// `(1 − w/s)^(k−1)` (Serrano, Boguñá & Vespignani 2009, PNAS 106:6483). One per tie, in their order.
///
/// A tie that is the only one of both its ends has 1: nothing was split. Cost: two passes over the ties.
///
/// ```
/// use comity_graph::{disparity::disparity, projection::ProjectedTie};
/// let tie = |a, b, weight| ProjectedTie { a, b, weight };
/// let p = disparity(3, &[tie(0, 1, 9.0), tie(0, 2, 1.0)]);
/// assert!((p[0] - 0.1).abs() < 1e-12 && (p[1] - 0.9).abs() < 1e-12);
/// ```
///
/// # Panics
/// If a tie names a node that is not in `0..nodes`.
pub fn disparity(nodes: usize, ties: &[ProjectedTie]) -> Vec<f64> {
    let mut strength = vec![0.0; nodes];
    let mut degree = vec![0i32; nodes];
    for tie in ties {
        for end in [tie.a, tie.b] {
            strength[end as usize] += tie.weight;
            degree[end as usize] += 1;
        }
    }
    let at = |end: u32, weight: f64| chance(weight / strength[end as usize], degree[end as usize]);
    ties.iter().map(|tie| at(tie.a, tie.weight).min(at(tie.b, tie.weight))).collect()
}

/// How likely one of so many random shares of a whole is at least this one; 1 for the only one.
fn chance(share: f64, degree: i32) -> f64 {
    if degree < 2 { 1.0 } else { (1.0 - share).powi(degree - 1) }
}
