//! What may be offered for several mentions at once: a written name, its likeliest meaning, and nothing against it.

use comity_answer::{GroupLimits, QueueGroup, QueueItem, queue_groups};
use comity_ingest::{Desk, ReviewCandidate};
use schemars::JsonSchema;
use serde::Serialize;

use super::shown::{AND, BESIDE, ROWS};
use crate::error::WebError;
use crate::paging::Turn;
use crate::review::desk;
use crate::review::queue_filter::QueueFilter;
use crate::visit::Visit;

/// A page of mentions that one press would settle.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReviewSet")]
pub(crate) struct Set {
    /// One row for each written name and what it would mean.
    pub(super) rows: Vec<Proposed>,
    /// All have the meaning that one of them was given; `None`: each has its own likeliest.
    pub(super) entity: Option<ReviewCandidate>,
    /// Of a hundred; what the likeliest meaning of each has at least.
    pub(super) at_least: Option<u16>,
    /// Mentions met on the way that are not offered: their likeliest meaning is not likely enough, or something
    /// speaks against it.
    pub(super) held_back: u64,
    /// `after` of the page that follows.
    pub(super) next: Option<String>,
}

/// Statements on a page, whatever the rows: each is weighed anew.
const STATEMENTS: usize = 300;
/// Groups read for a page: where most are held back, it may be short.
const LOOKED_THROUGH: usize = 200;
/// How much is read at a time; a group of more is shown by its first, the rest follow when those are settled.
const LIMITS: GroupLimits = GroupLimits { groups: 50, items: 50 };

/// A written name and what it would be taken to mean.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Proposed {
    pub(super) written: String,
    pub(super) meaning: ReviewCandidate,
    /// The statements that it would settle.
    pub(super) items: Vec<QueueItem>,
}

/// Those whose likeliest meaning has so much of a hundred today, whatever it had when they came in.
pub(super) async fn likely(
    visit: &Visit,
    wanted: &QueueFilter,
    at_least: u16,
    turn: &Turn,
) -> Result<Set, WebError> {
    let desk = desk(visit);
    let known = visit.known().await?;
    let mut args = wanted.args(0)?;
    args.at_least = at_least * 10;
    let mut page = Page::new(at_least * 10, turn.after()?.unwrap_or(-1));
    loop {
        let groups = queue_groups(desk.register, known, &args, page.after, LIMITS).await?;
        let is_last = groups.len() < LIMITS.groups as usize;
        let took_all = groups.into_iter().all(|group| page.takes(&desk, group));
        if !took_all || is_last {
            let next = (!took_all).then(|| page.after.to_string());
            let Page { rows, held_back, .. } = page;
            return Ok(Set { rows, entity: None, at_least: Some(at_least), held_back, next });
        }
    }
}

/// A page while it fills.
struct Page {
    at_least: u16,
    /// The place of the last group on it.
    after: i64,
    looked_through: usize,
    rows: Vec<Proposed>,
    held_back: u64,
}

impl Page {
    fn new(at_least: u16, after: i64) -> Self {
        Self { at_least, after, looked_through: 0, rows: Vec::new(), held_back: 0 }
    }

    /// Adds a group; `false` where the page is full already.
    fn takes(&mut self, desk: &Desk<'_>, group: QueueGroup) -> bool {
        let statements: usize = self.rows.iter().map(|row| row.items.len()).sum();
        if self.rows.len() >= usize::from(ROWS)
            || statements >= STATEMENTS
            || self.looked_through >= LOOKED_THROUGH
        {
            return false;
        }
        (self.after, self.looked_through) = (group.at, self.looked_through + 1);
        for item in group.items {
            match desk.clearest(&item.claim, item.id.slot, self.at_least) {
                Some(meaning) => self.add(item, meaning),
                None => self.held_back += 1,
            }
        }
        true
    }

    fn add(&mut self, item: QueueItem, meaning: ReviewCandidate) {
        let row =
            self.rows.iter_mut().find(|row| row.written == item.written && row.meaning.id == meaning.id);
        match row {
            Some(row) => row.items.push(item),
            None => self.rows.push(Proposed::one(item, meaning)),
        }
    }
}

impl Proposed {
    pub(super) fn one(item: QueueItem, meaning: ReviewCandidate) -> Self {
        Self { written: item.written.clone(), meaning, items: vec![item] }
    }

    /// As the form sends it back.
    pub(super) fn value(&self) -> String {
        let ids: Vec<String> = self.items.iter().map(|item| item.id.to_string()).collect();
        format!("{}{BESIDE}{}", ids.join(AND), self.meaning.id)
    }
}
