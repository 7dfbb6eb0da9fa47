//! Fits the weights, or measures how far scores can be believed: `cargo xtask fit` runs both.
//!
//! `cargo run --release --example fit -- weights` writes `src/weights.tsv`; `-- calibrate` draws `docs/names-calibration.svg`;
//! `-- thresholds` says from which share of belief on a match pays.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool prints, and stops where the data is not there"
)]

mod calibration;
mod rows;
mod thresholds;
mod wilson;

use std::fmt::Write;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, fit, reconcile};

use rows::{Half, Row};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const NAMES: [&str; 9] =
    ["name", "country", "division", "kind", "point", "population", "letters", "spelling", "none"];

fn main() {
    let bytes = std::fs::read(format!("{ROOT}/data/gazetteer/comity.gaz")).unwrap();
    let gazetteer = Gazetteer::open(bytes).unwrap();
    match std::env::args().nth(1).as_deref() {
        Some("weights") => weights(&gazetteer),
        Some("calibrate") => calibration::run(&gazetteer),
        Some("thresholds") => thresholds::run(&gazetteer),
        _ => println!("say `weights`, `calibrate` or `thresholds`"),
    }
}

fn weights(gazetteer: &Gazetteer) {
    let messy = rows::messy(gazetteer, Half::Learning);
    let rest = {
        let mut rest = rows::left_out(gazetteer, Half::Learning);
        rest.extend(rows::plain(gazetteer, Half::Learning));
        rest
    };
    let with_country = messy.iter().chain(&rest).map(|row| (row.query(true), row));
    let alone = messy.iter().step_by(6).chain(rest.iter().step_by(4)).map(|row| (row.query(false), row));
    let examples: Vec<fit::Example> =
        with_country.chain(alone).filter_map(|(query, row)| example(gazetteer, &query, row)).collect();
    let start: Vec<f64> = comity_reconcile::weights().iter().map(|weight| f64::from(*weight)).collect();
    println!("{} rows, mean log-likelihood {:.4} before", examples.len(), fit::likelihood(&examples, &start));
    let fitted = fit::fit(&examples, &start, 25);
    println!("{:.4} after", fit::likelihood(&examples, &fitted));
    let mut file = "# Log-odds per unit of each feature, then the belief that none is meant. Written by `cargo xtask fit`.\n".to_owned();
    for (name, weight) in NAMES.iter().zip(&fitted) {
        println!("{name:12}{weight:8.2}");
        writeln!(file, "{name}\t{weight:.2}").unwrap();
    }
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/weights.tsv"), file).unwrap();
}

fn example(gazetteer: &Gazetteer, query: &Query<'_>, row: &Row) -> Option<fit::Example> {
    let found = reconcile(gazetteer, query);
    let is_meant = |id: u32| row.truth == Some(id);
    let truth = found.candidates.iter().position(|candidate| is_meant(candidate.place.geonames()));
    let of = |candidate: &comity_reconcile::Candidate<'_>| {
        candidate.features.iter().map(|feature| feature.score).collect()
    };
    let candidates: Vec<Vec<f32>> = found.candidates.iter().map(of).collect();
    (!candidates.is_empty()).then_some(fit::Example { candidates, truth, weight: row.weight })
}
