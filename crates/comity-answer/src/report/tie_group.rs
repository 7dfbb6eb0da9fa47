//! Ties of one layer with their number.

use std::collections::BTreeMap;

use comity_messages::say;
use comity_snapshot::Layer;
use comity_snapshot::record::TieState;
use comity_snapshot::wording::{self, number};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, Tie};

/// Ties of one layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieGroup {
    pub layer: Layer,
    pub title: String,
    pub figure: Figure,
    /// How many of all of them, those beyond the limit included, are in each state; states with none are left out.
    pub by_state: Vec<StateCount>,
    /// All of them, whatever their state.
    pub total: u64,
    pub rows: Vec<Tie>,
    /// Rows beyond the limit asked for.
    pub left_out: u64,
}

impl TieGroup {
    pub(crate) fn new(layer: Layer, title: &str, rows: Vec<Tie>) -> Self {
        let figure = Figure::of_ties(title, "ties", &rows);
        let by_state = StateCount::all(&rows);
        Self { layer, title: title.to_owned(), figure, by_state, total: rows.len() as u64, rows, left_out: 0 }
    }

    /// How many: those on record, "3, 2005–2019" where all are things of their days.
    pub(crate) fn count_in_words(&self) -> String {
        match self.happened() {
            n if n > 0 && self.figure.count.presumed == 0 => match self.years() {
                Some(years) => say!("group-over-years", n = n, years = years),
                None => number(&n),
            },
            _ => self.figure.to_string(),
        }
    }

    fn happened(&self) -> u64 {
        self.by_state.iter().find(|count| count.state == TieState::Happened).map_or(0, |count| count.n)
    }

    /// From the first year stated to the last; `None`: one of them has none, or rows are left out.
    fn years(&self) -> Option<String> {
        let years = self.rows.iter().map(|tie| tie.period.get(..4)?.parse().ok());
        let years: Vec<u64> = years.collect::<Option<_>>().filter(|_| self.left_out == 0)?;
        let (first, last) = (years.iter().min()?.to_string(), years.iter().max()?.to_string());
        Some(if first == last { first } else { say!("years-from-to", from = first, to = last) })
    }

    /// What stands beside the count: "1 ended · 2 planned · 3 not placed in time", each only where there are any.
    pub(crate) fn aside(&self) -> String {
        let said = self.figure.count.presumed == 0;
        let is_said = |state: TieState| state.is_counted() || (said && state == TieState::Happened);
        let others = self.by_state.iter().filter(|count| !is_said(count.state));
        let words = others.map(|count| format!("{} {}", number(&count.n), wording::state(count.state)));
        words.collect::<Vec<_>>().join(" · ")
    }

    #[must_use]
    pub(crate) fn cut(mut self, limit: usize) -> Self {
        self.left_out = self.rows.len().saturating_sub(limit) as u64;
        self.rows.truncate(limit);
        self
    }
}

/// How many ties are in one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StateCount {
    pub state: TieState,
    pub n: u64,
}

impl StateCount {
    fn all(rows: &[Tie]) -> Vec<Self> {
        let mut counts: BTreeMap<TieState, u64> = BTreeMap::new();
        for tie in rows {
            *counts.entry(tie.record.standing.state).or_default() += 1;
        }
        counts.into_iter().map(|(state, n)| Self { state, n }).collect()
    }
}
