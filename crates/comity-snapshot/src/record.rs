//! What is known of one tie on a day: its evidence, how fresh it is, and how it stands (VOCABULARY, *Record*).

mod act;
mod carrying;
mod ending;
mod gather;
mod grade;
mod history;
mod left_off;
mod life;
mod on_record;
mod post;
mod side;
mod sighting;
mod spell;
mod standing;
mod stretch;
mod succession;
mod tenure;
mod testimony;

use std::collections::BTreeSet;

use comity_model::{Bounds, Certainty, ClaimId, Day, Window};
use schemars::JsonSchema;
use serde::Serialize;

use crate::snapshot::EntityIx;
pub use carrying::{Carrying, Lasts};
use ending::End;
pub use ending::EndReason;
pub use grade::EvidenceGrade;
use history::{Derived, History};
pub use life::{Beginning, EndedBy, Ending, Recognition};
pub use on_record::{OnRecord, Stage};
pub use side::SideState;
use spell::Spell;
pub use standing::{Bound, BoundedCount, TieStanding};
use stretch::Stretch;
pub use succession::Succession;
pub use testimony::{EndingActor, Rung, Says, Testimony, Voice};

/// How a tie stands on a day: the first of these that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieState {
    /// Before a stated beginning, or before either end existed.
    NotYet,
    /// Nobody had asserted it by then, and somebody denies it.
    Denied,
    /// One side ended it, and the other says later that it goes on.
    Contested,
    SourcesDisagree,
    Ended,
    /// Its term is over; whether it was renewed is not known.
    Expired,
    /// A list that names all leaves it out, or the network, a party or the holder's turn ended.
    PresumedEnded,
    Suspended,
    OnRecord,
    /// An event, an act, a founding: over by its nature.
    Happened,
    /// Planned for a day that is past.
    OutcomeUnknown,
    Planned,
    /// No source reaches the day.
    NotPlaced,
}

/// What a day on record rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A dated source speaks for it.
    Observed,
    /// It lies between two dated sightings.
    Interpolated,
    /// It was reported earlier, and nothing has ended it.
    Carried,
}

/// A tie and all that is said of it.
#[derive(Debug, Clone)]
pub struct TieRecord {
    said: Vec<Testimony>,
    history: History,
    /// The first day on which both ends were there; `None`: not known.
    exists_from: Option<Day>,
    /// Lists of associations that no longer name it.
    unlisted: Vec<(EntityIx, Bounds)>,
    passed: Vec<Succession>,
}

impl TieRecord {
    pub fn new(said: Vec<Testimony>, carrying: Carrying, exists_from: Option<Day>) -> Self {
        Self::with(said, carrying, exists_from, Derived::default())
    }

    fn with(
        mut said: Vec<Testimony>,
        carrying: Carrying,
        exists_from: Option<Day>,
        mut derived: Derived,
    ) -> Self {
        // So that nothing rests on the order in which claims were read.
        said.sort_by_key(|one| one.claim);
        let unlisted = std::mem::take(&mut derived.unlisted);
        let history = History::of(&said, carrying, derived);
        Self { said, history, exists_from, unlisted, passed: Vec::new() }
    }

    /// The network or a party ended between these days.
    #[must_use]
    pub fn dissolved(mut self, bounds: Bounds) -> Self {
        self.history.dissolve(bounds);
        self
    }

    /// One of its sides became another between these days: the tie passed to that.
    #[must_use]
    pub fn passed(mut self, succession: Succession) -> Self {
        self.passed.push(succession);
        self
    }

    /// What it was for was over between these days: it is carried no further.
    #[must_use]
    pub fn pointless(mut self, bounds: Bounds) -> Self {
        self.history.carried_to = self.history.carried_to.min(bounds.latest);
        self
    }

    /// How it stands on a day, or on some day of a longer window: its state is that of the last day.
    pub fn on(&self, window: Window) -> TieStanding {
        let (state, mut basis) = self.on_day(window.to);
        let days = || self.days_within(window);
        basis = days().filter_map(|day| self.on_day(day).1).chain(basis).min();
        let certain = days().any(|day| self.is_certain(day)) || self.is_certain_of_some_day(window);
        let possible = days().any(|day| self.is_possible(day));
        TieStanding { state, basis, certain, presumed: basis.is_some(), possible }
    }

    /// The days of a window on which something may change.
    fn days_within(&self, window: Window) -> impl Iterator<Item = Day> {
        let mut changes = if window.from == window.to { Vec::new() } else { self.changes() };
        changes.retain(|day| window.from < *day && *day < window.to);
        changes.sort_unstable();
        changes.dedup();
        [window.from, window.to].into_iter().chain(changes)
    }

