//! An import that is killed at some moment: all of it is on file or nothing, and the same once it is tried again.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Instant;

use comity_fixtures::{Dice, needs_gazetteer};

use crate::{command, done, filled};

/// How often it is killed; `COMITY_TEST_KILLS` says otherwise for a long run, `COMITY_TEST_SEED` from which seed.
const KILLS: u64 = 3;
/// More than are resolved and written together.
const ROWS: usize = 4_500;

#[test]
fn a_killed_import_is_there_whole_or_not_at_all() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    filled(folder);
    fs::copy(folder.join("test.db"), folder.join("before.db")).unwrap();
    fs::write(folder.join("list.csv"), list()).unwrap();
    let before = content(folder);
    let began = Instant::now();
    done(folder, &["import", "list.csv"]);
    let took = began.elapsed();
    let after = content(folder);

    let seed = number("COMITY_TEST_SEED", 7);
    let mut dice = Dice::new(seed);
    for kill in 0..number("COMITY_TEST_KILLS", KILLS) {
        fs::copy(folder.join("before.db"), folder.join("test.db")).unwrap();
        let mut killed = command(folder, &["import", "list.csv"]).spawn().unwrap();
        sleep(took.mul_f64(f64::from(u32::try_from(dice.below(1_000)).unwrap()) / 1_000.0));
        killed.kill().unwrap();
        let ended = killed.wait().unwrap();
        let left = content(folder);
        let told = format!("kill {kill} by seed {seed}: {ended}");
        assert!(left == before || left == after, "{told}: half of it is there");
        assert!(left == after || !ended.success(), "{told}: it said that it was done");
        done(folder, &["import", "list.csv"]);
        assert_eq!(content(folder), after, "{told}");
    }
}

/// What a sound register says.
fn content(folder: &Path) -> String {
    let told = done(folder, &["verify", "--json"]);
    let verified: serde_json::Value = serde_json::from_str(&told).unwrap();
    verified["content"].as_str().unwrap().to_owned()
}

fn list() -> String {
    let cities = ["Lyon,France", "Leipzig,Germany", "Hamamatsu,Japan", "Berat,Albania", "Milano,Italy"];
    let mut list = "city1,country1,city2,country2\n".to_owned();
    for row in 0..ROWS {
        let other = (row + 1 + row / cities.len() % (cities.len() - 1)) % cities.len();
        writeln!(list, "{},{}", cities[row % cities.len()], cities[other]).unwrap();
    }
    list
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |said| said.parse().unwrap())
}
