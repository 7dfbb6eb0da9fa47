//! Please check: what waits for a person, one thing at a time, with what is known about it.

mod band;
mod facet;
mod group;
mod item;

use comity_model::{Seq, SourceId};
use comity_register::{Pending, PendingFilter, PendingId, Place, Register, RegisterError};
use schemars::JsonSchema;
use serde::Serialize;

pub use band::{BadBand, Band};
pub use facet::{Facet, FacetValue};
pub use group::{GroupLimits, QueueGroup, queue_groups};
pub use item::{OtherEnd, OtherEntity, QueueItem};

use facet::Narrowing;
use item::others;

/// Which part of the queue is looked at, and where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueArgs {
    pub source: Option<SourceId>,
    /// What is sought: polity, network …; `claim` for proposals. Empty means any.
    pub kind: String,
    /// As the source writes it; empty means any, `-` that it states none.
    pub country: String,
    pub band: Option<Band>,
    /// Only where the likeliest meaning had at least so many thousandths of belief.
    pub at_least: u16,
    /// The first thing shown, or what follows where it stood; the front of the queue where none is named.
    pub item: Option<PendingId>,
    /// How many that follow are named.
    pub next: u32,
}

/// A stretch of the queue. One thing is asked about, the rest is named.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Queue {
    /// In the part looked at: mentions and proposals that wait, those put off not counted.
    pub waiting: u64,
    /// In the part looked at: those of which a person was not sure.
    pub put_off: u64,
    /// In the whole queue, put off or not.
    pub all: u64,
    /// How many of the part looked at stand before `item`.
    pub before: u64,
    pub facets: Vec<Facet>,
    /// `None`: nothing waits here, or not after this place.
    pub item: Option<QueueItem>,
    /// The other ends of its claim, and what they were taken to mean.
    pub others: Vec<OtherEnd>,
    /// How many mentions of its source say the same, itself among them.
    pub alike: u64,
    pub previous: Option<PendingId>,
    pub next: Vec<QueueItem>,
}

/// Cost: a few indexed lookups and one count of the queue; nothing of it grows with what is settled.
pub async fn queue(register: &Register, known: Seq, args: &QueueArgs) -> Result<Queue, RegisterError> {
    let narrowing = Narrowing::new(register.count_pending(known).await?, args);
    let filter = args.filter();
    let from = match args.item {
        Some(item) => register.pending_place(known, item).await?.unwrap_or_default(),
        None => Place::default(),
    };
    let just_before = Place { at: from.at - 1, ..from };
    let mut found = register.pending(known, &filter, just_before, args.next + 1).await?.into_iter();
    let item = found.next();
    let here = item.as_ref().map_or(Place { deferred: true, at: i64::MAX }, |item| item.place);
    let previous = register.pending_before(known, &filter, here, 1).await?.pop();
    let alike = match &item {
        Some(Pending { alike, .. }) if !alike.is_empty() => {
            register.count_pending_alike(known, alike).await?
        }
        Some(_) => 1,
        None => 0,
    };
    let others = match &item {
        Some(item) => others(register, known, item).await?,
        None => Vec::new(),
    };
    Ok(Queue {
        waiting: narrowing.waiting(),
        put_off: narrowing.put_off(),
        all: narrowing.all(),
        before: register.count_pending_before(known, &filter, here).await?,
        facets: narrowing.facets(register, known).await?,
        item: match item {
            Some(item) => Some(QueueItem::of(register, known, item).await?),
            None => None,
        },
        others,
        alike,
        previous: previous.map(|pending| pending.id()),
        next: asked(register, known, found).await?,
    })
}

/// The mentions of which the source of `item` says the same, itself among them; at most `limit`.
pub async fn alike(
    register: &Register,
    known: Seq,
    item: PendingId,
    limit: u32,
) -> Result<Vec<QueueItem>, RegisterError> {
    let of_claim = register.pending_of_claim(known, item.claim).await?;
    let Some(one) = of_claim.into_iter().find(|pending| pending.slot == item.slot) else {
        return Ok(Vec::new());
    };
    let all = if one.alike.is_empty() {
        vec![one]
    } else {
        register.pending_alike(known, &one.alike, limit).await?
    };
    asked(register, known, all).await
}

async fn asked(
    register: &Register,
    known: Seq,
    pending: impl IntoIterator<Item = Pending>,
) -> Result<Vec<QueueItem>, RegisterError> {
    let mut all = Vec::new();
    for pending in pending {
        all.push(QueueItem::of(register, known, pending).await?);
    }
    Ok(all)
}

impl QueueArgs {
    fn filter(&self) -> PendingFilter {
        let band = self.band.map_or(0..u16::MAX, Band::thousandths);
        PendingFilter {
            source: self.source.clone(),
            kind: self.kind.clone(),
            country: self.country.clone(),
            score: band.start.max(self.at_least)..band.end,
        }
    }
}
