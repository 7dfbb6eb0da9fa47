//! Bursts, batched and continuous, as enumerated in the golden.

use crate::golden::{close, golden, number, numbers};
use comity_graph::{
    burst::{Bin, Sensitivity, bursts},
    burst_stream::nested,
};

#[test]
fn the_cheapest_states_are_those_of_enumeration() {
    let golden = golden("kleinberg");
    for case in golden["batched"].as_object().unwrap().values() {
        let count = |value: &serde_json::Value| value.as_u64().unwrap();
        let days = case["r"].as_array().unwrap().iter().zip(case["d"].as_array().unwrap());
        let series: Vec<Bin> = days.map(|(r, d)| Bin { events: count(r), all: count(d) }).collect();
        let sensitivity = Sensitivity { ratio: number(&case["s"]), entry: number(&case["gamma"]) };
        let found = bursts(&series, sensitivity);
        let states: Vec<bool> = numbers(&case["states"]).iter().map(|state| *state > 0.0).collect();
        assert_eq!(found.states, states);
        close(found.cost, number(&case["cost"]));
        let expected = case["bursts"].as_array().unwrap();
        assert_eq!(found.bursts.len(), expected.len());
        for (burst, expected) in found.bursts.iter().zip(expected) {
            assert_eq!(
                (burst.first as u64, burst.last as u64),
                (count(&expected["begin"]), count(&expected["end"]))
            );
            close(burst.weight, number(&expected["weight"]));
        }
    }
}

#[test]
fn nested_bursts_of_a_stream_are_the_published_ones() {
    let golden = golden("kleinberg");
    let stream = &golden["continuous"];
    let times = numbers(&stream["offsets"]);
    for (key, expected) in stream["result_level_start_end"].as_object().unwrap() {
        let (ratio, entry) = key.strip_prefix("s=").unwrap().split_once(",gamma=").unwrap();
        let sensitivity = Sensitivity { ratio: ratio.parse().unwrap(), entry: entry.parse().unwrap() };
        let found = nested(&times, sensitivity).unwrap();
        let found: Vec<_> =
            found.iter().map(|stretch| vec![stretch.level as f64, stretch.start, stretch.end]).collect();
        let expected: Vec<_> = expected.as_array().unwrap().iter().map(numbers).collect();
        assert_eq!(found, expected, "{key}");
    }
}

#[test]
fn a_stream_with_two_events_at_once_is_refused() {
    let sensitivity = Sensitivity { ratio: 2.0, entry: 1.0 };
    assert_eq!(nested(&[1.0, 1.0], sensitivity), None);
    assert_eq!(nested(&[1.0], sensitivity).unwrap().len(), 1);
    assert_eq!(nested(&[], sensitivity).unwrap().len(), 0);
}
