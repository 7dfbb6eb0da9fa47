//! Is activity steady, or does it come in episodes?

use statrs::distribution::{ChiSquared, ContinuousCDF};

/// How unevenly counts per period are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    pub mean: f64,
    /// Variance (of the population) over mean: 1 for a steady random rate, more for episodes (Fano 1947).
    pub fano: f64,
    /// Σ(x − mean)²/mean, to compare with χ² of one degree less than there are periods.
    pub chi_squared: f64,
    /// P(χ² or more) at a steady random rate. `None` with one period.
    pub p: Option<f64>,
    /// 0 if all periods have the same count, towards 1 if one has them all (Gini 1912).
    pub gini: f64,
}

/// Dispersion of counts per period, empty periods included. `None` without a count above 0. Cost: a sort.
///
/// ```
/// use comity_graph::episodicity::dispersion;
/// let found = dispersion(&[5, 5, 5, 5]).unwrap();
/// assert_eq!((found.fano, found.p, found.gini), (0.0, Some(1.0), 0.0));
/// ```
pub fn dispersion(counts: &[u64]) -> Option<Dispersion> {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    let (n, total) = (sorted.len() as f64, sorted.iter().sum::<u64>() as f64);
    if total == 0.0 {
        return None;
    }
    let mean = total / n;
    let squares: f64 = sorted.iter().map(|&count| (count as f64 - mean).powi(2)).sum();
    let ranked: f64 = sorted.iter().enumerate().map(|(at, &count)| (at + 1) as f64 * count as f64).sum();
    let chi_squared = squares / mean;
    Some(Dispersion {
        mean,
        fano: squares / n / mean,
        chi_squared,
        p: ChiSquared::new(n - 1.0).ok().map(|steady| steady.sf(chi_squared)),
        gini: 2.0 * ranked / (n * total) - (n + 1.0) / n,
    })
}

/// How unevenly events follow each other. Each is `None` where there are too few gaps to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rhythm {
    /// (σ − μ)/(σ + μ) of the gaps: −1 regular, 0 random, towards 1 bursty (Goh & Barabási 2008, EPL 81:48002).
    pub burstiness: Option<f64>,
    /// The same freed of its dependence on the number of gaps (Kim & Jo 2016, PRE 94:032311, eq. 22, where n
    /// counts gaps).
    pub burstiness_finite: Option<f64>,
    /// The correlation of each gap with the next (Goh & Barabási 2008). `None` if either side does not vary.
    pub memory: Option<f64>,
}

/// Rhythm of events at the given times, in any order and unit. Cost: a sort.
///
/// ```
/// use comity_graph::episodicity::rhythm;
/// assert_eq!(rhythm(&[0.0, 10.0, 20.0, 30.0]).burstiness, Some(-1.0));
/// assert_eq!(rhythm(&[0.0]).burstiness, None);
/// ```
pub fn rhythm(times: &[f64]) -> Rhythm {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let (mean, deviation) = moments(&gaps);
    let ratio = (!gaps.is_empty() && mean > 0.0).then(|| deviation / mean);
    let (more, less) = ((gaps.len() as f64 + 1.0).sqrt(), (gaps.len() as f64 - 1.0).max(0.0).sqrt());
    Rhythm {
        burstiness: ratio.map(|r| (r - 1.0) / (r + 1.0)),
        burstiness_finite: ratio
            .filter(|_| gaps.len() > 1)
            .map(|r| (more * r - less) / ((more - 2.0) * r + less)),
        memory: gaps.len().checked_sub(1).and_then(|last| correlation(&gaps[..last], &gaps[1..])),
    }
}

/// Mean and standard deviation of the population.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    (mean, variance.sqrt())
}

fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let ((mean_a, spread_a), (mean_b, spread_b)) = (moments(a), moments(b));
    let together: f64 = a.iter().zip(b).map(|(x, y)| (x - mean_a) * (y - mean_b)).sum();
    (spread_a * spread_b > 0.0).then(|| together / a.len() as f64 / (spread_a * spread_b))
}
