//! Rows that claims make, found by their claims, in whose order they stand.

use std::ops::Range;

use comity_model::{ClaimId, Link, OpenMention, Statement};

use super::merged::Merged;
use super::record_column::RecordColumn;

/// What a claim makes.
pub(super) trait OfClaim: Clone {
    fn claim(&self) -> ClaimId;
}

impl OfClaim for Link {
    fn claim(&self) -> ClaimId {
        self.claim
    }
}

impl OfClaim for Statement {
    fn claim(&self) -> ClaimId {
        self.id
    }
}

impl OfClaim for OpenMention {
    fn claim(&self) -> ClaimId {
        self.claim
    }
}

pub(super) fn claim_at<T: OfClaim>(rows: &RecordColumn<T>, n: usize) -> ClaimId {
    rows.first(n, T::claim)
}

/// The rows of a claim; none, where they would stand, if there are none.
pub(super) fn rows_of<T: OfClaim>(rows: &RecordColumn<T>, claim: ClaimId) -> Range<usize> {
    let start = first_from(rows, 0, |other| other < claim);
    start..first_from(rows, start, |other| other <= claim)
}

fn first_from<T: OfClaim>(rows: &RecordColumn<T>, from: usize, precedes: impl Fn(ClaimId) -> bool) -> usize {
    let (mut from, mut to) = (from, rows.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        if precedes(claim_at(rows, middle)) { from = middle + 1 } else { to = middle }
    }
    from
}

/// The rows without those of some claims, which are in order, and with new ones, which are too.
pub(super) fn replaced<T: OfClaim>(
    rows: &RecordColumn<T>,
    claims: impl Iterator<Item = ClaimId>,
    new: Vec<T>,
) -> (RecordColumn<T>, Merged) {
    let gone: Vec<usize> = claims.flat_map(|claim| rows_of(rows, claim)).collect();
    let new_at: Vec<usize> = new.iter().map(|row| rows_of(rows, row.claim()).start).collect();
    let merged = Merged::new(rows.len(), &gone, &new_at);
    (rows.laid_over(&merged.order, new), merged)
}