    /// The first and the last day of all that is known of it, and the days beside them.
    fn changes(&self) -> Vec<Day> {
        let history = &self.history;
        let seen = history.observed.iter().map(|seen| seen.days);
        let paused = history.suspended.iter().map(|pause| pause.days);
        let other = [&history.disputed, &history.contested, &history.yielded].into_iter().flatten().copied();
        let stretches = seen.chain(paused).chain(other).flat_map(|days| [days.from, days.to]);
        let of_spells = history.spells.iter().flat_map(|spell| {
            let ended = spell.end.as_ref().map(|end| end.presumed);
            let carried = spell.seen.iter().map(|days| history.carrying.last_day(days.to));
            let spoken = spell.seen.iter().chain(&spell.dated).flat_map(|days| [days.from, days.to]);
            [Some(spell.presumed), spell.term, ended].into_iter().flatten().chain(carried).chain(spoken)
        });
        let stated = self.said.iter().map(|one| &one.valid).filter(|valid| !valid.as_str().is_empty());
        let stated = stated.flat_map(|valid| [valid.start().latest, valid.end().earliest]);
        let all =
            stretches.chain(of_spells).chain(stated).chain([history.carried_to]).chain(self.exists_from);
        all.flat_map(|day| [stretch::day_before(day), day, stretch::day_after(day)]).collect()
    }

    fn on_day(&self, day: Day) -> (TieState, Option<Basis>) {
        let history = &self.history;
        let unborn = self.exists_from.is_some_and(|born| day < born);
        let is_dated = history.observed.iter().any(|seen| seen.days.from <= day);
        if unborn && !is_dated {
            return (TieState::NotYet, None);
        }
        let Some(spell) = history.spell_on(day) else { return (self.before_all(day), None) };
        let within = |days: &[Stretch]| days.iter().any(|days| days.holds(day));
        let end = ended_by(spell, day);
        let state = match end.map(|end| end.reason) {
            _ if within(&history.contested) => TieState::Contested,
            _ if within(&history.disputed) => TieState::SourcesDisagree,
            Some(EndReason::Said) => TieState::Ended,
            Some(EndReason::Lapsed) => TieState::Expired,
            Some(EndReason::Dissolved | EndReason::LeftOff | EndReason::PassedOn) => TieState::PresumedEnded,
            None if spell.term.is_some_and(|term| day > term) => TieState::Expired,
            None if history.suspended.iter().any(|pause| pause.days.holds(day)) => TieState::Suspended,
            None if history.carrying.lasts == Lasts::Moment && !history.is_observed(day) => {
                TieState::Happened
            }
            None if within(&history.yielded) => TieState::NotPlaced,
            None => {
                let basis = self.basis(spell, day);
                return (basis.map_or(TieState::NotPlaced, |_| TieState::OnRecord), basis);
            }
        };
        (state, None)
    }

    /// Before the first day that anybody speaks for.
    fn before_all(&self, day: Day) -> TieState {
        let history = &self.history;
        let planned = history.planned.iter().filter(|days| days.from <= day).map(|days| days.to).max();
        let begins_later = |first: &Spell| first.begin_is_stated && day < first.begin.earliest;
        let is_denied = history.denied.iter().any(|days| days.holds(day));
        match (history.spells.first(), planned) {
            (Some(first), _) if begins_later(first) => TieState::NotYet,
            _ if is_denied => TieState::Denied,
            (_, Some(due)) if day <= due => TieState::Planned,
            (None, Some(_)) => TieState::OutcomeUnknown,
            _ => TieState::NotPlaced,
        }
    }

    fn basis(&self, spell: &Spell, day: Day) -> Option<Basis> {
        let history = &self.history;
        if history.is_observed(day) {
            return Some(Basis::Observed);
        }
        let last = spell.seen.iter().filter(|days| days.from <= day).map(|days| days.to.min(day)).max()?;
        let carried = history.carrying.last_day(last).min(history.carried_to.max(last)) >= day;
        let before = spell.dated.iter().any(|days| days.to < day);
        let after = spell.dated.iter().any(|days| days.from > day);
        if before && after && (carried || history.carrying.interpolates) {
            Some(Basis::Interpolated)
        } else {
            carried.then_some(Basis::Carried)
        }
    }

    /// On record, and some dated, undisputed claim of something done makes it so.
    fn is_certain(&self, day: Day) -> bool {
        let carrying = self.history.carrying;
        self.on_day(day).0 == TieState::OnRecord
            && self.said.iter().any(|one| makes_certain(one, carrying, day))
    }

    /// Some such claim has it hold, or begin, on a day of these that it does not name, and nothing speaks against any.
    fn is_certain_of_some_day(&self, window: Window) -> bool {
        let sightings = self.said.iter().filter_map(days_of_one);
        let mut within = sightings.filter(|days| window.from <= days.from && days.to <= window.to);
        within.any(|days| {
            let states = || self.days_within(days).map(|day| self.on_day(day).0);
            self.on_day(days.to).0 == TieState::OnRecord
                && states().all(|state| matches!(state, TieState::OnRecord | TieState::NotPlaced))
        })
    }

