//! Where sources disagree.

use comity_model::Certainty;
use comity_snapshot::conflict::Conflict;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Table};

/// The disagreements, by nature.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Conflicts {
    #[serde(flatten)]
    pub about: About,
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

    /// One row a side, those of one disagreement under each other.
    pub(crate) fn table(&self) -> Table {
        let columns = [
            ("nature", "Nature", ""),
            ("matter", "They disagree on", ""),
            ("what", "What", ""),
            ("sure", "Cannot both be right", ""),
            ("says", "One side says", ""),
            ("independent", "Independent sources", ""),
        ];
        let mut table = Table::new("conflicts", "Where sources disagree", &columns);
        let all = self.contradictions.iter().chain(&self.tensions).chain(&self.disputed_readings);
        for (conflict, side) in all.flat_map(|each| each.sides.iter().map(move |side| (each, side))) {
            let sure = if conflict.certainty == Certainty::Certain { "surely" } else { "perhaps" };
            let cells = vec![
                conflict.kind.word().into(),
                conflict.topic.word().into(),
                conflict.what.as_str().into(),
                sure.into(),
                side.says.as_str().into(),
                side.independent.into(),
            ];
            table.push(cells, side.evidence.clone());
        }
        table
    }
}
