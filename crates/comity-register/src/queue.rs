//! The queue of what waits for a person: narrowed, counted, walked forwards and back.

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;

use comity_ledger::pending;
use comity_model::{ClaimId, Seq, Slot, SourceId, excerpt};
use schemars::JsonSchema;
use serde::Serialize;

use crate::claims;
use crate::entry::{parsed, unreadable};
use crate::error::RegisterError;
use crate::held::HeldClaim;
use crate::register::Register;
use crate::sql;
use crate::store::{Cell, Row, Session};

/// One thing to decide: what a mention of a claim means, or what the claim is worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pending {
    pub claim: HeldClaim,
    /// The open mention; `None`: the claim as a whole.
    pub slot: Option<Slot>,
    pub place: Place,
    /// Of the likeliest meaning, in thousandths; 0 where none was found.
    pub score: u16,
    /// Equal for mentions of which one source says the same; empty for a claim as a whole.
    pub alike: String,
}

/// Names one thing to decide: `3f9a….with-0`, or the claim alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
#[schemars(with = "String", extend("pattern" = r"^[0-9a-f]{24}(\.(subject|object|with-[0-9]+))?$"))]
pub struct PendingId {
    pub claim: ClaimId,
    pub slot: Option<Slot>,
}

/// Where something stands in the queue: what was put off comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Place {
    /// A person looked at it and was not sure.
    pub deferred: bool,
    /// In the order in which the claims came.
    pub at: i64,
}

/// Which part of the queue is meant; everything by default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingFilter {
    pub source: Option<SourceId>,
    /// What is sought (polity, network …) or `claim`; empty means any.
    pub kind: String,
    /// As the source writes it; empty means any, `-` that it states none.
    pub country: String,
    /// Thousandths that the likeliest meaning has.
    pub score: Range<u16>,
}

/// How much waits that has all of this in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PendingCount {
    pub source: SourceId,
    pub kind: String,
    pub country: String,
    /// Whether any meaning was found.
    pub found: bool,
    /// Tenths of belief in the likeliest meaning, cut off: 7 for 0.7 up to 0.8.
    pub tenths: u16,
    pub deferred: bool,
    pub n: u64,
}

/// Mentions of which one source says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingGroup {
    pub alike: String,
    /// Where the first of them stands.
    pub at: i64,
    pub n: u64,
}

impl Default for PendingFilter {
    fn default() -> Self {
        Self { source: None, kind: String::new(), country: String::new(), score: 0..u16::MAX }
    }
}

impl Register {
    /// What comes after `after`, in order. The start of the queue is `Place::default()`.
    pub async fn pending(
        &self,
        known: Seq,
        filter: &PendingFilter,
        after: Place,
        limit: u32,
    ) -> Result<Vec<Pending>, RegisterError> {
        let mut cells = filter.cells(known, after);
        cells.push(i64::from(limit).into());
        self.pending_rows(sql::PENDING, known, cells).await
    }

    /// What comes before `before`, the nearest first.
    pub async fn pending_before(
        &self,
        known: Seq,
        filter: &PendingFilter,
        before: Place,
        limit: u32,
    ) -> Result<Vec<Pending>, RegisterError> {
        let mut cells = filter.cells(known, before);
        cells.push(i64::from(limit).into());
        self.pending_rows(sql::PENDING_BEFORE, known, cells).await
    }

    /// How much of the queue stands before a place.
    pub async fn count_pending_before(
        &self,
        known: Seq,
        filter: &PendingFilter,
        before: Place,
    ) -> Result<u64, RegisterError> {
        self.number(sql::COUNT_PENDING_BEFORE, filter.cells(known, before)).await
    }

    /// What sources write alike, in the order of the first mention of each, after the place `after`. What was put
    /// off is left out.
    pub async fn pending_groups(
        &self,
        known: Seq,
        filter: &PendingFilter,
        after: i64,
        limit: u32,
    ) -> Result<Vec<PendingGroup>, RegisterError> {
        let mut cells = filter.cells(known, Place { deferred: false, at: after });
        cells.push(i64::from(limit).into());
        let mut session = self.store.read().await?;
        let rows = session.rows(sql::PENDING_GROUPS, cells).await?;
        rows.iter().map(PendingGroup::from_row).collect()
    }

    /// What is to be decided about one claim.
    pub async fn pending_of_claim(&self, known: Seq, claim: ClaimId) -> Result<Vec<Pending>, RegisterError> {
        let cells = vec![known.0.into(), claim.to_string().into()];
        self.pending_rows(sql::PENDING_OF_CLAIM, known, cells).await
    }

    /// Where it stands; what is decided already stands where it stood.
    pub async fn pending_place(&self, known: Seq, id: PendingId) -> Result<Option<Place>, RegisterError> {
        let waiting = self.pending_of_claim(known, id.claim).await?;
        if let Some(pending) = waiting.iter().find(|pending| pending.slot == id.slot) {
            return Ok(Some(pending.place));
        }
        let claim = self.claim(id.claim, known).await?;
        Ok(claim.map(|file| Place { deferred: false, at: pending::place(file.held.entry.0, id.slot) }))
    }

