//! From which share of belief on a match pays: chosen on one half of the places, measured on the other.

use std::collections::BTreeMap;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{NameEvidence, reconcile};

use crate::rows::{self, Half, Row};
use crate::wilson::wilson;

/// A wrong match costs more than so many that wait.
const COST: f64 = 10.0;
/// Thresholds are hundredths: finer ones the rows cannot tell.
const STEPS: u8 = 100;

/// One row that belief decided.
struct Decided {
    share: f32,
    right: bool,
    weight: f64,
}

type ByEvidence = BTreeMap<NameEvidence, Vec<Decided>>;

/// Where the gain is shown beside the threshold that pays most.
const SHOWN: [f32; 9] = [0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98];

/// Prints for each case of evidence what thresholds gain on the one half; and of the one in use and the one that pays
/// most, how often they are wrong on the other half.
pub(crate) fn run(gazetteer: &Gazetteer) {
    let (learnt, checked) = (decided(gazetteer, Half::Learning), decided(gazetteer, Half::Checking));
    for evidence in NameEvidence::ALL {
        let (Some(learnt), Some(checked)) = (learnt.get(&evidence), checked.get(&evidence)) else { continue };
        let fitted = best(learnt);
        println!("{evidence:?}: {} rows to fit on, {} to measure on", learnt.len(), checked.len());
        let gains = SHOWN.map(|threshold| format!("{threshold:.2} {:.0}", gain(learnt, threshold)));
        println!("  gains from {}", gains.join(", from "));
        for (what, threshold) in [("in use", evidence.needed()), ("fitted", fitted)] {
            let taken = || checked.iter().filter(|row| row.share >= threshold);
            let (matches, wrong) = (taken().count(), taken().filter(|row| !row.right).count());
            let [low, high] = wilson(wrong, matches);
            println!(
                "  {what} {threshold:.2}: {matches} matches, {wrong} wrong ({:.2}–{:.2} %)",
                low * 100.0,
                high * 100.0
            );
        }
    }
}

fn decided(gazetteer: &Gazetteer, half: Half) -> ByEvidence {
    let messy = rows::messy(gazetteer, half);
    let rest: Vec<Row> =
        rows::left_out(gazetteer, half).into_iter().chain(rows::plain(gazetteer, half)).collect();
    let given = messy.iter().chain(&rest).map(|row| (row, true));
    let alone = messy.iter().step_by(6).chain(rest.iter().step_by(4)).map(|row| (row, false));
    let mut found = ByEvidence::new();
    for (row, with_country) in given.chain(alone) {
        let reconciled = reconcile(gazetteer, &row.query(with_country));
        let Some(sureness) = reconciled.sureness else { continue };
        let first = reconciled.candidates.first().map(|candidate| candidate.place.geonames());
        let right = row.truth.is_some() && first == row.truth;
        let decided = Decided { share: sureness.share, right, weight: row.weight };
        found.entry(sureness.evidence).or_default().push(decided);
    }
    found
}

/// A right match counts one, a wrong one costs ten.
fn gain(rows: &[Decided], threshold: f32) -> f64 {
    let taken = rows.iter().filter(|row| row.share >= threshold);
    taken.map(|row| row.weight * if row.right { 1.0 } else { -COST }).sum()
}

/// The highest of the thresholds that gain most.
fn best(rows: &[Decided]) -> f32 {
    let all = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
    all.max_by(|one, other| gain(rows, *one).total_cmp(&gain(rows, *other))).unwrap_or(1.0)
}
