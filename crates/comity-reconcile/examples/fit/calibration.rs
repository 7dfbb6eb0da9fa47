//! How often the first candidate is right, by score: what a score promises against what it keeps.

use std::collections::BTreeMap;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Decision, reconcile};

use crate::rows::{self, Half, Row};

#[derive(Default)]
struct Tally {
    rows: usize,
    first: usize,
    matched: usize,
    right: usize,
}

impl Tally {
    fn add(&mut self, right: bool, matched: bool) {
        self.rows += 1;
        self.first += usize::from(right);
        self.matched += usize::from(matched);
        self.right += usize::from(matched && right);
    }
}

pub(crate) fn run(gazetteer: &Gazetteer) {
    let messy = rows::messy(gazetteer, Half::Checking);
    measure(gazetteer, "messy, country given", &messy, true);
    let some: Vec<Row> = messy.into_iter().step_by(8).collect();
    measure(gazetteer, "messy, name alone", &some, false);
    measure(gazetteer, "plain", &rows::plain(gazetteer, Half::Checking), true);
    let left_out = rows::left_out(gazetteer, Half::Checking);
    measure(gazetteer, "left out", &left_out, true);
    let some: Vec<Row> = left_out.into_iter().step_by(4).collect();
    measure(gazetteer, "left out, name alone", &some, false);
}

fn measure(gazetteer: &Gazetteer, title: &str, rows: &[Row], with_country: bool) {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut bands: BTreeMap<u32, Tally> = BTreeMap::new();
    for row in rows {
        let found = reconcile(gazetteer, &row.query(with_country));
        let first = found.candidates.first();
        let right = first.map(|candidate| candidate.place.geonames()) == row.truth && row.truth.is_some();
        let matched = found.decision == Decision::Match;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of twenty bands"
        )]
        let band = first.map_or(0, |candidate| (candidate.score * 20.0) as u32);
        kinds.entry("all").or_default().add(right, matched);
        kinds.entry(&row.kind).or_default().add(right, matched);
        if first.is_some_and(|c| c.features[6].score < 0.0) {
            bands.entry(band + 100).or_default().add(right, matched);
        }
        bands.entry(band).or_default().add(right, matched);
        if !right && row.truth.is_some() && std::env::args().any(|arg| arg == "miss") {
            let at = found.candidates.iter().position(|c| Some(c.place.geonames()) == row.truth);
            let truth = gazetteer.by_geonames(row.truth.unwrap_or(0));
            println!(
                "MISS\t{}\t{}\t{}\t{at:?}\t{:?} {}\t{:?}\t{}",
                row.kind,
                row.name,
                row.country,
                truth,
                truth.map_or(0, |t| t.population()),
                first.map(|c| (c.place, c.place.population(), c.score)),
                first.map(|c| c.reasons()).unwrap_or_default()
            );
        }
        if matched && !right && std::env::args().any(|arg| arg == "wrong") {
            println!(
                "    {} | {} | {:?} | {} : {:?} {:.3} {}",
                row.name,
                row.country,
                row.truth,
                row.kind,
                first.map(|c| c.place),
                first.map_or(0.0, |c| c.score),
                first.map(|c| c.reasons()).unwrap_or_default()
            );
        }
    }
    println!("{title}");
    for (kind, tally) in &kinds {
        println!(
            "  {kind:14} {:6} rows, first {:.3}, match {:.3}, precision {:.4} ({} wrong)",
            tally.rows,
            share(tally.first, tally.rows),
            share(tally.matched, tally.rows),
            share(tally.right, tally.matched),
            tally.matched - tally.right
        );
    }
    for (band, tally) in &bands {
        println!(
            "    score {:.2}: {:6} rows, first {:.3}; {} match, {:.4}",
            f64::from(*band) / 20.0,
            tally.rows,
            share(tally.first, tally.rows),
            tally.matched,
            share(tally.right, tally.matched)
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
