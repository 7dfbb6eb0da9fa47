//! Fitting the weights: a conditional logit over the candidates of each row and "none of them".
//!
//! D. L. `McFadden` (1974), Conditional logit analysis of qualitative choice behavior: the share of a candidate is the
//! exponential of its weighted features over the sum of all, and the weights maximise the likelihood of what is true.

/// Weights of the features, then the belief in "none".
pub type FeatureWeights = Vec<f64>;

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

/// The weights of the highest mean log-likelihood, drawn a little towards `start`: Newton's method, no randomness.
///
/// Cost: `steps` times rows times candidates times the square of the number of features; ten steps are enough.
pub fn fit(examples: &[Example], start: &FeatureWeights, steps: usize) -> FeatureWeights {
    let mut weights = start.clone();
    for _ in 0..steps {
        let climb = step(&Climb::of(examples, &weights, start));
        for (weight, by) in weights.iter_mut().zip(climb) {
            *weight += by.clamp(-FARTHEST, FARTHEST);
        }
    }
    weights
}

/// How much the start counts, in rows per squared unit.
const PULL: f64 = 0.05;
/// No weight moves farther in one step.
const FARTHEST: f64 = 4.0;

/// The slope of the log-likelihood and its curvature (the covariance of the features under the shares of belief).
struct Climb {
    slope: Vec<f64>,
    curvature: Vec<Vec<f64>>,
}

impl Climb {
    fn of(examples: &[Example], weights: &FeatureWeights, start: &FeatureWeights) -> Self {
        let n = weights.len();
        let mut climb = Self { slope: vec![0.0; n], curvature: vec![vec![0.0; n]; n] };
        for example in examples {
            climb.add(example, weights);
        }
        for (n, (weight, start)) in weights.iter().zip(start).enumerate() {
            climb.slope[n] -= PULL * (weight - start);
            climb.curvature[n][n] += PULL;
        }
        climb
    }

    fn add(&mut self, example: &Example, weights: &FeatureWeights) {
        let shares = shares(example, weights);
        let truth = example.truth.unwrap_or(example.candidates.len());
        let answers = answers(example, weights.len());
        let mut mean = vec![0.0; weights.len()];
        for (features, share) in answers.iter().zip(&shares) {
            for (mean, feature) in mean.iter_mut().zip(features) {
                *mean += share * feature;
            }
        }
        for (n, (features, share)) in answers.iter().zip(&shares).enumerate() {
            let off: Vec<f64> = features.iter().zip(&mean).map(|(feature, mean)| feature - mean).collect();
            for (row, curvature) in self.curvature.iter_mut().enumerate() {
                if n == truth {
                    self.slope[row] += example.weight * off[row];
                }
                for (cell, other) in curvature.iter_mut().zip(&off) {
                    *cell += example.weight * share * off[row] * other;
                }
            }
        }
    }
}

/// The features of each candidate, and last those of "none": nothing but its own belief.
fn answers(example: &Example, weights: usize) -> Vec<Vec<f64>> {
    let of = |features: &Vec<f32>| features.iter().map(|feature| f64::from(*feature)).chain([0.0]).collect();
    let mut none = vec![0.0; weights];
    none[weights - 1] = 1.0;
    example.candidates.iter().map(of).chain([none]).collect()
}

/// Slope over curvature: Gauss's elimination. The pull keeps every pivot above zero.
fn step(climb: &Climb) -> Vec<f64> {
    let n = climb.slope.len();
    let mut rows = climb.curvature.clone();
    let mut step = climb.slope.clone();
    for pivot in 0..n {
        let (above, below) = rows.split_at_mut(pivot + 1);
        let held = &above[pivot];
        for (row, under) in (pivot + 1..).zip(below) {
            let factor = under[pivot] / held[pivot];
            for (cell, above) in under.iter_mut().zip(held) {
                *cell -= factor * above;
            }
            step[row] -= factor * step[pivot];
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|column| rows[row][column] * step[column]).sum();
        step[row] = (step[row] - known) / rows[row][row];
    }
    step
}

/// The mean log-likelihood of the truth, in nats; 0 is certainty.
pub fn likelihood(examples: &[Example], weights: &FeatureWeights) -> f64 {
    let total: f64 = examples.iter().map(|example| example.weight).sum();
    examples
        .iter()
        .map(|example: &Example| {
            example.weight
                * shares(example, weights)[example.truth.unwrap_or(example.candidates.len())].max(1e-12).ln()
        })
        .sum::<f64>()
        / total
}

/// The share of each candidate, and last that of "none".
fn shares(example: &Example, weights: &FeatureWeights) -> Vec<f64> {
    let (none, weights) = weights.split_last().expect("the belief in none is always there");
    let beliefs: Vec<f64> =
        example.candidates.iter().map(|features| belief(features, weights)).chain([*none]).collect();
    let most = beliefs.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = beliefs.iter().map(|belief| (belief - most).exp()).collect();
    let total: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / total).collect()
}

fn belief(features: &[f32], weights: &[f64]) -> f64 {
    features.iter().zip(weights).map(|(feature, weight)| f64::from(*feature) * weight).sum()
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
        let weights = fit(&examples, &start, 10);
        assert!(weights[0] > 1.0 && weights[0] > 3.0 * weights[1], "{weights:?}");
        assert!(likelihood(&examples, &weights) > likelihood(&examples, &start));
    }
}
