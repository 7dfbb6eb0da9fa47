//! The rows that states of things become, gathered for one page.

use comity_ledger::about;
use comity_ledger::derive::Derived;
use comity_ledger::fold::{ClaimState, Same};
use comity_ledger::pending::PendingItem;
use comity_model::{Entity, Source};

use crate::derived::{
    ClaimRow, CoverageRow, EntityRow, LinkRow, NameRow, OPEN, Page, PendingRow, ReadingRow, SameRow,
    SourceRow,
};
use crate::error::RegisterError;
use crate::name;
use crate::store::{Cell, Session};
use crate::terms;

/// Rows in force from entry `from` on.
#[derive(Default)]
pub(crate) struct DerivedRows {
    pub(crate) from: i64,
    source: Page<SourceRow>,
    entity: Page<EntityRow>,
    name: Page<NameRow>,
    claim: Page<ClaimRow>,
    reading: Page<ReadingRow>,
    pending: Page<PendingRow>,
    link: Page<LinkRow>,
    same: Page<SameRow>,
    coverage: Page<CoverageRow>,
}

impl DerivedRows {
    pub(crate) fn new(from: i64) -> Self {
        Self { from, ..Self::default() }
    }

    /// What was gathered so far; nothing is left.
    pub(crate) fn take(&mut self) -> Self {
        let empty = Self::new(self.from);
        std::mem::replace(self, empty)
    }

    pub(crate) fn source(&mut self, entry: i64, source: &Source) {
        let (from_seq, to_seq) = self.range();
        self.source.push(SourceRow { id: source.id.as_str().into(), entry: entry.into(), from_seq, to_seq });
    }

    pub(crate) fn entity(&mut self, entry: i64, entity: &Entity) {
        let (id, kind) = (Cell::from(entity.id.as_str()), entity.kind.as_str().into());
        let (from_seq, to_seq) = self.range();
        self.entity.push(EntityRow { id: id.clone(), kind, entry: entry.into(), from_seq, to_seq });
        for form in name::forms(entity) {
            let (from_seq, to_seq) = self.range();
            self.name.push(NameRow { entity: id.clone(), folded: form.into(), from_seq, to_seq });
        }
    }

    pub(crate) fn coverage(&mut self, entry: i64, about: &str) {
        let (from_seq, to_seq) = self.range();
        self.coverage.push(CoverageRow {
            id: about::bare(about).into(),
            entry: entry.into(),
            from_seq,
            to_seq,
        });
    }

    pub(crate) fn same(&mut self, about: &str, same: &Same<'_>) {
        let (from_seq, to_seq) = self.range();
        self.same.push(SameRow {
            pair: about::bare(about).into(),
            a: same.a.as_str().into(),
            b: same.b.as_str().into(),
            sameness: same.sameness.as_str().into(),
            entry: same.entry.into(),
            from_seq,
            to_seq,
        });
    }

    pub(crate) fn claim(&mut self, state: &ClaimState, links: &[Derived], waits: bool) {
        let id = Cell::from(state.id.to_string());
        let source = Cell::from(state.claim.source.as_str());
        let standing = Cell::from(state.standing.as_str());
        let (from_seq, to_seq) = self.range();
        self.claim.push(ClaimRow {
            id: id.clone(),
            entry: state.entry.into(),
            source: source.clone(),
            shape: state.claim.shape.name().into(),
            standing: standing.clone(),
            verdict: state.verdict.into(),
            waiting: i64::from(waits).into(),
            from_seq,
            to_seq,
        });
        for reading in &state.readings {
            let Some(entity) = &reading.entity else { continue };
            let (slot, entity) = (reading.slot.to_string().into(), entity.as_str().into());
            let (from_seq, to_seq) = self.range();
            self.reading.push(ReadingRow { claim: id.clone(), slot, entity, from_seq, to_seq });
        }
        if let Some(first) = links.first() {
            let (ends, terms) = (terms::ends(links).into(), terms::terms(first).into());
            let (from_seq, to_seq) = self.range();
            self.link.push(LinkRow { claim: id, source, standing, ends, terms, from_seq, to_seq });
        }
    }

    pub(crate) fn pending(&mut self, state: &ClaimState, items: &[PendingItem<'_>]) {
        let [claim, source] = [state.id.to_string().as_str(), state.claim.source.as_str()].map(Cell::from);
        for item in items {
            let (from_seq, to_seq) = self.range();
            self.pending.push(PendingRow {
                claim: claim.clone(),
                slot: item.slot_text().into(),
                place: item.place(state.entry).into(),
                source: source.clone(),
                kind: item.kind().into(),
                country: item.country().into(),
                score: i64::from(item.score).into(),
                alike: item.alike(&state.claim.source).into(),
                deferred: i64::from(item.deferred).into(),
                from_seq,
                to_seq,
            });
        }
    }

    /// Writes everything gathered, and is empty again.
    pub(crate) async fn flush(&mut self, session: &mut Session) -> Result<(), RegisterError> {
        self.source.flush(session).await?;
        self.entity.flush(session).await?;
        self.name.flush(session).await?;
        self.claim.flush(session).await?;
        self.reading.flush(session).await?;
        self.pending.flush(session).await?;
        self.link.flush(session).await?;
        self.same.flush(session).await?;
        self.coverage.flush(session).await
    }

    /// In force from here on.
    fn range(&self) -> (Cell, Cell) {
        (self.from.into(), OPEN.into())
    }
}
