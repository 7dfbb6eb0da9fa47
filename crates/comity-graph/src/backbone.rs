//! Which shared memberships are more than the sizes of cities and networks would give by chance.

use crate::{
    Node, TwoMode,
    cancel::check,
    projection::{Weighting, project},
};
use std::collections::HashMap;

use statrs::distribution::{DiscreteCDF, Hypergeometric};

/// Two actors that share things, and how likely chance would make them share as many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SharedThings {
    pub a: Node,
    pub b: Node,
    pub things: u64,
    /// P(X ≥ things) if each had drawn its things at random.
    pub p: f64,
}

/// How to keep chance finds out when many pairs are tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Any find at all by chance with probability α at most: p ≤ α/tests.
    Bonferroni,
    /// A share α of the finds by chance at most (Benjamini & Hochberg 1995, JRSS B 57:289).
    FalseDiscovery,
}

impl Control {
    /// The largest p that stands at this rank, counted from 0, of so many tests.
    fn level(self, rank: usize, tests: usize, alpha: f64) -> f64 {
        match self {
            Control::Bonferroni => alpha / tests as f64,
            Control::FalseDiscovery => alpha * (rank + 1) as f64 / tests as f64,
        }
    }
}

/// Every pair of actors that shares a thing, with the hypergeometric probability of sharing as many
/// (Tumminello et al. 2011, `PLoS` ONE 6:e17994). Pairs that share nothing have p = 1 and are left out.
///
/// Weights do not count. Cost: that of the count projection and a tail sum for each
/// different pair of numbers.
///
/// ```
/// use comity_graph::{backbone::{shared, survives, Control}, read};
/// let (matrix, _) = read::matrix("city,P,Q,R,S\nA,1,1,,\nB,1,1,,\nC,,,1,\n");
/// let pairs = shared(&matrix.table);
/// assert!((pairs[0].p - 1.0 / 6.0).abs() < 1e-12);
/// assert!(survives(&pairs, 3, 0.05, Control::Bonferroni).is_empty());
/// ```
pub fn shared(table: &TwoMode) -> Vec<SharedThings> {
    let ties = project(table, Weighting::Count);
    let mut known: HashMap<(u64, u64, u64), f64> = HashMap::new();
    ties.into_iter()
        .map(|tie: crate::projection::ProjectedTie| {
            #[expect(clippy::cast_sign_loss, reason = "a count of shared things is a whole number from 1 up")]
            let things = tie.weight as u64;
            let (own, its) = (table.of_actor(tie.a).len() as u64, table.of_actor(tie.b).len() as u64);
            let sizes = (own.min(its), own.max(its), things);
            let p = *known
                .entry(sizes)
                .or_insert_with(|| at_least(table.things() as u64, sizes.0, sizes.1, things));
            SharedThings { a: tie.a, b: tie.b, things, p }
        })
        .collect()
}

/// How many pairs there are to test among the actors of a table, those that share nothing included.
pub fn tests(table: &TwoMode) -> usize {
    table.actors() * table.actors().saturating_sub(1) / 2
}

/// P(X ≥ shared) for two draws of `own` and `its` things out of `all`; 1 if `shared` is 0.
pub fn at_least(all: u64, own: u64, its: u64, shared: u64) -> f64 {
    check();
    let drawn = Hypergeometric::new(all, own, its).expect("nobody takes part in more things than there are");
    if shared == 0 { 1.0 } else { drawn.sf(shared - 1).clamp(0.0, 1.0) }
}

/// The pairs that stand at level `alpha` when `tests` pairs were tested, most surprising first, then ascending.
pub fn survives(pairs: &[SharedThings], tests: usize, alpha: f64, control: Control) -> Vec<SharedThings> {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|x, y| x.p.total_cmp(&y.p).then((x.a, x.b).cmp(&(y.a, y.b))));
    let kept =
        sorted.iter().enumerate().rposition(|(rank, pair)| pair.p <= control.level(rank, tests, alpha));
    sorted.truncate(kept.map_or(0, |last| last + 1));
    sorted
}
