//! How long do agreements last, when many have not ended yet?

/// How long something was observed, and whether its end was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Life {
    pub time: f64,
    /// False if it was last seen alive: its end is not known, or has not come.
    pub ended: bool,
}

/// The curve steps down at a time at which something ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    pub time: f64,
    pub at_risk: usize,
    pub ended: usize,
    /// Share that lives beyond this time (Kaplan & Meier 1958, JASA 53:457).
    pub survival: f64,
    /// Its standard error (Greenwood 1926). `None` once nothing survives.
    pub error: Option<f64>,
}

/// Survival curve, in the unit of the times. Lives cut off at a time count as at risk at that time.
/// Empty if nothing ended. Cost: a sort.
///
/// ```
/// use comity_graph::survival::{median, survival, Life};
/// let life = |time, ended| Life { time, ended };
/// let curve = survival(&[life(1.0, true), life(2.0, false), life(3.0, true)]);
/// assert_eq!((curve[0].at_risk, curve[1].survival), (3, 0.0));
/// assert_eq!(median(&curve), Some(3.0));
/// ```
pub fn survival(lives: &[Life]) -> Vec<SurvivalStep> {
    let mut lives = lives.to_vec();
    lives.sort_by(|a, b| a.time.total_cmp(&b.time));
    let (mut alive, mut variance) = (1.0, 0.0);
    let mut at_risk = lives.len();
    let mut curve = Vec::new();
    for together in lives.chunk_by(|a, b| a.time.total_cmp(&b.time).is_eq()) {
        let ended = together.iter().filter(|life| life.ended).count();
        if ended > 0 {
            let (risk, left) = (at_risk as f64, (at_risk - ended) as f64);
            alive *= left / risk;
            variance += ended as f64 / (risk * left);
            let error = (at_risk > ended).then(|| alive * variance.sqrt());
            curve.push(SurvivalStep { time: together[0].time, at_risk, ended, survival: alive, error });
        }
        at_risk -= together.len();
    }
    curve
}

/// The first time at which at most half survive. `None` if more than half do to the end.
pub fn median(curve: &[SurvivalStep]) -> Option<f64> {
    curve.iter().find(|step| step.survival <= 0.5).map(|step| step.time)
}
