//! How much does each of several signs say about whether two are tied?

use nalgebra::{Cholesky, DMatrix, DVector};

use crate::cancel::check;

/// A logistic regression on standardised signs: a weight is what one standard deviation of its sign adds to the
/// log-odds, so that weights can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic {
    pub intercept: f64,
    /// One a sign.
    pub weights: Vec<f64>,
    mean: Vec<f64>,
    deviation: Vec<f64>,
}

/// Keeps weights finite where one sign parts all cases by itself.
const RIDGE: f64 = 1.0;
const ROUNDS: usize = 25;
/// Below this the curve is taken to be flat: what is left of it is rounding.
const FLAT: f64 = 1e-12;

impl Logistic {
    /// Fits the weights by Newton's method with a small ridge (Hastie, Tibshirani & Friedman 2009, §4.4).
    ///
    /// A sign that is not known of a case is NaN and counts as its mean. `None` unless there are both outcomes.
    /// Cost: a few passes over the cases, each signs².
    ///
    /// ```
    /// use comity_graph::logistic::Logistic;
    /// let cases = [vec![0.0], vec![1.0], vec![2.0], vec![3.0]];
    /// let fitted = Logistic::fit(&cases, &[false, false, true, true]).unwrap();
    /// assert!(fitted.weights[0] > 0.0 && fitted.log_odds(&[3.0]) > fitted.log_odds(&[0.0]));
    /// assert_eq!(fitted.log_odds(&[f64::NAN]), fitted.intercept);
    /// assert_eq!(Logistic::fit(&cases, &[true; 4]), None);
    /// ```
    ///
    /// # Panics
    /// If there is not one outcome a case, or cases differ in their number of signs.
    pub fn fit(cases: &[Vec<f64>], tied: &[bool]) -> Option<Logistic> {
        assert_eq!(cases.len(), tied.len(), "one outcome a case");
        if !tied.contains(&true) || !tied.contains(&false) {
            return None;
        }
        let signs = cases[0].len();
        let (mean, deviation): (Vec<f64>, Vec<f64>) = (0..signs).map(|sign| moments(cases, sign)).unzip();
        let mut fitted = Logistic { intercept: 0.0, weights: vec![0.0; signs], mean, deviation };
        let rows: Vec<Vec<f64>> = cases.iter().map(|case| fitted.standard(case)).collect();
        for _ in 0..ROUNDS {
            let step = fitted.newton(&rows, tied);
            fitted.intercept += step[0];
            fitted.weights.iter_mut().zip(step.iter().skip(1)).for_each(|(weight, step)| *weight += step);
            if step.iter().all(|step| step.abs() < 1e-10) {
                break;
            }
        }
        Some(fitted)
    }

    /// ln(p/(1−p)) of being tied.
    pub fn log_odds(&self, signs: &[f64]) -> f64 {
        self.intercept + self.parts(signs).iter().sum::<f64>()
    }

    /// What each sign of a case adds to its log-odds, over an average case.
    pub fn parts(&self, signs: &[f64]) -> Vec<f64> {
        self.standard(signs).iter().zip(&self.weights).map(|(sign, weight)| sign * weight).collect()
    }

    fn standard(&self, signs: &[f64]) -> Vec<f64> {
        signs
            .iter()
            .enumerate()
            .map(|(at, sign): (usize, &f64)| match self.deviation[at] {
                spread if spread > 0.0 && sign.is_finite() => (sign - self.mean[at]) / spread,
                _ => 0.0,
            })
            .collect()
    }

    fn newton(&self, rows: &[Vec<f64>], tied: &[bool]) -> DVector<f64> {
        check();
        let size = self.weights.len() + 1;
        let mut slope = DVector::zeros(size);
        let mut curve = DMatrix::zeros(size, size);
        for (row, tied) in rows.iter().zip(tied) {
            let odds: f64 = self.intercept + row.iter().zip(&self.weights).map(|(x, w)| x * w).sum::<f64>();
            let p = 1.0 / (1.0 + (-odds).exp());
            let x = |at: usize| if at == 0 { 1.0 } else { row[at - 1] };
            for i in 0..size {
                slope[i] += (f64::from(u8::from(*tied)) - p) * x(i);
                for j in 0..size {
                    curve[(i, j)] += p * (1.0 - p) * x(i) * x(j);
                }
            }
        }
        for at in 1..size {
            slope[at] -= RIDGE * self.weights[at - 1];
            curve[(at, at)] += RIDGE;
        }
        solve(curve, &slope)
    }
}

/// Mean and standard deviation of the known values of one sign.
fn moments(cases: &[Vec<f64>], sign: usize) -> (f64, f64) {
    let known: Vec<f64> = cases.iter().map(|case| case[sign]).filter(|value| value.is_finite()).collect();
    let n = known.len().max(1) as f64;
    let mean = known.iter().sum::<f64>() / n;
    let spread = known.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    (mean, spread.sqrt())
}

/// The step for which `curve · step = slope`; a direction in which nothing is known is left as it is.
///
/// `curve` is symmetric, and the ridge makes it positive definite but for the intercept, which says nothing once
/// every case is foretold with certainty.
fn solve(mut curve: DMatrix<f64>, slope: &DVector<f64>) -> DVector<f64> {
    if curve[(0, 0)] < FLAT {
        curve[(0, 0)] = 0.0;
    }
    // An infinitely steep curve in place of a flat one: the step that way is none.
    let factors = Cholesky::new_with_substitute(curve, f64::MAX);
    factors.expect("a positive substitute has a root").solve(slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_says_nothing_weighs_nothing() {
        let cases: Vec<Vec<f64>> =
            (0..40).map(|n| vec![f64::from(n % 2), f64::from(n / 2 % 2), 7.0]).collect();
        let tied: Vec<bool> = (0..40).map(|n| n % 2 == 1).collect();
        let fitted = Logistic::fit(&cases, &tied).unwrap();
        assert!(fitted.weights[0] > 1.0);
        assert!(fitted.weights[1].abs() < 1e-9 && fitted.weights[2] == 0.0);
    }

    #[test]
    fn the_ridge_solution_has_no_slope_left() {
        let cases: Vec<Vec<f64>> = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0].map(|x| vec![x]).to_vec();
        let tied = [false, true, false, true, false, true];
        let fitted = Logistic::fit(&cases, &tied).unwrap();
        let left = fitted.newton(&cases.iter().map(|case| fitted.standard(case)).collect::<Vec<_>>(), &tied);
        assert!(left.iter().all(|step| step.abs() < 1e-9), "{left:?}");
    }

    #[test]
    fn a_direction_in_which_nothing_is_known_is_left_as_it_is() {
        let slope = DVector::from_vec(vec![3.0, 4.0]);
        for flat in [0.0, 1e-13] {
            let step = solve(DMatrix::from_row_slice(2, 2, &[flat, 0.0, 0.0, 2.0]), &slope);
            assert!(step[0].abs() < 1e-9 && (step[1] - 2.0).abs() < 1e-9, "{step}");
        }
        let step = solve(DMatrix::from_row_slice(2, 2, &[2.0, 1.0, 1.0, 3.0]), &slope);
        assert!((step[0] - 1.0).abs() < 1e-9 && (step[1] - 1.0).abs() < 1e-9, "{step}");
    }
}
