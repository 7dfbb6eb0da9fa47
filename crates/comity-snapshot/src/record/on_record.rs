//! From when to when a tie is on record, whatever the day asked about.

use comity_model::{Day, Window};

use super::stretch::day_before;
use super::{Basis, TieRecord};

/// Days on which a tie is on record, all by the same sort of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnRecord {
    /// Both ends included.
    pub days: Window,
    pub basis: Basis,
}

impl TieRecord {
    /// All the days on which it is on record, in order; two that touch differ in basis.
    pub fn on_record(&self) -> Vec<OnRecord> {
        let mut starts = self.changes();
        starts.push(Day::PAST);
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).map(|next| day_before(*next)).chain([Day::FUTURE]);
        let mut found: Vec<OnRecord> = Vec::new();
        for (from, to) in starts.iter().copied().zip(ends) {
            let Some(basis) = self.on_day(from).1 else { continue };
            match found.last_mut() {
                Some(last) if last.basis == basis && last.days.to == day_before(from) => last.days.to = to,
                _ => found.push(OnRecord { days: Window { from, to }, basis }),
            }
        }
        found
    }
}
