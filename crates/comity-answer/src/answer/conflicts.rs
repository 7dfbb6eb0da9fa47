//! Where sources disagree.

use std::collections::BTreeSet;

use comity_model::{Certainty, SourceId};
use serde::Serialize;

use crate::part::{About, EntityRef, Evidence, Table};

/// The disagreements, by nature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflicts {
    #[serde(flatten)]
    pub about: About,
    /// One statement says what another denies.
    pub contradictions: Vec<Conflict>,
    /// Numbers or dates of about the same time that cannot both be right.
    pub tensions: Vec<Conflict>,
    /// Statements that someone found to be probably garbled.
    pub disputed_readings: Vec<Conflict>,
}

impl Conflicts {
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
                conflict.nature.word().into(),
                conflict.matter.word().into(),
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

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub nature: Nature,
    pub matter: Matter,
    /// What it is about, in a line.
    pub what: String,
    /// Certain: they cannot both be right; possible: dates leave it open.
    pub certainty: Certainty,
    pub entities: Vec<EntityRef>,
    pub sides: Vec<Side>,
    /// What a vague word was taken to mean: "big: from 500000 inhabitants"; may be empty.
    pub parameter: String,
}

/// The three kinds, told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    Contradiction,
    Tension,
    DisputedReading,
}

impl Nature {
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Tension => "tension",
            Self::DisputedReading => "possible copying error",
        }
    }
}

/// What they disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Whether it is so, or whether there is any.
    Existence,
    /// When it began or ended.
    Date,
    /// How many.
    Count,
    /// What a source meant to say: the place, the party, the number.
    Reading,
}

impl Matter {
    pub fn word(self) -> &'static str {
        match self {
            Self::Existence => "whether it is so",
            Self::Date => "when",
            Self::Count => "how many",
            Self::Reading => "what was meant",
        }
    }
}

/// What one side says, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    pub says: String,
    /// Sources that do not have it from one another.
    pub independent: u64,
    pub evidence: Vec<Evidence>,
}

impl Side {
    pub(crate) fn new(says: String, evidence: Vec<Evidence>) -> Self {
        let root = |proof: &'_ Evidence| proof.root.as_ref().unwrap_or(&proof.source).id.clone();
        let roots: BTreeSet<SourceId> = evidence.iter().map(root).collect();
        Self { says, independent: roots.len() as u64, evidence }
    }
}
