//! A number that leads to its claims.

use comity_snapshot::{Evidence, State};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Tie, grouped};

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
        match (self.certain, self.possible - self.certain) {
            (certain, 0) => f.write_str(&grouped(&certain)),
            (0, possible) => write!(f, "0 confirmed, {} possible", grouped(&possible)),
            (certain, more) => write!(f, "{} confirmed, {} more possible", grouped(&certain), grouped(&more)),
        }
    }
}
