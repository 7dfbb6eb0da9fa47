//! A number that leads to its claims.

use comity_snapshot::record::{BoundedCount, TieStanding};
use comity_snapshot::{Evidence, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::Tie;

/// How many are on record, and how many there are for sure and at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// What is counted: "sister and partner cities", "networks".
    pub label: String,
    #[serde(flatten)]
    pub count: BoundedCount,
    pub unit: String,
    /// At most 12 claims; the rows have them all.
    pub evidence: Vec<Evidence>,
}

impl Figure {
    /// How many claims a figure carries itself; `evidence` and `Measure` say it to whoever reads the API.
    pub const SHOWN: usize = 12;

    pub(crate) fn of_ties(label: &str, unit: &str, ties: &[Tie]) -> Self {
        let standings = ties.iter().map(|tie| (tie.record.standing, tie.evidence.as_slice()));
        Self::of_standings(label, unit, standings)
    }

    pub(crate) fn of_standings<'a>(
        label: &str,
        unit: &str,
        standings: impl Iterator<Item = (TieStanding, &'a [Evidence])>,
    ) -> Self {
        let (mut count, mut evidence) = (BoundedCount::default(), Vec::new());
        for (standing, proof) in standings {
            count.add(standing);
            if standing.presumed && evidence.len() < Self::SHOWN {
                evidence.extend(proof.first().cloned());
            }
        }
        Self { label: label.to_owned(), count, unit: unit.to_owned(), evidence }
    }
}

impl std::fmt::Display for Figure {
    /// "13", "13 (10 to 20)".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&wording::bounded(self.count))
    }
}