    fn is_possible(&self, day: Day) -> bool {
        match self.on_day(day).0 {
            TieState::NotYet | TieState::Denied | TieState::Ended | TieState::Happened => false,
            // A list may have left out what went on all the same.
            TieState::PresumedEnded => {
                let end = self.history.spell_on(day).and_then(|spell| ended_by(spell, day));
                end.is_some_and(|end| end.reason == EndReason::LeftOff)
            }
            _ => true,
        }
    }

    /// Sources that speak for it, each origin once.
    pub fn evidence(&self) -> EvidenceGrade {
        let speaks = self.said.iter().filter(|one| one.is_firm && one.says == Says::Holds);
        let best = speaks.clone().map(|one| one.rung).min();
        let (lists, others): (BTreeSet<_>, BTreeSet<_>) =
            speaks.map(|one| (one.is_list, &one.origin)).partition(|(is_list, _)| *is_list);
        let sides: BTreeSet<_> = self.confirmed_by().filter_map(|one| one.voice.side()).collect();
        EvidenceGrade { independent: others.len(), lists: lists.len(), best, sides: sides.len() }
    }

    /// Whether all that is said of it is alleged, waits for a check or looks miscopied.
    pub fn is_only_doubted(&self) -> bool {
        self.said.iter().all(|one| !one.is_firm || one.says == Says::Alleged)
    }

    /// All that is said of it, whatever is said.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.said.iter().map(|one| one.claim)
    }

    /// What firm sources say for it.
    pub fn speaking(&self) -> impl Iterator<Item = &Testimony> {
        self.said_to(Says::Holds)
    }

    /// What firm sources say of it of this sort.
    pub fn said_to(&self, says: Says) -> impl Iterator<Item = &Testimony> {
        self.said.iter().filter(move |one| one.is_firm && one.says == says)
    }

    /// The last day up to `day` by which a dated source surely has seen it: a vague date counts from its earliest day.
    pub fn last_reported(&self, day: Day) -> Option<Day> {
        let seen = self.history.observed.iter().filter(|seen| seen.days.from <= day);
        seen.map(|seen| seen.surely_to.min(day)).max()
    }

    /// The first day for which a dated source speaks.
    pub fn first_reported(&self) -> Option<Day> {
        self.history.observed.iter().map(|seen| seen.days.from).min()
    }

    /// Newest and oldest day that a dated source speaks for.
    pub fn freshness(&self) -> Option<Bounds> {
        let days = self
            .history
            .observed
            .iter()
            .map(|seen| Bounds { earliest: seen.days.from, latest: seen.days.to });
        days.reduce(Bounds::widened)
    }

    /// The last day of the stated term of its last spell, where nobody is known to have renewed it: by then it is due.
    pub fn term(&self) -> Option<Day> {
        self.history.spells.last()?.term
    }

    /// Sides whose own word it is.
    pub fn confirmed_by(&self) -> impl Iterator<Item = &Testimony> {
        let own = |one: &&Testimony| one.is_firm && one.says == Says::Holds && one.voice != Voice::Others;
        self.said.iter().filter(own)
    }
}

/// What had ended a spell by a day.
fn ended_by(spell: &Spell, day: Day) -> Option<&End> {
    spell.end.as_ref().filter(|end| end.presumed <= day)
}

/// Whether it is dated, firm, and has the tie hold on that day.
fn makes_certain(said: &Testimony, carrying: Carrying, day: Day) -> bool {
    let Some(seen) = dated(said) else { return false };
    if said.valid.as_str().is_empty() {
        return seen.earliest == day && seen.latest == day;
    }
    let is_begun = carrying.bare_date_begins && carrying.lasts != Lasts::Moment && is_bare(said);
    let holds = said.valid.holds(Window::day(day)).some_day() == Certainty::Certain;
    day <= seen.latest && (holds || (is_begun && said.valid.start().latest <= day))
}

/// The days on one of which it has the tie hold, or begin; `None`: it is undated, or speaks of an interval.
fn days_of_one(said: &Testimony) -> Option<Window> {
    let seen = dated(said)?;
    let days = if said.valid.as_str().is_empty() { seen } else { said.valid.start() };
    let is_one = said.valid.as_str().is_empty() || (is_bare(said) && days.latest <= seen.latest);
    is_one.then_some(Window { from: days.earliest, to: days.latest })
}

/// The days that a dated source describes which firmly has the tie hold.
fn dated(said: &Testimony) -> Option<Bounds> {
    said.seen.filter(|_| said.is_firm && said.says == Says::Holds)
}

fn is_bare(said: &Testimony) -> bool {
    !said.valid.as_str().is_empty() && !said.valid.as_str().contains('/')
}
