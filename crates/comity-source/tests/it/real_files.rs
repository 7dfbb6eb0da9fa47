//! Lists that nobody here wrote: every row is counted, and the profile guessed is the right one.

use std::fmt::Write as _;

use comity_fixtures::shared;
use comity_source::{ReadOptions, read, shipped_profile};
use expect_test::expect_file;

/// The files, each with a profile where none can be guessed.
const FILES: [(&str, Option<&str>); 12] = [
    ("twin-cities-wikipedia/twin_cities_raw.csv", None),
    ("twin-cities-wikipedia/missing_cities.csv", None),
    ("sister-cities-worldlist/sister_cities.csv", None),
    ("sister-cities-eu/austria.tsv", None),
    ("sister-cities-eu/portugal.tsv", None),
    ("sister-adjlist/adj_list.csv", None),
    ("gemellaggi-italy/twinings_fails.csv", None),
    ("climate-networks-2022/subnational_contextuals_database_Dec2022.csv", None),
    ("cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv", None),
    ("cdp-citywide/2016_-_Citywide_GHG_Emissions.csv", None),
    ("cdp-citywide/2019_City-wide_Emissions.csv", None),
    ("unesco-creative-cities/data.csv", Some("unesco-creative-cities")),
];

#[test]
fn real_lists_are_read_to_the_last_row() {
    let mut told = String::new();
    for (path, profile) in FILES {
        let Some(found) = shared(&format!("data/{path}")) else { return };
        let bytes = std::fs::read(found).unwrap();
        let profile = profile.map(|name| shipped_profile(name).unwrap());
        tell(path, &bytes, &ReadOptions { profile, ..ReadOptions::default() }, &mut told);
    }
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/source/real-files.txt")].assert_eq(&told);
}

/// The counts of a file and some of its problems.
fn tell(path: &str, bytes: &[u8], options: &ReadOptions, told: &mut String) {
    const SHOWN: usize = 4;
    let mut reading = read(path, bytes, options).unwrap();
    let problems: Vec<_> = reading.by_ref().flat_map(|row| row.problems).collect();
    let counts = reading.counts();
    assert_eq!(counts.rows, counts.read + counts.problem_rows);
    writeln!(told, "{path}").unwrap();
    let profile = reading.profile.as_deref().unwrap_or("records");
    writeln!(told, "  {profile}, {}, {} repairs", reading.encoding, reading.repairs).unwrap();
    let (rows, claims, bad) = (counts.rows, counts.claims, counts.problem_rows);
    writeln!(told, "  {rows} rows, {claims} claims, {bad} problem rows").unwrap();
    for problem in problems.iter().step_by(problems.len().div_ceil(SHOWN).max(1)) {
        writeln!(told, "  row {}, {}: {}", problem.row, problem.column, problem.expected).unwrap();
    }
    for (note, times) in &counts.notes {
        writeln!(told, "  note: {note}, {times} times").unwrap();
    }
}
