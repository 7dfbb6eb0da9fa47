//! Agreement of rankings, with and without ties, as in the golden.

use crate::golden::{close, golden, number, numbers};
use comity_graph::rank::{kendall, spearman};
use proptest::prelude::*;

#[test]
fn agreement_is_as_worked_out() {
    let golden = golden("ranks");
    let list = |key: &str| numbers(&golden[key]);
    close(kendall(&list("a"), &list("b")).unwrap(), number(&golden["kendall_tau_b"]));
    close(spearman(&list("a"), &list("b")).unwrap(), number(&golden["spearman"]));
    close(kendall(&list("ties_a"), &list("ties_b")).unwrap(), number(&golden["kendall_ties"]));
    close(spearman(&list("ties_a"), &list("ties_b")).unwrap(), number(&golden["spearman_ties"]));
}

proptest! {
    #[test]
    fn kendall_counts_what_comparing_all_pairs_counts(pairs in prop::collection::vec((0u8..5, 0u8..5), 2..20)) {
        let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().map(|&(a, b)| (f64::from(a), f64::from(b))).unzip();
        let sign = |x: f64, y: f64| if x > y { 1.0 } else if x < y { -1.0 } else { 0.0 };
        let (mut agree, mut free_a, mut free_b) = (0.0, 0.0, 0.0f64);
        for i in 0..a.len() {
            for j in 0..i {
                let (da, db): (f64, f64) = (sign(a[i], a[j]), sign(b[i], b[j]));
                agree += da * db;
                free_a += da * da;
                free_b += db * db;
            }
        }
        let expected = (free_a * free_b > 0.0).then(|| agree / (free_a * free_b).sqrt());
        match (kendall(&a, &b), expected) {
            (Some(found), Some(expected)) => prop_assert!((found - expected).abs() < 1e-12),
            (found, expected) => prop_assert_eq!(found, expected),
        }
    }
}
