//! A list of twin towns to import, as long as wanted: the same for the same seed.

use std::fmt::Write as _;

use super::dice::Dice;

const TOWNS: [(&str, &str); 12] = [
    ("Lyon", "France"),
    ("Leipzig", "Germany"),
    ("Hamamatsu", "Japan"),
    ("Chicago", "United States"),
    ("Berat", "Albania"),
    ("Amasya", "Turkey"),
    ("Oxford", "United Kingdom"),
    ("Bonn", "Germany"),
    ("Porto", "Portugal"),
    ("Rochester", "United States"),
    ("Springfield", "United States"),
    ("Shanghai", "China"),
];

/// So many rows of pairs since some year; every list has pairs of its own.
pub(super) fn pairs(rows: u64, dice: &mut Dice) -> String {
    let mut text = "city1,country1,city2,country2,since\n".to_owned();
    for _ in 0..rows {
        let (a, b) = (dice.pick(&TOWNS), dice.pick(&TOWNS));
        let year = 1946 + dice.below(75);
        writeln!(text, "{},{},{},{},{year}", a.0, a.1, b.0, b.1).expect("a string takes any text");
    }
    text
}
