//! In which years did something happen far more often than usual?

use statrs::function::factorial::ln_binomial;

/// Events of one year (or month): those of interest, and all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    pub events: u64,
    pub all: u64,
}

/// How much is a burst, and how dear is its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sensitivity {
    /// The rate in a burst over the usual rate; above 1.
    pub ratio: f64,
    /// Cost of entering a burst, in units of ln n for n batches.
    pub entry: f64,
}

/// A run of batches in the burst state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burst {
    /// Place of the first batch in the series.
    pub first: usize,
    /// Place of the last batch in the series.
    pub last: usize,
    /// How much better the burst rate explains these batches than the usual rate does, in nats.
    pub weight: f64,
}

/// The cheapest explanation of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Bursts {
    /// Whether each batch lies in a burst.
    pub states: Vec<bool>,
    /// What the explanation costs, in nats.
    pub cost: f64,
    pub bursts: Vec<Burst>,
}

/// Bursts of a batched series by a two-state automaton, solved exactly by Viterbi's recursion
/// (Kleinberg 2003, *Data Mining and Knowledge Discovery* 7:373).
///
/// The usual rate is that of the whole series. A series without events, or all of whose events are of interest,
/// has no bursts. Ties go to the usual state. Cost: linear in batches.
///
/// ```
/// use comity_graph::burst::{bursts, Bin, Sensitivity};
/// let series: Vec<Bin> = [2, 2, 2, 5, 5, 5, 5, 2, 2, 2, 2, 2].map(|events| Bin { events, all: 20 }).into();
/// let found = bursts(&series, Sensitivity { ratio: 1.5, entry: 0.5 });
/// assert_eq!((found.bursts[0].first, found.bursts[0].last), (3, 6));
/// assert!(bursts(&series, Sensitivity { ratio: 3.0, entry: 1.0 }).bursts.is_empty());
/// ```
pub fn bursts(series: &[Bin], sensitivity: Sensitivity) -> Bursts {
    let all: u64 = series.iter().map(|batch| batch.all).sum();
    let events: u64 = series.iter().map(|batch| batch.events).sum();
    if events == 0 || events == all {
        return Bursts { states: vec![false; series.len()], cost: 0.0, bursts: Vec::new() };
    }
    let usual = events as f64 / all as f64;
    let raised = (sensitivity.ratio * usual).min(0.99999);
    let fits: Vec<[f64; 2]> =
        series.iter().map(|batch| [misfit(batch, usual), misfit(batch, raised)]).collect();
    let entry = sensitivity.entry * (series.len() as f64).ln();
    let (states, cost) = cheapest(&fits, entry);
    Bursts { bursts: runs(&states, &fits), states, cost }
}

/// −ln of the binomial probability of a batch at a rate.
fn misfit(batch: &Bin, rate: f64) -> f64 {
    let (events, others) = (batch.events as f64, (batch.all - batch.events) as f64);
    -(ln_binomial(batch.all, batch.events) + events * rate.ln() + others * (1.0 - rate).ln())
}

fn cheapest(fits: &[[f64; 2]], entry: f64) -> (Vec<bool>, f64) {
    let mut cost = [0.0, f64::INFINITY];
    let mut came_from = Vec::with_capacity(fits.len());
    for fit in fits {
        let to_usual = cost[1] < cost[0];
        let to_burst = cost[1] <= cost[0] + entry;
        came_from.push([to_usual, to_burst]);
        cost = [cost[0].min(cost[1]) + fit[0], (cost[0] + entry).min(cost[1]) + fit[1]];
    }
    let mut state = cost[1] < cost[0];
    let total = cost[usize::from(state)];
    let mut states = vec![false; fits.len()];
    for (at, from) in came_from.iter().enumerate().rev() {
        states[at] = state;
        state = from[usize::from(state)];
    }
    (states, total)
}

fn runs(states: &[bool], fits: &[[f64; 2]]) -> Vec<Burst> {
    let mut found: Vec<Burst> = Vec::new();
    for (at, _) in states.iter().enumerate().filter(|(_, in_burst)| **in_burst) {
        let gain = fits[at][0] - fits[at][1];
        match found.last_mut() {
            Some(burst) if burst.last + 1 == at => {
                burst.last = at;
                burst.weight += gain;
            }
            _ => found.push(Burst { first: at, last: at, weight: gain }),
        }
    }
    found
}
