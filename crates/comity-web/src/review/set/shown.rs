//! The rows that a person ticked: only what a page showed, and only as long as it stands as it was shown.

use axum::http::StatusCode;
use comity_ingest::Choice;
use comity_model::{EntityId, excerpt};
use comity_register::{HeldClaim, PendingId};

use crate::error::WebError;
use crate::review::desk;
use crate::review::queue_filter::field;
use crate::visit::Visit;

/// Rows of a page, and what can be settled by one press.
pub(super) const ROWS: u8 = 50;
/// Between mentions and what they would be taken to mean, in one field: an id has no such sign in it.
pub(super) const BESIDE: char = '~';
/// Between the mentions of a row.
pub(super) const AND: &str = ",";

/// The rows of a page, as they were ticked.
pub(super) struct Shown {
    rows: Vec<(PendingId, EntityId)>,
    /// What a person chose for all of them; `None`: each has its own likeliest.
    chosen: Option<EntityId>,
}

impl Shown {
    /// From `each` of a form, and the entity that the page was about.
    pub(super) fn read<'f>(ticked: impl Iterator<Item = &'f str>, chosen: &str) -> Result<Self, WebError> {
        let ticked: Vec<&str> = ticked.collect();
        if ticked.len() > usize::from(ROWS) {
            let cause = format!("expected at most {ROWS} rows, those of one page, not {}", ticked.len());
            return Err(WebError::Field { field: "each", cause });
        }
        let mut rows = Vec::new();
        for row in ticked {
            rows.extend(read_row(row)?);
        }
        let chosen = Some(chosen.trim()).filter(|entity| !entity.is_empty());
        Ok(Self { rows, chosen: chosen.map(str::parse).transpose()? })
    }

    /// Refuses all where one is not open any more, or would not be offered today.
    pub(super) async fn must_stand(&self, visit: &Visit) -> Result<(), WebError> {
        let desk = desk(visit);
        let mut fallen = 0_usize;
        for (id, entity) in &self.rows {
            let waiting = desk.register.pending_of_claim(visit.head.seq, id.claim).await?;
            let open = waiting.iter().find(|pending| pending.slot == id.slot && id.slot.is_some());
            let stands = open.is_some_and(|pending| match &self.chosen {
                Some(chosen) => chosen == entity && !is_ruled_out(&pending.claim, *id, entity),
                None => desk.clearest(&pending.claim, id.slot, 0).is_some_and(|one| one.id == *entity),
            });
            fallen += usize::from(!stands);
        }
        if fallen == 0 {
            return Ok(());
        }
        let of = self.rows.len();
        let detail = format!(
            "{fallen} of {of} are settled already, or would be matched to something else today; nothing was \
             recorded: look at the page again"
        );
        Err(WebError::Refused { status: StatusCode::CONFLICT, detail })
    }

    pub(super) fn choices(&self) -> Vec<(PendingId, Choice)> {
        self.rows.iter().map(|(id, entity)| (*id, Choice::Means(entity.clone()))).collect()
    }
}

/// Whether a person said that it does not mean this.
fn is_ruled_out(claim: &HeldClaim, id: PendingId, entity: &EntityId) -> bool {
    claim.reading(id.slot).is_some_and(|reading| reading.not.contains(entity))
}

fn read_row(row: &str) -> Result<Vec<(PendingId, EntityId)>, WebError> {
    let (items, entity) = row.split_once(BESIDE).ok_or_else(|| WebError::Field {
        field: "each",
        cause: format!("`{}` is not a mention and its meaning", excerpt(row)),
    })?;
    let entity: EntityId = entity.parse()?;
    let item = |item: &str| item.parse().map_err(|bad| field("each", &bad));
    items.split(AND).map(|one| Ok((item(one)?, entity.clone()))).collect()
}
