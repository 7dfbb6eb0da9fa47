//! A part of a whole.

/// `part` of `whole`, from 0 to 1 where the part is one of it; `None` of nothing.
///
/// Exact for counts below 2^53.
///
/// ```
/// use comity_graph::share::share;
/// assert_eq!(share(1, 4), Some(0.25));
/// assert_eq!(share(0, 0), None);
/// ```
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
