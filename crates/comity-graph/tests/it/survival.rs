//! The textbook survival curve of the golden.

use crate::golden::{close, golden, numbers};
use comity_graph::survival::{Life, median, survival};

#[test]
fn the_textbook_curve_holds() {
    let golden = golden("survival");
    let ended = numbers(&golden["event"]);
    let lives = numbers(&golden["time"]).into_iter().zip(ended);
    let lives: Vec<Life> = lives.map(|(time, ended)| Life { time, ended: ended > 0.0 }).collect();
    let curve = survival(&lives);
    let expected = numbers(&golden["event_times"]).into_iter().zip(numbers(&golden["S"]));
    assert_eq!(curve.len(), numbers(&golden["S"]).len());
    for ((step, (time, survival)), error) in curve.iter().zip(expected).zip(numbers(&golden["greenwood_se"]))
    {
        close(step.time, time);
        close(step.survival, survival);
        close(step.error.unwrap(), error);
    }
    assert_eq!(median(&curve), Some(23.0));
}
