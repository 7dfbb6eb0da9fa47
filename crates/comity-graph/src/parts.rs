//! Parallel sums that come out the same on any number of cores.

use crate::cancel::bound;
use rayon::prelude::*;
use std::ops::Range;

/// Floating-point addition is not associative, so the number of parts must not follow the number of cores.
const PARTS: usize = 16;

/// Splits `0..work` into a fixed number of ranges, computes them in parallel, and adds them up in order.
pub(crate) fn sum<T: Send>(
    work: usize,
    part: impl Fn(Range<usize>) -> T + Sync + Send,
    add: impl Fn(&mut T, T),
) -> Option<T> {
    let step = work.div_ceil(PARTS).max(1);
    let ranges: Vec<Range<usize>> =
        (0..work).step_by(step).map(|start| start..work.min(start + step)).collect();
    let done: Vec<T> = ranges.into_par_iter().map(bound(part)).collect();
    done.into_iter().reduce(|mut total, next| {
        add(&mut total, next);
        total
    })
}

/// Adds `more` to `total`, place by place.
pub(crate) fn add_all(total: &mut [f64], more: &[f64]) {
    for (sum, value) in total.iter_mut().zip(more) {
        *sum += value;
    }
}