    /// The first `limit` mentions with this `alike`.
    pub async fn pending_alike(
        &self,
        known: Seq,
        alike: &str,
        limit: u32,
    ) -> Result<Vec<Pending>, RegisterError> {
        let cells = vec![known.0.into(), alike.into(), i64::from(limit).into()];
        self.pending_rows(sql::PENDING_ALIKE, known, cells).await
    }

    pub async fn count_pending_alike(&self, known: Seq, alike: &str) -> Result<u64, RegisterError> {
        self.number(sql::COUNT_PENDING_ALIKE, vec![known.0.into(), alike.into()]).await
    }

    /// The whole queue, counted by all that it can be narrowed by.
    pub async fn count_pending(&self, known: Seq) -> Result<Vec<PendingCount>, RegisterError> {
        let mut session = self.store.read().await?;
        let rows = session.rows(sql::COUNT_PENDING, vec![known.0.into()]).await?;
        rows.iter().map(PendingCount::from_row).collect()
    }

    async fn number(&self, statement: &'static str, cells: Vec<Cell>) -> Result<u64, RegisterError> {
        let mut session = self.store.read().await?;
        let rows = session.rows(statement, cells).await?;
        rows.first().map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
    }

    async fn pending_rows(
        &self,
        statement: &'static str,
        known: Seq,
        cells: Vec<Cell>,
    ) -> Result<Vec<Pending>, RegisterError> {
        let mut session = self.store.read().await?;
        let rows = session.rows(statement, cells).await?;
        fold(&mut session, known, &rows).await
    }
}

/// From `id, entry, waiting, slot, place, score, alike, deferred`.
async fn fold(session: &mut Session, known: Seq, rows: &[Row]) -> Result<Vec<Pending>, RegisterError> {
    let held = claims::held(session, known, rows).await?;
    let held: BTreeMap<ClaimId, HeldClaim> = held.into_iter().map(|claim| (claim.id, claim)).collect();
    let mut pending = Vec::with_capacity(rows.len());
    for row in rows {
        let slot = row.text(3)?;
        let slot = Some(slot).filter(|slot| !slot.is_empty()).map(str::parse).transpose();
        let Some(claim) = held.get(&parsed(row, 0)?).cloned() else { continue };
        pending.push(Pending {
            claim,
            slot: slot.map_err(|error| unreadable(&error))?,
            place: Place { deferred: row.int(7)? == 1, at: row.int(4)? },
            score: thousandths(row.int(5)?)?,
            alike: row.text(6)?.to_owned(),
        });
    }
    Ok(pending)
}

impl Pending {
    pub fn id(&self) -> PendingId {
        PendingId { claim: self.claim.id, slot: self.slot }
    }
}

impl std::fmt::Display for PendingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.slot {
            Some(slot) => write!(f, "{}.{slot}", self.claim),
            None => self.claim.fmt(f),
        }
    }
}

impl FromStr for PendingId {
    type Err = BadPendingId;

    fn from_str(text: &str) -> Result<Self, BadPendingId> {
        let bad = || BadPendingId { text: text.to_owned() };
        let (claim, slot) = text.split_once('.').map_or((text, None), |(claim, slot)| (claim, Some(slot)));
        let slot = slot.map(str::parse).transpose().map_err(|_| bad())?;
        Ok(Self { claim: claim.parse().map_err(|_| bad())?, slot })
    }
}

/// A text that names nothing in the queue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` names nothing in the queue: a claim, a full stop, and subject, object or with-N",
    excerpt(text)
)]
pub struct BadPendingId {
    pub text: String,
}

impl Serialize for PendingId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl PendingFilter {
    fn cells(&self, known: Seq, place: Place) -> Vec<Cell> {
        let source = self.source.as_ref().map_or("", SourceId::as_str);
        let [from, to] = [self.score.start, self.score.end].map(i64::from);
        vec![
            known.0.into(),
            source.into(),
            self.kind.as_str().into(),
            self.country.as_str().into(),
            from.into(),
            to.into(),
            i64::from(place.deferred).into(),
            place.at.into(),
        ]
    }
}

impl PendingGroup {
    /// From `alike, place, n`.
    fn from_row(row: &Row) -> Result<Self, RegisterError> {
        Ok(Self { alike: row.text(0)?.to_owned(), at: row.int(1)?, n: row.int(2)?.unsigned_abs() })
    }
}

impl PendingCount {
    /// From `source, kind, country, tenths, found, deferred, n`.
    fn from_row(row: &Row) -> Result<Self, RegisterError> {
        Ok(Self {
            source: parsed(row, 0)?,
            kind: row.text(1)?.to_owned(),
            country: row.text(2)?.to_owned(),
            tenths: thousandths(row.int(3)?)?,
            found: row.int(4)? == 1,
            deferred: row.int(5)? == 1,
            n: row.int(6)?.unsigned_abs(),
        })
    }
}

fn thousandths(number: i64) -> Result<u16, RegisterError> {
    u16::try_from(number).map_err(|error| unreadable(&error))
}
