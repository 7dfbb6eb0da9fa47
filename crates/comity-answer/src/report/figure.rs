//! A number that leads to its claims.

use comity_snapshot::wording::number;
use comity_snapshot::{Evidence, State};
use schemars::JsonSchema;
use serde::Serialize;

use super::Tie;

/// How many, for sure and at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// What is counted: "sister and partner cities", "networks".
    pub label: String,
    pub certain: u64,
    /// Those that may hold, the certain ones included.
    pub possible: u64,
    pub unit: String,
    /// At most 12 claims; the rows have them all.
    pub evidence: Vec<Evidence>,
}

impl Figure {
    /// How many claims a figure carries itself; `evidence` and `Measure` say it to whoever reads the API.
    pub const SHOWN: usize = 12;

    pub(crate) fn of_ties(label: &str, unit: &str, ties: &[Tie]) -> Self {
        let states = ties.iter().map(|tie| (tie.state, tie.evidence.as_slice()));
        Self::of_states(label, unit, states)
    }

    pub(crate) fn of_states<'a>(
        label: &str,
        unit: &str,
        states: impl Iterator<Item = (State, &'a [Evidence])>,
    ) -> Self {
        let (mut certain, mut possible, mut evidence) = (0, 0, Vec::new());
        for (state, proof) in states {
            certain += u64::from(state.is_certain());
            possible += u64::from(state.is_possible());
            if state.is_possible() && evidence.len() < Self::SHOWN {
                evidence.extend(proof.first().cloned());
            }
        }
        Self { label: label.to_owned(), certain, possible, unit: unit.to_owned(), evidence }
    }
}

impl std::fmt::Display for Figure {
    /// "3 confirmed, 2 more possible".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&in_both(self.certain, self.possible))
    }
}

/// "3 confirmed, 2 more possible"; one number where both are the same.
pub(crate) fn in_both(certain: u64, possible: u64) -> String {
    match (certain, possible - certain) {
        (certain, 0) => number(&certain),
        (0, possible) => format!("0 confirmed, {} possible", number(&possible)),
        (certain, more) => format!("{} confirmed, {} more possible", number(&certain), number(&more)),
    }
}
