//! Fitting the weights: a conditional logit over the candidates of each row and "none of them".
//!
//! D. L. `McFadden` (1974), Conditional logit analysis of qualitative choice behavior: the share of a candidate is the
//! exponential of its weighted features over the sum of all, and the weights maximise the likelihood of what is true.

/// Weights of the features, then the belief in "none".
pub type Weights = Vec<f64>;

/// One row whose answer is known.
#[derive(Debug, Clone)]
pub struct Example {
    /// The features of each candidate.
    pub candidates: Vec<Vec<f32>>,
    /// Which candidate is meant; `None` when none of them is.
    pub truth: Option<usize>,
    /// How much the row counts.
    pub weight: f64,
}

/// Climbs the mean log-likelihood, drawn a little towards `start`, in so many equal steps: no randomness.
pub fn fit(examples: &[Example], start: &Weights, steps: usize) -> Weights {
    const RATE: f64 = 1.0;
    const PULL: f64 = 1e-4;
    let total: f64 = examples.iter().map(|example| example.weight).sum();
    let mut weights = start.clone();
    for _ in 0..steps {
        let mut slope = vec![0.0; weights.len()];
        for example in examples {
            add_slope(example, &weights, &mut slope);
        }
        for ((weight, slope), start) in weights.iter_mut().zip(&slope).zip(start) {
            *weight += RATE * (slope / total * 20.0 - PULL * (*weight - start));
        }
    }
    weights
}

/// The mean log-likelihood of the truth, in nats; 0 is certainty.
pub fn likelihood(examples: &[Example], weights: &Weights) -> f64 {
    let total: f64 = examples.iter().map(|example| example.weight).sum();
    let of = |example: &Example| {
        example.weight
            * shares(example, weights)[example.truth.unwrap_or(example.candidates.len())].max(1e-12).ln()
    };
    examples.iter().map(of).sum::<f64>() / total
}

fn add_slope(example: &Example, weights: &Weights, slope: &mut [f64]) {
    let none = weights.len() - 1;
    let shares = shares(example, weights);
    let truth = example.truth.unwrap_or(example.candidates.len());
    for (n, features) in example.candidates.iter().enumerate() {
        let surprise = example.weight * (f64::from(u8::from(n == truth)) - shares[n]);
        for (slope, feature) in slope.iter_mut().zip(features) {
            *slope += surprise * f64::from(*feature);
        }
    }
    let last = example.candidates.len();
    slope[none] += example.weight * (f64::from(u8::from(truth == last)) - shares[last]);
}

/// The share of each candidate, and last that of "none".
fn shares(example: &Example, weights: &Weights) -> Vec<f64> {
    let (none, weights) = weights.split_last().expect("the belief in none is always there");
    let belief = |features: &Vec<f32>| {
        features.iter().zip(weights).map(|(feature, weight)| f64::from(*feature) * weight).sum()
    };
    let beliefs: Vec<f64> = example.candidates.iter().map(belief).chain([*none]).collect();
    let most = beliefs.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = beliefs.iter().map(|belief| (belief - most).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_feature_that_tells_gets_the_weight() {
        let row = |truth| Example {
            candidates: vec![vec![1.0, 0.3], vec![0.0, 0.3]],
            truth: Some(truth),
            weight: 1.0,
        };
        let examples: Vec<Example> = (0..20).map(|n| row(usize::from(n == 0))).collect();
        let start = vec![0.0, 0.0, -2.0];
        let weights = fit(&examples, &start, 200);
        assert!(weights[0] > 1.0 && weights[0] > 3.0 * weights[1], "{weights:?}");
        assert!(likelihood(&examples, &weights) > likelihood(&examples, &start));
    }
}
