//! When did dated events crowd together, burst within burst?

use crate::burst::Sensitivity;
use crate::cancel::check;

/// A stretch of time in which events came faster than one level below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// 0 is the whole series.
    pub level: usize,
    /// Time of its first event.
    pub start: f64,
    /// Time of its last event.
    pub end: f64,
}

/// Nested bursts of a stream of event times by the infinite-state automaton (Kleinberg 2003, section 3), in the
/// order in which they begin, the outer before the inner.
///
/// State i expects gaps of mean g/ratioⁱ for the mean gap g of the series; each level up costs `entry`·ln n for n
/// gaps, down is free, ties go to the lower state. `None` if two events share a time (batch them instead, see
/// [`bursts`](crate::burst::bursts)), or the ratio is not above 1. Cost: O(n·k²) for k states.
///
/// ```
/// use comity_graph::{burst::Sensitivity, burst_stream::nested};
/// let found = nested(&[0.0, 10.0, 11.0, 12.0, 13.0, 23.0], Sensitivity { ratio: 3.0, entry: 0.2 }).unwrap();
/// assert_eq!((found[1].level, found[1].start, found[1].end), (1, 10.0, 13.0));
/// ```
pub fn nested(times: &[f64], sensitivity: Sensitivity) -> Option<Vec<Stretch>> {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    if gaps.contains(&0.0) || sensitivity.ratio <= 1.0 {
        return None;
    }
    match (times.first(), gaps.is_empty()) {
        (None, _) => Some(Vec::new()),
        (Some(&only), true) => Some(vec![Stretch { level: 0, start: only, end: only }]),
        _ => Some(stretches(&times, &cheapest(&gaps, sensitivity))),
    }
}

/// The state of each gap on the cheapest path; the path starts in state 0.
fn cheapest(gaps: &[f64], sensitivity: Sensitivity) -> Vec<usize> {
    let total: f64 = gaps.iter().sum();
    let least = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    #[expect(clippy::cast_sign_loss, reason = "the whole series is at least as long as its least gap")]
    let states = (1.0 + (total / least).log(sensitivity.ratio)).ceil() as usize;
    let usual = gaps.len() as f64 / total;
    let faster = |rate: &f64| Some(rate * sensitivity.ratio);
    let rate: Vec<f64> = std::iter::successors(Some(usual), faster).take(states).collect();
    let step = sensitivity.entry * (gaps.len() as f64).ln();
    let mut cost = vec![f64::INFINITY; states];
    cost[0] = 0.0;
    let mut came_from: Vec<Vec<usize>> = Vec::with_capacity(gaps.len());
    for gap in gaps {
        check();
        let best: Vec<(usize, f64)> = (0..states).map(|state| cheapest_into(state, &cost, step)).collect();
        cost = best.iter().zip(&rate).map(|(&(_, paid), rate)| paid + rate * gap - rate.ln()).collect();
        came_from.push(best.into_iter().map(|(from, _)| from).collect());
    }
    let mut state = lowest(cost.iter().copied());
    let mut path = vec![0; gaps.len()];
    for (at, from) in came_from.iter().enumerate().rev() {
        path[at] = state;
        state = from[state];
    }
    path
}

fn cheapest_into(state: usize, cost: &[f64], step: f64) -> (usize, f64) {
    let paid = |from: usize| cost[from] + state.saturating_sub(from) as f64 * step;
    let from = lowest((0..cost.len()).map(paid));
    (from, paid(from))
}

/// The place of the least value, the first of equals.
fn lowest(values: impl Iterator<Item = f64>) -> usize {
    values.enumerate().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
}

fn stretches(times: &[f64], path: &[usize]) -> Vec<Stretch> {
    let mut found = vec![Stretch { level: 0, start: times[0], end: times[times.len() - 1] }];
    let mut open: Vec<usize> = Vec::new();
    for (at, &state) in path.iter().enumerate() {
        while open.len() > state {
            found[open.pop().expect("deeper than the state")].end = times[at];
        }
        while open.len() < state {
            open.push(found.len());
            found.push(Stretch { level: open.len(), start: times[at], end: times[times.len() - 1] });
        }
    }
    found
}
