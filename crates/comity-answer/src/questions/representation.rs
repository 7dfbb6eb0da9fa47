//! Who weighs how much in what.

pub(crate) mod actors;
pub(crate) mod generations;
pub(crate) mod presence;
pub(crate) mod series;
pub(crate) mod weight;

/// So many of so many, 0 to 1; of none it is 0.
#[expect(clippy::cast_precision_loss, reason = "members are counted in thousands, not in 2^52")]
fn ratio(x: u64, n: u64) -> f64 {
    if n == 0 { 0.0 } else { x as f64 / n as f64 }
}
