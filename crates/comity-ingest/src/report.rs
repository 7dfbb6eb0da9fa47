//! What became of a file's rows: the sums add up to the rows read.

use std::collections::BTreeMap;

use comity_model::{BatchId, Problem, SourceId};
use comity_source::ColumnRole;
use serde::Serialize;

/// The report of one import. `rows = accepted + to_review + problem_rows`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportReport {
    pub file: String,
    pub source: Option<SourceId>,
    /// The profile that fitted, or the record format.
    pub format: String,
    pub encoding: String,
    /// Whether that is told by the bytes themselves; else it is a guess.
    pub encoding_sure: bool,
    /// What each column was read as; none for records.
    pub columns: Vec<ColumnRole>,
    /// Rows read, without the header.
    pub rows: u64,
    /// Every name of the row was resolved and its claims are on file.
    pub accepted: u64,
    /// The row's claims are on file; a person must say what some name in them means.
    pub to_review: u64,
    /// The row was not understood; nothing of it, or not all, is on file.
    pub problem_rows: u64,
    /// Names settled by the row that starts from the other end: it gives the country that their own row does not.
    pub by_reciprocal: u64,
    /// Why names were left open: how many mentions of each sort.
    pub review_reasons: BTreeMap<String, u64>,
    /// The first problems, twenty thousand at most.
    pub problems: Vec<Problem>,
    /// How many more there were.
    #[serde(skip_serializing_if = "is_zero")]
    pub problems_left_out: u64,
    /// What was read with a doubt that did not stop it: how many of each sort.
    pub notes: BTreeMap<String, u64>,
    /// Claims read, and how many of them were not on file yet.
    pub claims: u64,
    /// New entries of the ledger, by kind of record.
    pub added: BTreeMap<String, u64>,
    /// Records that were on file already, word for word.
    pub unchanged: u64,
    /// The batch that `undo` takes back; `None` when nothing was new, or for a dry run.
    pub batch: Option<BatchId>,
}

/// Problems held for the report. Guessed: more than anybody reads, and some 10 MB of memory.
pub(crate) const MAX_PROBLEMS: usize = 20_000;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl ImportReport {
    /// All problems, those left out of the report too.
    pub fn problem_count(&self) -> u64 {
        self.problems.len() as u64 + self.problems_left_out
    }

    pub(crate) fn add_problems(&mut self, problems: Vec<Problem>) {
        let room = MAX_PROBLEMS.saturating_sub(self.problems.len());
        self.problems_left_out += problems.len().saturating_sub(room) as u64;
        self.problems.extend(problems.into_iter().take(room));
    }

    /// What became of one row.
    pub(crate) fn count(&mut self, fate: Fate) {
        self.rows += 1;
        match fate {
            Fate::Accepted => self.accepted += 1,
            Fate::ToReview => self.to_review += 1,
            Fate::Problem => self.problem_rows += 1,
        }
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Accepted,
    ToReview,
    Problem,
}
