//! Ties of one layer with their number.

use std::collections::BTreeMap;

use comity_messages::say;
use comity_snapshot::record::TieState;
use comity_snapshot::wording::{self, number};
use comity_snapshot::{Layer, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, Tie, TieChoices, TieFilter};

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
    /// What can be chosen of them; all else here is of what is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<TieChoices>,
    /// Of what took place: from the first year stated to the last; `None`: one of them has none.
    #[serde(skip)]
    years: Option<String>,
}

impl TieGroup {
    pub(crate) fn new(layer: Layer, title: &str, rows: Vec<Tie>) -> Self {
        let figure = Figure::of_ties(title, "ties", &rows);
        let by_state = StateCount::all(&rows);
        let years = years(&rows);
        let total = rows.len() as u64;
        Self {
            layer,
            title: title.to_owned(),
            figure,
            by_state,
            total,
            rows,
            left_out: 0,
            choices: None,
            years,
        }
    }

    /// Those that are chosen, and what else can be.
    #[must_use]
    pub(crate) fn chosen(mut self, snapshot: &Snapshot, only: &TieFilter) -> Self {
        let choices = TieChoices::of(snapshot, &self.rows, only);
        self.rows.retain(|tie| only.takes(tie));
        Self { choices, ..Self::new(self.layer, &self.title, self.rows) }
    }

    /// How many there are whatever is chosen of them.
    pub fn on_file(&self) -> u64 {
        self.choices.as_ref().map_or(self.total, |choices| choices.all)
    }

    /// How many: those on record, "3, 2005–2019" where all are things of their days.
    pub(crate) fn count_in_words(&self) -> String {
        match self.happened() {
            n if n > 0 && self.figure.count.presumed == 0 => match &self.years {
                Some(years) => say!("group-over-years", n = n, years = years.as_str()),
                None => number(&n),
            },
            _ => self.figure.to_string(),
        }
    }

    fn happened(&self) -> u64 {
        self.by_state.iter().find(|count| count.state == TieState::Happened).map_or(0, |count| count.n)
    }

    /// What stands beside the count: "1 ended · 2 planned · 3 not placed in time", each only where there are any.
    pub(crate) fn aside(&self) -> String {
        let said = self.figure.count.presumed == 0;
        let is_said = |state: TieState| state.is_counted() || (said && state == TieState::Happened);
        let others = self.by_state.iter().filter(|count| !is_said(count.state));
        let words =
            others.map(|count| say!("count-in-state", n = count.n, state = wording::state(count.state)));
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

fn years(rows: &[Tie]) -> Option<String> {
    let happened = rows.iter().filter(|tie| tie.record.standing.state == TieState::Happened);
    let years: Option<Vec<u64>> = happened.map(|tie| tie.period.get(..4)?.parse().ok()).collect();
    let (first, last) = (years.iter().flatten().min()?, years.iter().flatten().max()?);
    let [first, last] = [first, last].map(ToString::to_string);
    Some(if first == last { first } else { say!("years-from-to", from = first, to = last) })
}
