//! One tie over time: from when to when it is on record, what is not known of its ends, and how it stands.

use comity_messages::say;
use comity_model::{Bounds, Day, Window};
use comity_snapshot::record::{Stage, TieRecord, TieState};
use comity_snapshot::{EntityRef, Evidence, Fact, Snapshot, wording};
use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{Mark, Span, in_years};

/// One row of life lines.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LifeLine {
    pub who: EntityRef,
    /// What it is or was: "chair", "money"; may be empty.
    pub role: String,
    /// "2005–2008", "since 2011 or November 2013 (sources differ)", "listed, no date given".
    pub when: String,
    pub state: TieState,
    /// "on record", "ended 2011".
    pub state_words: String,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// When it is on record, to be drawn; empty where nobody dates it.
    #[serde(skip)]
    pub spans: Vec<Span>,
}

impl LifeLine {
    /// Of a fact, by what is known of it on the last day of `window`; nothing is drawn beyond that day.
    pub(crate) fn of(
        snapshot: &Snapshot,
        who: EntityRef,
        fact: &Fact<'_>,
        record: &TieRecord,
        window: Window,
    ) -> Self {
        Self {
            who,
            role: String::new(),
            when: when(snapshot, fact, record, window),
            state: record.on(window).state,
            state_words: wording::tie_standing(snapshot, record, window, fact.last_seen(snapshot).as_ref()),
            evidence: fact.evidence(snapshot),
            spans: spans(record, window.to),
        }
    }

    /// When it is known to have been on record first; infinite where nobody dates it.
    pub(crate) fn first_year(&self) -> f64 {
        self.spans.iter().find_map(|span| span.start_latest).unwrap_or(f64::INFINITY)
    }

    #[must_use]
    pub(crate) fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }
}

/// "2005–2008", "since 2011 or November 2013 (sources differ)", "from 2013, presumably until 2016", "last reported 2019".
fn when(snapshot: &Snapshot, fact: &Fact<'_>, record: &TieRecord, window: Window) -> String {
    let began =
        record.began().filter(|began| began.is_stated).and_then(|began| in_calendar_years(began.bounds));
    let ended = record.ended_on(window.to).and_then(|end| in_calendar_years(end.bounds));
    let state = wording::tie_standing(snapshot, record, window, fact.last_seen(snapshot).as_ref());
    match (record.on(window).state, began, ended) {
        (TieState::Ended, Some(from), Some(to)) if from == to => to,
        (TieState::Ended, Some(from), Some(to)) => say!("life-from-to", from = from, to = to),
        (TieState::OnRecord, Some(_), _) => {
            // It lasts from its first role on.
            let first = fact.asserted().min_by_key(|link| link.valid.start());
            first.map_or_else(|| fact.since(), |link| fact.in_role_of(link).since())
        }
        (_, Some(from), _) => say!("life-from", from = from, state = state),
        (_, None, _) => state,
    }
}

/// "2022", "2021 to 2022"; `None`: open at an end.
pub(crate) fn in_calendar_years(days: Bounds) -> Option<String> {
    let (from, to) = (days.earliest.year()?.to_string(), days.latest.year()?.to_string());
    Some(if from == to { from } else { say!("range", low = from, high = to) })
}

/// The stretches of a record that are drawn, up to a day. What nobody dates is none: the least known would have the most ink.
fn spans(record: &TieRecord, until: Day) -> Vec<Span> {
    let is_dated = record.first_reported().is_some() || record.began().is_some_and(|began| began.is_stated);
    if !is_dated {
        return Vec::new();
    }
    let stages = pieces(record, until);
    let drawn = stages.iter().enumerate().filter(|(_, stage)| is_drawn(stage.state));
    drawn.map(|(place, _)| span(record, &stages, place, until)).collect()
}

/// Its stages up to a day; those that are drawn alike are one, and the days between which it ended are part of its end.
fn pieces(record: &TieRecord, until: Day) -> Vec<Stage> {
    let mut pieces: Vec<Stage> = Vec::new();
    for mut stage in record.stages().into_iter().filter(|stage| stage.days.from <= until) {
        if let Some(end) = record.ended_on(after(stage.days)).filter(|_| is_drawn(stage.state)) {
            let is_of_end = end.bounds.earliest <= stage.days.from && end.bounds.earliest != Day::PAST;
            if is_of_end && !pieces.is_empty() {
                stage = Stage { state: TieState::Ended, basis: None, ..stage };
            }
        }
        match pieces.last_mut() {
            Some(last) if is_drawn(stage.state) && mark(*last) == mark(stage) => last.days.to = stage.days.to,
            _ => pieces.push(stage),
        }
    }
    pieces
}

fn mark(stage: Stage) -> Mark {
    Mark::on(stage.state, stage.basis)
}

fn after(days: Window) -> Day {
    Day(days.to.0.saturating_add(1))
}

/// Days before it began and after it ended are left blank.
fn is_drawn(state: TieState) -> bool {
    matches!(
        state,
        TieState::OnRecord | TieState::Suspended | TieState::Contested | TieState::SourcesDisagree
    )
}

fn span(record: &TieRecord, stages: &[Stage], place: usize, until: Day) -> Span {
    let stage = stages[place];
    let days = stage.days;
    let (before, next) = (place.checked_sub(1).map(|before| stages[before]), stages.get(place + 1).copied());
    let drawn = |beside: Option<Stage>| beside.is_some_and(|stage| is_drawn(stage.state));
    let start = if drawn(before) { [Some(days.from); 2] } else { start(record, days.from) };
    let end = match next {
        None => [None, None],
        Some(_) if days.to >= until => [None, None],
        Some(next) if is_drawn(next.state) => [Some(days.to); 2],
        Some(next) => end(record, days, next),
    };
    Span {
        start_earliest: start[0].and_then(in_years),
        start_latest: start[1].and_then(in_years),
        end_earliest: end[0].and_then(in_years),
        end_latest: end[1].and_then(in_years),
        mark: mark(stage),
    }
}

/// The first day and the last on which it may have begun; where no source states a beginning, the first is not known.
fn start(record: &TieRecord, from: Day) -> [Option<Day>; 2] {
    match record.began().filter(|began| began.bounds.earliest <= from && from <= began.bounds.latest) {
        Some(began) if began.is_stated => [Some(began.bounds.earliest), Some(began.bounds.latest)],
        Some(_) => [None, Some(from)],
        None => [Some(from); 2],
    }
}

/// The same of its end; where nothing ended it, and it is only reported no more, the last is not known.
fn end(record: &TieRecord, days: Window, next: Stage) -> [Option<Day>; 2] {
    match record.ended_on(after(days)).or_else(|| record.ended_on(after(next.days))) {
        Some(end) if end.bounds.earliest > days.from && end.bounds.earliest <= after(days) => {
            [Some(end.bounds.earliest), Some(end.bounds.latest)]
        }
        Some(_) => [Some(days.to); 2],
        None => [Some(days.to), None],
    }
}
