//! How many of something there are, surely and at most, with who says so; and numbers as pictures and measures have them.

use comity_snapshot::Evidence;

use super::{Cell, Dot};

/// A count of what holds or may hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) certain: u64,
    /// The certain ones included.
    pub(crate) possible: u64,
    pub(crate) evidence: Vec<Evidence>,
}

impl Tally {
    /// One more that may hold, `certain` if it surely does.
    pub(crate) fn add(&mut self, certain: bool, evidence: impl IntoIterator<Item = Evidence>) {
        self.certain += u64::from(certain);
        self.possible += 1;
        self.evidence.extend(evidence);
    }

    pub(crate) fn range(&self) -> Cell {
        Cell::Range { certain: self.certain, possible: self.possible }
    }

    /// A bar as long as what surely holds, with a line to all that may.
    pub(crate) fn dot(&self, label: String, group: &str) -> Dot {
        Dot::from_to(label, self.certain, self.possible, group)
    }
}

impl Dot {
    /// One value, without an interval.
    pub(crate) fn plain(label: String, value: f64) -> Self {
        Self { label, value, low: None, high: None, group: String::new() }
    }

    /// The certain count, with a line to the possible one.
    pub(crate) fn from_to(label: String, certain: u64, possible: u64, group: &str) -> Self {
        let (low, high) = (as_number(certain), as_number(possible));
        Self { label, value: low, low: Some(low), high: Some(high), group: group.to_owned() }
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
