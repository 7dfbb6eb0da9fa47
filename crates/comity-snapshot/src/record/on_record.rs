//! From when to when a tie stands so, whatever the day asked about.

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

/// Days on which a tie is in one state, all by the same sort of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Both ends included.
    pub days: Window,
    pub state: TieState,
    /// `None`: it is not on record then.
    pub basis: Option<Basis>,
}

impl TieRecord {
    /// All the days on which it is on record, in order; two that touch differ in basis.
    pub fn on_record(&self) -> Vec<OnRecord> {
        let stages = self.stages().into_iter();
        let mut found: Vec<OnRecord> = Vec::new();
        for stage in stages {
            let Some(basis) = stage.basis else { continue };
            match found.last_mut() {
                Some(last) if last.basis == basis && last.days.to == day_before(stage.days.from) => {
                    last.days.to = stage.days.to;
                }
                _ => found.push(OnRecord { days: stage.days, basis }),
            }
        }
        found
    }

    /// Its states from the beginning of time to the end, in order; two that touch differ in state or in basis.
    pub fn stages(&self) -> Vec<Stage> {
        let mut starts = self.changes();
        starts.push(Day::PAST);
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).map(|next| day_before(*next)).chain([Day::FUTURE]);
        let mut found: Vec<Stage> = Vec::new();
        for (from, to) in starts.iter().copied().zip(ends) {
            let (state, basis) = self.on_day(from);
            match found.last_mut() {
                Some(last) if (last.state, last.basis) == (state, basis) => last.days.to = to,
                _ => found.push(Stage { days: Window { from, to }, state, basis }),
            }
        }
        found
    }
}
