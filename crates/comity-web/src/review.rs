//! Please check: what no machine could settle, the source's own words beside what they may mean.

mod decide;
mod duplicates;
mod points;
mod queue_filter;
mod set;

use askama::Template;
use axum::response::Response;
use comity_answer::{Queue, Snapshot, queue};
use comity_ingest::{Desk, ReviewCandidate, Speaks};
use comity_model::{EntityKind, Slot};
use comity_register::{Batch, HeldClaim};
use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use decide::{decide, undo};
pub(crate) use duplicates::{duplicates, tell};
pub(crate) use set::{Set, accept, set};

use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;
use points::Points;
use queue_filter::QueueFilter;

/// How many that follow are named beside the one in question.
const NEXT: u32 = 8;

/// The queue at one place, with what the words in question may mean.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReviewItem")]
pub(crate) struct Check {
    #[serde(flatten)]
    queue: Queue,
    /// What was searched for, where somebody did: the meanings are what was found then.
    q: String,
    meanings: Vec<ReviewCandidate>,
    /// The last decision of the person whose session this is.
    #[serde(skip)]
    last: Option<Batch>,
}

impl Check {
    /// Its number in the part of the queue that is looked at.
    fn number(&self) -> String {
        words::number(&(self.queue.before + 1))
    }

    /// How many there are in that part.
    fn here(&self) -> u64 {
        self.queue.waiting + self.queue.put_off
    }

    /// The queue after this decision.
    fn next(&self, wanted: &QueueFilter) -> String {
        self.queue.next.first().map_or_else(|| wanted.front(), |next| wanted.at(&next.id))
    }
}

/// `GET /review`: one thing that waits, and what follows it. The address holds the place and the choice.
pub(crate) async fn review(visit: Visit) -> Result<Response, WebError> {
    let wanted: QueueFilter = visit.fields()?;
    let (known, desk) = (visit.known().await?, desk(&visit));
    let queue = queue(desk.register, known, &wanted.args(NEXT)?).await?;
    let meanings = match &queue.item {
        Some(_) if !wanted.q.trim().is_empty() => desk.search(&wanted.q).await?,
        Some(item) => desk.meanings(&item.claim, item.id.slot).await?,
        None => Vec::new(),
    };
    let last = last_decision(&visit).await?;
    let check = Check { queue, q: wanted.q.trim().to_owned(), meanings, last };
    Ok(visit.reply(check, |shell, check| {
        let points = Points::of(&check.meanings);
        ReviewPage { shell, check, points, wanted }
    }))
}

/// What the person whose session this is decided last.
async fn last_decision(visit: &Visit) -> Result<Option<Batch>, WebError> {
    match visit.agent.name() {
        Some(name) => Ok(visit.state.register().last_decision(name.as_str()).await?),
        None => Ok(None),
    }
}

/// Where pages and the terminal decide alike.
pub(crate) fn desk(visit: &Visit) -> Desk<'_> {
    Desk { register: visit.state.register(), gazetteer: visit.state.gazetteer() }
}

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    shell: Shell,
    check: Check,
    points: Option<Points>,
    wanted: QueueFilter,
}

/// A mention that nobody has settled.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OpenEnd {
    pub(crate) slot: Slot,
    pub(crate) written: String,
    pub(crate) text: String,
    /// Why it was left open; may be empty.
    pub(crate) why: String,
    pub(crate) candidates: Vec<ReviewCandidate>,
}

/// The ends of a claim that nobody has settled, with what they may mean.
pub(crate) async fn ends(
    visit: &Visit,
    snapshot: &Snapshot,
    held: &HeldClaim,
) -> Result<Vec<OpenEnd>, WebError> {
    let mut open = Vec::new();
    for (slot, mention) in held.claim.mentions() {
        let Some(reading) = held.reading(Some(slot)) else { continue };
        if reading.entity.as_ref().is_some_and(|entity| snapshot.entity_by_id(entity).is_some()) {
            continue;
        }
        open.push(OpenEnd {
            slot,
            written: words::mention(mention),
            text: mention.text.to_string(),
            why: reading.why.to_string(),
            candidates: desk(visit).meanings(held, Some(slot)).await?,
        });
    }
    Ok(open)
}

/// The class and the word of a reason.
const fn speaks(speaks: Speaks) -> (&'static str, &'static str) {
    match speaks {
        Speaks::For => ("for", "for"),
        Speaks::Against => ("against", "against"),
        Speaks::Neither => ("quiet", "noted"),
    }
}

/// What something new may be.
fn kinds() -> impl Iterator<Item = (EntityKind, &'static str)> {
    EntityKind::ALL.iter().map(|kind| (*kind, words::kinds(Some(*kind))))
}
