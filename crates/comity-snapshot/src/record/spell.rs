//! One spell of a tie: from a beginning or a first sighting to an end.

use comity_model::{Bounds, Day};

use super::ending::End;
use super::sighting::Sighting;
use super::stretch::{Stretch, day_after};

/// From a beginning or a first sighting to an end.
#[derive(Debug, Clone)]
pub(super) struct Spell {
    /// From this day it is taken to have begun.
    pub(super) presumed: Day,
    /// When it began; where no source says, it had begun by the first sighting.
    pub(super) begin: Bounds,
    pub(super) begin_is_stated: bool,
    /// The last day for which anybody speaks.
    pub(super) last: Day,
    /// The days spoken for, dated and undated, in order: what lies between two of them is between sightings.
    pub(super) seen: Vec<Stretch>,
    /// Those of them for which a dated source speaks.
    pub(super) dated: Vec<Stretch>,
    /// The last day of a stated term that is not known to have been renewed.
    pub(super) term: Option<Day>,
    pub(super) end: Option<End>,
}

impl Spell {
    /// Whether it is of another term, that began when this one was over.
    pub(super) fn is_followed_by(&self, sighting: &Sighting<'_>) -> bool {
        let Some((term, begin)) = self.term.zip(sighting.begin) else { return false };
        begin.earliest > day_after(term)
    }

    pub(super) fn extend(&mut self, sighting: &Sighting<'_>) {
        let is_renewal = |begin: &Bounds| self.term.is_some_and(|term| begin.latest > term);
        if let Some(begin) = sighting.begin.filter(|begin| !is_renewal(begin)) {
            let wider = if self.begin_is_stated { self.begin.widened(begin) } else { begin };
            (self.begin, self.begin_is_stated) = (wider, true);
        }
        // A sighting after a term shows that it went on.
        if self.term.is_some_and(|term| sighting.days.to > term) {
            self.term = None;
        }
        self.term = self.term.max(sighting.term);
        self.last = self.last.max(sighting.days.to);
        self.seen.push(sighting.days);
        self.dated.extend(sighting.is_dated.then_some(sighting.days));
    }

    pub(super) fn close(&mut self, mut end: End) {
        if end.bounds.earliest == Day::PAST {
            end.bounds.earliest = day_after(self.last).min(end.bounds.latest);
        }
        self.end = Some(end);
    }

    /// Somebody says that it ended, of what was so far taken for ended.
    pub(super) fn explain(&mut self, end: End) {
        let Some(own) = self.end.as_mut().filter(|own| !own.reason.is_said() && end.reason.is_said()) else {
            return;
        };
        let presumed = own.presumed;
        *own = End { presumed, ..end };
    }
}
