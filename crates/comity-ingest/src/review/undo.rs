//! Taking back what one decided last, as often as one likes.

use comity_model::{Decision, Record, Seq};
use comity_register::{Batch, Content, PendingId, RegisterError, Undone};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Actor, Desk};

/// What was taken back, and where that leads in the queue.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UndoneDecision {
    pub decided: Batch,
    pub undone: Undone,
    /// What is open again; `None` where the decision was about two entities.
    pub item: Option<PendingId>,
}

impl Desk<'_> {
    /// Takes back the last decision of this person that stands; `None`: there is none.
    pub async fn undo_last(&self, hand: Actor<'_>) -> Result<Option<UndoneDecision>, RegisterError> {
        let Some(decided) = self.register.last_decision(hand.by.as_str()).await? else { return Ok(None) };
        let item = self.first_item(&decided).await?;
        let why = "taken back by the person who decided";
        let undone = self.register.undo(decided.id, why, hand.by.as_str(), hand.at).await?;
        Ok(Some(UndoneDecision { decided, undone, item }))
    }

    async fn first_item(&self, decided: &Batch) -> Result<Option<PendingId>, RegisterError> {
        let entries = u32::try_from(decided.entries).unwrap_or(u32::MAX);
        let entries = self.register.log(Some(Seq(decided.last.0 + 1)), entries).await?;
        let records = entries.iter().rev().filter_map(|entry| entry.content.as_ref());
        let decisions = records.filter_map(|content| match content {
            Content::Record(Record::Judgement(judgement)) => Some(&judgement.decision),
            _ => None,
        });
        Ok(decisions.into_iter().find_map(item))
    }
}

fn item(decision: &Decision) -> Option<PendingId> {
    match decision {
        Decision::Resolve { claim, readings } => {
            Some(PendingId { claim: *claim, slot: readings.first().map(|reading| reading.slot) })
        }
        Decision::NotMeant { claim, slot, .. } => Some(PendingId { claim: *claim, slot: Some(*slot) }),
        Decision::Verdict { claim, .. } => Some(PendingId { claim: *claim, slot: None }),
        Decision::Same { .. } => None,
    }
}
