//! From when to when a tie is on record, or has stopped or is in doubt, whatever the day asked about.

use comity_model::{Day, Window};

use super::stretch::day_before;
use super::{Basis, TieRecord, TieState};

/// Days on which a tie is on record, all by the same sort of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnRecord {
    /// Both ends included.
    pub days: Window,
    pub basis: Basis,
}

/// Days on which something stands against a tie: it ended, is suspended, or sources or sides differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interruption {
    /// Both ends included.
    pub days: Window,
    pub state: TieState,
}

/// What stands against a tie; in every other state it is on record, or nothing is known of it.
const AGAINST: [TieState; 6] = [
    TieState::Suspended,
    TieState::Contested,
    TieState::SourcesDisagree,
    TieState::Expired,
    TieState::PresumedEnded,
    TieState::Ended,
];

impl TieRecord {
    /// All the days on which it is on record, in order; two that touch differ in basis.
    pub fn on_record(&self) -> Vec<OnRecord> {
        let found = self.days_by(|day| self.on_day(day).1);
        found.into_iter().map(|(days, basis)| OnRecord { days, basis }).collect()
    }

    /// All the days on which something stands against it, in order; two that touch differ in state.
    pub fn interruptions(&self) -> Vec<Interruption> {
        if !self.is_ever_interrupted() {
            return Vec::new();
        }
        let found = self.days_by(|day| Some(self.on_day(day).0).filter(|state| AGAINST.contains(state)));
        found.into_iter().map(|(days, state)| Interruption { days, state }).collect()
    }

    /// Most never are: their days need no second look.
    fn is_ever_interrupted(&self) -> bool {
        let history = &self.history;
        let stops = history.spells.iter().any(|spell| spell.end.is_some() || spell.term.is_some());
        stops
            || !history.suspended.is_empty()
            || !history.disputed.is_empty()
            || !history.contested.is_empty()
    }

    /// The days for which `of` gives something, joined where they touch and it gives the same.
    fn days_by<T: Copy + PartialEq>(&self, of: impl Fn(Day) -> Option<T>) -> Vec<(Window, T)> {
        let mut starts = self.changes();
        starts.push(Day::PAST);
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).map(|next| day_before(*next)).chain([Day::FUTURE]);
        let mut found: Vec<(Window, T)> = Vec::new();
        for (from, to) in starts.iter().copied().zip(ends) {
            let Some(value) = of(from) else { continue };
            match found.last_mut() {
                Some((days, last)) if *last == value && days.to == day_before(from) => days.to = to,
                _ => found.push((Window { from, to }, value)),
            }
        }
        found
    }
}
