//! Who is tied to whom because they take part in the same things.

use crate::{
    Node, TwoMode,
    cancel::{bound, check},
};
use rayon::prelude::*;

/// What a shared thing counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// 1. A thing with 3,000 members makes 4.5 million ties, so never draw these raw. Unit: shared things.
    Count,
    /// 1/(n−1) for a thing with n > 1 members, so that an actor's ties add up to its shared things
    /// (Newman 2001, PRE 64:016132).
    Newman,
    /// Shared things over those of either. Unit: share.
    Jaccard,
    /// Shared things over those of the one with fewer. Unit: share.
    Overlap,
}

/// A tie between two actors, the smaller first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProjectedTie {
    pub a: Node,
    pub b: Node,
    pub weight: f64,
}

/// The ties between actors that share at least one thing, ascending. Weights in the table do not count.
///
/// Cost: Σ n² over the things with n members; in parallel over actors.
///
/// ```
/// use comity_graph::{projection::{project, Weighting}, read};
/// let (matrix, _) = read::matrix("city,P,Q\nA,1,1\nB,1,1\nC,1,\n");
/// let ties = project(&matrix.table, Weighting::Newman);
/// assert_eq!((ties[0].a, ties[0].b, ties[0].weight), (0, 1, 1.5));
/// ```
pub fn project(table: &TwoMode, weighting: Weighting) -> Vec<ProjectedTie> {
    const ACTORS_AT_ONCE: usize = 64;
    let actors: Vec<Node> = (0..table.actors() as Node).collect();
    actors
        .par_chunks(ACTORS_AT_ONCE)
        .map(bound(|chunk: &[Node]| {
            let mut sums = vec![0.0; table.actors()];
            chunk.iter().flat_map(|&actor| ties_of(table, actor, weighting, &mut sums)).collect::<Vec<_>>()
        }))
        .flatten_iter()
        .collect()
}

/// `sums` is all zeros before and after.
fn ties_of(table: &TwoMode, actor: Node, weighting: Weighting, sums: &mut [f64]) -> Vec<ProjectedTie> {
    check();
    let mut met = Vec::new();
    for &(thing, _) in table.of_actor(actor) {
        let members = table.of_thing(thing);
        let worth = match weighting {
            Weighting::Newman => 1.0 / (members.len() as f64 - 1.0),
            Weighting::Count | Weighting::Jaccard | Weighting::Overlap => 1.0,
        };
        for &(other, _) in &members[members.partition_point(|cell| cell.0 <= actor)..] {
            if sums[other as usize] == 0.0 {
                met.push(other);
            }
            sums[other as usize] += worth;
        }
    }
    met.sort_unstable();
    met.into_iter()
        .map(|other: Node| {
            let sum = std::mem::take(&mut sums[other as usize]);
            let (own, its) = (table.of_actor(actor).len() as f64, table.of_actor(other).len() as f64);
            let weight = match weighting {
                Weighting::Count | Weighting::Newman => sum,
                Weighting::Jaccard => sum / (own + its - sum),
                Weighting::Overlap => sum / own.min(its),
            };
            ProjectedTie { a: actor, b: other, weight }
        })
        .collect()
}
