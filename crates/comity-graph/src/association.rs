//! Do two things go together more often than chance would have it?

use statrs::function::factorial::ln_binomial;

/// A two-by-two table: both, only the first, only the second, neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoByTwo {
    pub both: u64,
    pub only_first: u64,
    pub only_second: u64,
    pub neither: u64,
}

/// How strongly, and how surely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Association {
    /// (both · neither)/(only first · only second). `None` where a product is 0.
    pub odds_ratio: Option<f64>,
    /// 95 % interval of the odds ratio, exact given the margins; 0 and infinity where nothing bounds it.
    pub exact: (f64, f64),
    /// Two-sided probability of a table as unlikely as this one without any association (Fisher 1935).
    pub p: f64,
}

/// Fisher's exact test with the odds ratio of the table. `None` where a row or a column is empty.
/// Cost: some hundred passes over the tables with these margins.
///
/// ```
/// use comity_graph::association::{association, TwoByTwo};
/// let tea = association(TwoByTwo { both: 3, only_first: 1, only_second: 1, neither: 3 }).unwrap();
/// // By hand: (1 + 16 + 16 + 1) of 70 tables are as unlikely.
/// assert!((tea.p - 34.0 / 70.0).abs() < 1e-12);
/// assert_eq!(tea.odds_ratio, Some(9.0));
/// assert_eq!(association(TwoByTwo { both: 0, only_first: 0, only_second: 1, neither: 3 }), None);
/// ```
pub fn association(table: TwoByTwo) -> Option<Association> {
    let tables = Tables::with_margins_of(table)?;
    let products =
        (as_f64(table.both) * as_f64(table.neither), as_f64(table.only_first) * as_f64(table.only_second));
    Some(Association {
        odds_ratio: (products.0 > 0.0 && products.1 > 0.0).then(|| products.0 / products.1),
        exact: tables.interval(table.both),
        p: tables.two_sided(table.both),
    })
}

/// All tables with the same margins: the log weight of each count of `both`, from the least on.
struct Tables {
    least: u64,
    weights: Vec<f64>,
}

/// Tail on each side of a 95 % interval.
const TAIL: f64 = 0.025;

impl Tables {
    fn with_margins_of(table: TwoByTwo) -> Option<Self> {
        let first = table.both + table.only_first;
        let second = table.both + table.only_second;
        let rest = table.only_second + table.neither;
        let all = first + rest;
        if first == 0 || rest == 0 || second == 0 || second == all {
            return None;
        }
        let least = second.saturating_sub(rest);
        let weigh = |both: u64| ln_binomial(first, both) + ln_binomial(rest, second - both);
        Some(Self { least, weights: (least..=first.min(second)).map(weigh).collect() })
    }

    /// The probability of each table where the true odds ratio is e^`log_odds`.
    fn chances(&self, log_odds: f64) -> Vec<f64> {
        let tilted = |(place, weight): (usize, &f64)| weight + as_f64(place as u64) * log_odds;
        let logs: Vec<f64> = self.weights.iter().enumerate().map(tilted).collect();
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let chances: Vec<f64> = logs.iter().map(|log| (log - top).exp()).collect();
        let sum: f64 = chances.iter().sum();
        chances.into_iter().map(|chance| chance / sum).collect()
    }

    fn place(&self, both: u64) -> usize {
        usize::try_from(both - self.least).expect("as many places as tables")
    }

    /// All tables no likelier than the one seen; the slack takes equals that rounding has parted.
    fn two_sided(&self, both: u64) -> f64 {
        const SLACK: f64 = 1.0 + 1e-7;
        let chances = self.chances(0.0);
        let limit = chances[self.place(both)] * SLACK;
        chances.into_iter().filter(|chance| *chance <= limit).sum::<f64>().min(1.0)
    }

    fn interval(&self, both: u64) -> (f64, f64) {
        let place = self.place(both);
        let at_least = |log_odds: f64| self.chances(log_odds)[place..].iter().sum::<f64>() - TAIL;
        let at_most = |log_odds: f64| TAIL - self.chances(log_odds)[..=place].iter().sum::<f64>();
        let low = if place == 0 { 0.0 } else { rises_through_zero(at_least).exp() };
        let high =
            if place + 1 == self.weights.len() { f64::INFINITY } else { rises_through_zero(at_most).exp() };
        (low, high)
    }
}

/// Bisection of a rising function over log odds that no counted table leaves.
fn rises_through_zero(value: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-60.0, 60.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if value(middle) < 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn as_f64(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: at its lower end three or four right have a chance of 2.5 %, at its upper end three or fewer.
    #[test]
    fn the_lady_tasting_tea() {
        let tea = association(TwoByTwo { both: 3, only_first: 1, only_second: 1, neither: 3 }).unwrap();
        let chance = |odds: f64, ways: [f64; 5]| {
            let all = [1.0, 16.0, 36.0, 16.0, 1.0];
            let sum = |ways: [f64; 5]| ways.iter().rev().fold(0.0, |sum, way| sum * odds + way);
            sum(ways) / sum(all)
        };
        assert!((chance(tea.exact.0, [0.0, 0.0, 0.0, 16.0, 1.0]) - 0.025).abs() < 1e-9, "{tea:?}");
        assert!((chance(tea.exact.1, [1.0, 16.0, 36.0, 16.0, 0.0]) - 0.025).abs() < 1e-9, "{tea:?}");
    }

    #[test]
    fn nothing_bounds_a_table_at_its_end() {
        let all = association(TwoByTwo { both: 3, only_first: 0, only_second: 0, neither: 3 }).unwrap();
        assert_eq!((all.odds_ratio, all.exact.1), (None, f64::INFINITY));
        assert!((all.p - 0.1).abs() < 1e-12, "2 of 20 tables");
    }
}
