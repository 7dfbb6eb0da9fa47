//! How many of something there are, surely and at most, with who says so; and numbers as pictures and measures have them.

use comity_snapshot::Evidence;
use comity_snapshot::record::{BoundedCount, TieStanding};

use super::{Cell, Dot};

/// A count of what holds or may hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) count: BoundedCount,
    pub(crate) evidence: Vec<Evidence>,
}

impl Tally {
    /// One more.
    pub(crate) fn add(&mut self, standing: TieStanding, evidence: impl IntoIterator<Item = Evidence>) {
        self.count.add(standing);
        self.evidence.extend(evidence);
    }

    pub(crate) fn range(&self) -> Cell {
        Cell::Range(self.count)
    }

    /// A bar as long as what is on record, with a line from the certain to the possible where that says something.
    pub(crate) fn dot(&self, label: String, group: &str) -> Dot {
        Dot::bounded(label, self.count, group)
    }
}

impl Dot {
    /// One value, without an interval.
    pub(crate) fn plain(label: String, value: f64) -> Self {
        Self { label, value, low: None, high: None, group: String::new() }
    }

    /// What is on record, with a line from the certain to the possible where that says something.
    pub(crate) fn bounded(label: String, count: BoundedCount, group: &str) -> Self {
        let (low, high) = count.range().map(|(low, high)| (as_number(low), as_number(high))).unzip();
        Self { label, value: as_number(count.presumed), low, high, group: group.to_owned() }
    }
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "what a register counts stays far below 2^52")]
pub(crate) fn as_number(n: u64) -> f64 {
    n as f64
}

/// A part of a whole, from 0 to 1; `None` of nothing.
pub(crate) fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| as_number(part) / as_number(whole))
}
