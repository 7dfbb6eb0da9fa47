//! How strongly the things it takes part in tie each city to all others.

use crate::{Node, TwoMode};

/// Interlocking connectivity of every actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Interlocking {
    /// N: the sum of an actor's links with all others.
    pub connectivity: Vec<f64>,
    /// T: the sum of N. Each link counts at both ends.
    pub total: f64,
    /// L = N/T; 0 where nothing is linked.
    pub share: Vec<f64>,
    /// G = N over the largest N; 0 where nothing is linked.
    pub relative: Vec<f64>,
}

/// Connectivity `N_a = Σ_j v_aj (C_j − v_aj)`, for weight v of actor a in thing j and C the size of the thing
/// (Taylor 2001, *Geographical Analysis* 33:181).
///
/// Unit: products of weights, so figures compare only under one scale of weights; show the figures of
/// [`TwoMode::presence`] beside them. Largely fixed by the sizes of the things (Neal 2012), so see also
/// [`shared`](crate::backbone::shared). Cost: one pass over the cells.
///
/// ```
/// use comity_graph::{interlocking::interlocking, read};
/// let (matrix, _) = read::matrix("city,P,Q,R\nA,5,3,2\nB,4,0,2\nC,2,2,0\nD,0,3,1\n");
/// let found = interlocking(&matrix.table);
/// assert_eq!(found.connectivity, [51.0, 34.0, 30.0, 19.0]);
/// assert_eq!(found.total, 134.0);
/// ```
pub fn interlocking(table: &TwoMode) -> Interlocking {
    let sizes: Vec<f64> = (0..table.things() as Node).map(|thing| sum(table.of_thing(thing))).collect();
    let of = |actor| table.of_actor(actor).iter().fold(0.0, |n, &(j, v)| n + v * (sizes[j as usize] - v));
    let connectivity: Vec<f64> = (0..table.actors() as Node).map(of).collect();
    let total: f64 = connectivity.iter().sum();
    let most = connectivity.iter().copied().fold(0.0, f64::max);
    Interlocking {
        total,
        share: over(&connectivity, total),
        relative: over(&connectivity, most),
        connectivity,
    }
}

/// Each as a part of the whole; 0 of nothing.
fn over(values: &[f64], whole: f64) -> Vec<f64> {
    values.iter().map(|value| if whole > 0.0 { value / whole } else { 0.0 }).collect()
}

/// The link between two actors, `r_ab = Σ_j v_aj v_bj`. Unit: products of weights.
pub fn link(table: &TwoMode, a: Node, b: Node) -> f64 {
    elemental(table, a, b).iter().map(|&(_, product)| product).sum()
}

/// The link between two actors by the thing that makes it, `v_aj v_bj`, for the things they share.
pub fn elemental(table: &TwoMode, a: Node, b: Node) -> Vec<(Node, f64)> {
    let other = table.of_actor(b);
    table
        .of_actor(a)
        .iter()
        .filter_map(|&(thing, weight): &(Node, f64)| {
            let at = other.binary_search_by_key(&thing, |cell| cell.0).ok()?;
            Some((thing, weight * other[at].1))
        })
        .collect()
}

/// The link of two actors as a share of the largest possible, `r_ab/(m·h²)` for m things and the largest weight
/// h in the table (our reading of `GaWC` data set 7). One less it is their distance. `None` for an empty table.
pub fn proportional(table: &TwoMode, a: Node, b: Node) -> Option<f64> {
    largest(table).map(|h| link(table, a, b) / (table.things() as f64 * h * h))
}

/// The link of two actors as a share of what `a` could have with its own things, `r_ab/(h·S_a)` for the sum S of
/// its weights (our reading of `GaWC` data set 7). `None` if `a` takes part in nothing.
pub fn asymmetric(table: &TwoMode, a: Node, b: Node) -> Option<f64> {
    let own = sum(table.of_actor(a));
    largest(table).filter(|_| own > 0.0).map(|h| link(table, a, b) / (h * own))
}

fn sum(cells: &[(Node, f64)]) -> f64 {
    cells.iter().map(|cell| cell.1).sum()
}

fn largest(table: &TwoMode) -> Option<f64> {
    table.entries().map(|entry| entry.weight).reduce(f64::max)
}
