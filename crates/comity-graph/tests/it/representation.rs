//! Representation quotients with their intervals and date bounds, as in the golden.

use crate::golden::{close, golden, number, numbers};
use comity_graph::representation::{MemberCounts, representation, share_bounds};

#[test]
fn quotients_and_intervals_are_as_worked_out() {
    let golden = golden("representation");
    for case in golden["cases"].as_array().unwrap() {
        let (x, n) = (case["x"].as_u64().unwrap(), case["n"].as_u64().unwrap());
        let found = representation(x, n, number(&case["p0"])).unwrap();
        close(found.share, number(&case["share"]));
        close(found.quotient, number(&case["RQ"]));
        close(found.symmetric, number(&case["SRQ=(RQ-1)/(RQ+1)"]));
        close(found.p, number(&case["p_two_sided"]));
        let (exact, wilson) = (numbers(&case["clopper_pearson_95"]), numbers(&case["wilson_95"]));
        [found.exact.0, found.exact.1]
            .into_iter()
            .zip(exact)
            .for_each(|(found, expected)| close(found, expected));
        [found.wilson.0, found.wilson.1]
            .into_iter()
            .zip(wilson)
            .for_each(|(found, expected)| close(found, expected));
    }
}

#[test]
fn uncertain_dates_bound_the_share() {
    let golden = golden("representation");
    for case in golden["date_bounds"].as_array().unwrap() {
        let count = |key: &str| case[key].as_u64().unwrap();
        let own = MemberCounts { certain: count("x_certain"), possible: count("x_possible") };
        let others = MemberCounts { certain: count("y_certain"), possible: count("y_possible") };
        let found = share_bounds(own, others).unwrap();
        close(found.low, number(&case["share_lo"]));
        close(found.high, number(&case["share_hi"]));
    }
}

#[test]
fn nobody_and_everybody_have_a_one_sided_interval() {
    let none = representation(0, 10, 0.5).unwrap();
    let all = representation(10, 10, 0.5).unwrap();
    close(none.exact.0, 0.0);
    close(all.exact.1, 2.0);
    close(all.p, 2.0 * 0.5f64.powi(10));
    assert_eq!(representation(1, 10, 1.0), None);
    assert_eq!(
        share_bounds(MemberCounts { certain: 0, possible: 0 }, MemberCounts { certain: 0, possible: 0 }),
        None
    );
}
