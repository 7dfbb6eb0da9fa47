//! Is a country over- or under-represented, against what it would have by its size?

use statrs::distribution::{Binomial, Discrete};
use statrs::function::beta::beta_reg;

/// A share measured against a reference share, with what chance alone would allow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Representation {
    /// x/n.
    pub share: f64,
    /// Representation (location) quotient: the share over the reference share. 1 is as expected.
    pub quotient: f64,
    /// (RQ − 1)/(RQ + 1): the same, symmetric from −1 to 1.
    pub symmetric: f64,
    /// 95 % interval of the quotient, exact (Clopper & Pearson 1934).
    pub exact: (f64, f64),
    /// 95 % interval of the quotient by Wilson's score (Wilson 1927).
    pub wilson: (f64, f64),
    /// Two-sided exact binomial probability of a share as unlikely as this one.
    pub p: f64,
}

/// Representation of `count` of `all` against the reference share `expected`.
///
/// Never one number: show every denominator (population, economy, large cities) side by side. `None` unless
/// `count ≤ all`, `all > 0` and `0 < expected < 1`. Cost: a pass over `all` for p.
///
/// ```
/// use comity_graph::representation::representation;
/// let found = representation(14, 96, 0.0626).unwrap();
/// assert!((found.quotient - 2.3296).abs() < 1e-4);
/// assert!((found.exact.0 - 1.311).abs() < 1e-3 && (found.exact.1 - 3.715).abs() < 1e-3);
/// assert_eq!(representation(1, 0, 0.5), None);
/// ```
pub fn representation(count: u64, all: u64, expected: f64) -> Option<Representation> {
    if all == 0 || count > all || !(expected > 0.0 && expected < 1.0) {
        return None;
    }
    let share = count as f64 / all as f64;
    let quotient = share / expected;
    let over = |(low, high): (f64, f64)| (low / expected, high / expected);
    Some(Representation {
        share,
        quotient,
        symmetric: (quotient - 1.0) / (quotient + 1.0),
        exact: over(clopper_pearson(count, all)),
        wilson: over(wilson(share, all as f64)),
        p: two_sided(count, all, expected),
    })
}

/// What a share may be when dates leave open who belonged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareBounds {
    pub low: f64,
    pub high: f64,
}

/// How many of a group belonged on a day: certainly, and possibly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberCounts {
    pub certain: u64,
    pub possible: u64,
}

/// The least and greatest share of `own` among all, when `others` are uncertain too: `x_c/(x_c + y_p)` and
/// `x_p/(x_p + y_c)`. Divide by a reference share for the bounds of the quotient. `None` if nobody can have belonged.
///
/// ```
/// use comity_graph::representation::{share_bounds, MemberCounts};
/// let (own, others) = (MemberCounts { certain: 1, possible: 3 }, MemberCounts { certain: 20, possible: 27 });
/// let bounds = share_bounds(own, others).unwrap();
/// assert_eq!((bounds.low, bounds.high), (1.0 / 28.0, 3.0 / 23.0));
/// ```
pub fn share_bounds(own: MemberCounts, others: MemberCounts) -> Option<ShareBounds> {
    if own.possible + others.possible == 0 {
        return None;
    }
    let share = |x: u64, y: u64| if x == 0 { 0.0 } else { x as f64 / (x + y) as f64 };
    Some(ShareBounds { low: share(own.certain, others.possible), high: share(own.possible, others.certain) })
}

/// Tail on each side of a 95 % interval.
const TAIL: f64 = 0.025;
/// The normal quantile that leaves [`TAIL`] above it.
const Z: f64 = 1.959_963_984_540_054;

fn clopper_pearson(count: u64, all: u64) -> (f64, f64) {
    let (x, n) = (count as f64, all as f64);
    let low = if count == 0 { 0.0 } else { beta_quantile(TAIL, x, n - x + 1.0) };
    let high = if count == all { 1.0 } else { beta_quantile(1.0 - TAIL, x + 1.0, n - x) };
    (low, high)
}

/// Bisection to the last bit: the crate's own inverse stops at eight digits.
fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if beta_reg(a, b, middle) < p { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

fn wilson(share: f64, n: f64) -> (f64, f64) {
    let centre = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

/// All counts no likelier than the one seen; the slack takes equals that rounding has parted.
fn two_sided(count: u64, all: u64, expected: f64) -> f64 {
    const SLACK: f64 = 1.0 + 1e-7;
    let drawn = Binomial::new(expected, all).expect("the reference share lies between 0 and 1");
    let limit = drawn.pmf(count) * SLACK;
    (0..=all).map(|other| drawn.pmf(other)).filter(|&p| p <= limit).sum::<f64>().min(1.0)
}
