//! How often the first candidate is right, by score: what a score promises against what it keeps.

use std::collections::BTreeMap;
use std::fmt::Write;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{MatchOutcome, reconcile};

use crate::rows::{self, Half, Row};
use crate::wilson::wilson;

const BANDS: u32 = 20;

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

type Bands = BTreeMap<u32, Tally>;

/// Measures on the places that were not fitted on, and draws the first two sets.
pub(crate) fn run(gazetteer: &Gazetteer) {
    let messy = rows::messy(gazetteer, Half::Checking);
    let given = measure(gazetteer, "messy, country given", &messy, true);
    let some: Vec<Row> = messy.into_iter().step_by(6).collect();
    let alone = measure(gazetteer, "messy, name alone", &some, false);
    measure(gazetteer, "plain", &rows::plain(gazetteer, Half::Checking), true);
    let left_out = rows::left_out(gazetteer, Half::Checking);
    measure(gazetteer, "left out", &left_out, true);
    let some: Vec<Row> = left_out.into_iter().step_by(4).collect();
    measure(gazetteer, "left out, name alone", &some, false);
    let path = format!("{}/docs/names-calibration.svg", crate::ROOT);
    std::fs::write(path, drawn(&[("country given", &given), ("name alone", &alone)])).unwrap();
}

fn measure(gazetteer: &Gazetteer, title: &str, rows: &[Row], with_country: bool) -> Bands {
    let mut kinds: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut bands = Bands::new();
    for row in rows {
        let found = reconcile(gazetteer, &row.query(with_country));
        let first = found.candidates.first();
        let right = row.truth.is_some() && first.map(|candidate| candidate.place.geonames()) == row.truth;
        let matched = found.decision == MatchOutcome::Match;
        for kind in ["all", &row.kind] {
            kinds.entry(kind).or_default().add(right, matched);
        }
        bands.entry(first.map_or(0, |candidate| band(candidate.score))).or_default().add(right, matched);
    }
    println!("{title}");
    for (kind, tally) in kinds {
        let [first, matched] = [tally.first, tally.matched].map(|n| share(n, tally.rows));
        let [low, high] = wilson(tally.matched - tally.right, tally.matched).map(|share| share * 100.0);
        println!(
            "  {kind:14} {:6} rows, first {first:.3}, match {matched:.3} ({}), wrong {} ({low:.1}–{high:.1} %)",
            tally.rows,
            tally.matched,
            tally.matched - tally.right
        );
    }
    for (band, tally) in &bands {
        println!(
            "    score from {:.2}: {:6} rows, first {:.3}",
            low(*band),
            tally.rows,
            share(tally.first, tally.rows)
        );
    }
    bands
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share has a band")]
fn band(score: f32) -> u32 {
    ((score * 20.0) as u32).min(BANDS - 1)
}

fn low(band: u32) -> f64 {
    f64::from(band) / f64::from(BANDS)
}

#[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A reliability diagram: score across, share of right first candidates upwards, the diagonal for what is promised.
fn drawn(lines: &[(&str, &Bands)]) -> String {
    const COLOURS: [&str; 2] = ["#0b5cad", "#b3541e"];
    let mut svg = String::from(HEAD);
    for (n, (title, bands)) in lines.iter().enumerate() {
        let colour = COLOURS[n];
        let row = 60 + 18 * n;
        writeln!(svg, "<text x=\"70\" y=\"{row}\" fill=\"{colour}\">{title}</text>").unwrap();
        for (band, tally) in bands.iter().filter(|(_, tally)| tally.rows >= 20) {
            let x = 60.0 + 400.0 * (low(*band) + 0.025);
            let y = 440.0 - 400.0 * share(tally.first, tally.rows);
            writeln!(
                svg,
                "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"4\" fill=\"{colour}\"><title>{} rows</title></circle>",
                tally.rows
            )
            .unwrap();
        }
    }
    svg + "</svg>\n"
}

const HEAD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 500" font-family="sans-serif" font-size="13">
<title>Scores of first candidates against how often they are right, on places not fitted on</title>
<rect width="500" height="500" fill="#fff"/>
<path d="M60 40V440H460" fill="none" stroke="#444"/>
<path d="M60 440L460 40" stroke="#999" stroke-dasharray="4 4"/>
<text x="60" y="458" text-anchor="middle">0</text><text x="460" y="458" text-anchor="middle">1</text>
<text x="260" y="478" text-anchor="middle">score of the first candidate</text>
<text x="50" y="444" text-anchor="end">0</text><text x="50" y="45" text-anchor="end">1</text>
<text x="24" y="240" text-anchor="middle" transform="rotate(-90 24 240)">share that is right</text>
"##;
