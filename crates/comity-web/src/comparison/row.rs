//! A row of a comparison: of each side facts, each with its claims, or why there is none.

use schemars::JsonSchema;
use serde::Serialize;

/// One matter, with a cell for each side.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ComparedRow {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) cells: Vec<ComparedCell>,
}

/// What one side has of one matter.
#[derive(Debug, Default, Clone, Serialize, JsonSchema)]
pub(crate) struct ComparedCell {
    pub(crate) facts: Vec<ComparedFact>,
    /// Facts for which there is no room.
    pub(crate) left_out: u64,
    /// What is said where there is no fact; empty: it does not apply.
    pub(crate) none: String,
    /// Of a hundred: how long its bar is beside the longest of the row.
    #[serde(skip)]
    pub(crate) share: Option<u64>,
}

/// A name, a number or a few words.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct ComparedFact {
    pub(crate) words: String,
    /// Where its claims are, or its page; empty: it rests on no claim.
    pub(crate) href: String,
}

impl ComparedFact {
    pub(super) fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), href: href.into() }
    }
}

impl ComparedCell {
    /// One fact; none where it has no words.
    pub(super) fn one(words: impl Into<String>, href: impl Into<String>) -> Self {
        let fact = ComparedFact::new(words, href);
        let facts = if fact.words.is_empty() { Vec::new() } else { vec![fact] };
        Self { facts, ..Self::default() }
    }

    /// The first of several.
    pub(super) fn first(most: usize, facts: impl IntoIterator<Item = ComparedFact>) -> Self {
        let mut facts: Vec<ComparedFact> = facts.into_iter().collect();
        let left_out = facts.len().saturating_sub(most) as u64;
        facts.truncate(most);
        Self { facts, left_out, ..Self::default() }
    }

    /// What is said where there is no fact.
    pub(super) fn or(self, none: String) -> Self {
        Self { none, ..self }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.none.is_empty()
    }
}
