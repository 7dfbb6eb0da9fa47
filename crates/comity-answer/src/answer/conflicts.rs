//! Where sources disagree.

use comity_snapshot::conflict::Conflict;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::About;

/// The disagreements, by nature.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Conflicts {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    /// One statement says what another denies.
    pub contradictions: Vec<Conflict>,
    /// Numbers or dates of about the same time that cannot both be right.
    pub tensions: Vec<Conflict>,
    /// Statements that someone found to be probably garbled.
    pub disputed_readings: Vec<Conflict>,
    /// How many there are of each, with those beyond the limit asked for.
    pub contradictions_total: u64,
    pub tensions_total: u64,
    pub disputed_readings_total: u64,
}

impl Conflicts {
    /// How many of each are beyond the limit asked for: contradictions, tensions, disputed readings.
    pub fn left_out(&self) -> [u64; 3] {
        [
            self.contradictions_total - self.contradictions.len() as u64,
            self.tensions_total - self.tensions.len() as u64,
            self.disputed_readings_total - self.disputed_readings.len() as u64,
        ]
    }
}
