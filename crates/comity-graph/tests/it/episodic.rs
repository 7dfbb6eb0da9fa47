//! How bursty and how uneven the golden series are.

use crate::golden::{close, golden, number, numbers};
use comity_graph::episodicity::{dispersion, rhythm};

#[test]
fn rhythm_is_as_worked_out() {
    let golden = golden("episodic");
    for case in golden["burstiness"].as_array().unwrap() {
        let found = rhythm(&numbers(&case["times"]));
        close(found.burstiness.unwrap(), number(&case["B_goh_barabasi"]));
        close(found.burstiness_finite.unwrap(), number(&case["B_kim_jo_finite_n"]));
        match case["memory"].as_f64() {
            Some(memory) => close(found.memory.unwrap(), memory),
            None => assert_eq!(found.memory, None),
        }
    }
}

#[test]
fn dispersion_is_as_worked_out() {
    let golden = golden("episodic");
    for case in golden["dispersion"].as_array().unwrap() {
        #[expect(clippy::cast_sign_loss, reason = "the file holds counts")]
        let counts: Vec<u64> = numbers(&case["counts"]).iter().map(|count| *count as u64).collect();
        let found = dispersion(&counts).unwrap();
        close(found.mean, number(&case["mean"]));
        close(found.fano, number(&case["fano"]));
        close(found.chi_squared, number(&case["chi2_dispersion"]));
        close(found.p.unwrap(), number(&case["p_poisson"]));
        close(found.gini, number(&case["gini"]));
    }
    assert_eq!(dispersion(&[0, 0]), None);
}
