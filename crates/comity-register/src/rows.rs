//! The rows that states of things become, gathered for one page.

use comity_model::{Entity, Source};

use crate::about;
use crate::derive::Derived;
use crate::derived::{self as tables, OPEN, Table};
use crate::error::RegisterError;
use crate::fold::{ClaimState, Same};
use crate::name;
use crate::pending::Matter;
use crate::store::{Cell, Session};
use crate::terms;

/// Rows in force from entry `from` on.
#[derive(Default)]
pub(crate) struct DerivedRows {
    pub(crate) from: i64,
    source: Vec<Cell>,
    entity: Vec<Cell>,
    name: Vec<Cell>,
    claim: Vec<Cell>,
    reading: Vec<Cell>,
    pending: Vec<Cell>,
    link: Vec<Cell>,
    same: Vec<Cell>,
    coverage: Vec<Cell>,
}

impl DerivedRows {
    pub(crate) fn new(from: i64) -> Self {
        Self { from, ..Self::default() }
    }

    pub(crate) fn source(&mut self, entry: i64, source: &Source) {
        self.source.extend([source.id.as_str().into(), entry.into()]);
        self.source.extend(range(self.from));
    }

    pub(crate) fn entity(&mut self, entry: i64, entity: &Entity) {
        let id = entity.id.as_str();
        self.entity.extend([id.into(), entity.kind.as_str().into(), entry.into()]);
        self.entity.extend(range(self.from));
        for form in name::forms(entity) {
            self.name.extend([id.into(), form.into()]);
            self.name.extend(range(self.from));
        }
    }

    pub(crate) fn coverage(&mut self, entry: i64, about: &str) {
        self.coverage.extend([about::bare(about).into(), entry.into()]);
        self.coverage.extend(range(self.from));
    }

    pub(crate) fn same(&mut self, about: &str, same: &Same<'_>) {
        let ends = [about::bare(about), same.a.as_str(), same.b.as_str(), same.sameness.as_str()];
        self.same.extend(ends.map(Cell::from));
        self.same.push(same.entry.into());
        self.same.extend(range(self.from));
    }

    pub(crate) fn claim(&mut self, state: &ClaimState, links: &[Derived], waits: bool) {
        let id = Cell::from(state.id.to_string());
        let source = Cell::from(state.claim.source.as_str());
        let standing = Cell::from(state.standing.as_str());
        self.claim.extend([id.clone(), state.entry.into(), source.clone()]);
        self.claim.extend([state.claim.shape.name().into(), standing.clone()]);
        self.claim.extend([state.verdict.into(), i64::from(waits).into()]);
        self.claim.extend(range(self.from));
        for reading in &state.readings {
            let Some(entity) = &reading.entity else { continue };
            self.reading.extend([id.clone(), reading.slot.to_string().into(), entity.as_str().into()]);
            self.reading.extend(range(self.from));
        }
        if let Some(first) = links.first() {
            self.link.extend([id, source, standing, terms::ends(links).into(), terms::terms(first).into()]);
            self.link.extend(range(self.from));
        }
    }

    pub(crate) fn pending(&mut self, state: &ClaimState, matters: &[Matter<'_>]) {
        let [claim, source] = [state.id.to_string().as_str(), state.claim.source.as_str()].map(Cell::from);
        for matter in matters {
            self.pending.extend([claim.clone(), matter.slot_text().into(), matter.place(state.entry).into()]);
            self.pending.extend([source.clone(), matter.kind().into(), matter.country().into()]);
            self.pending.extend([i64::from(matter.score).into(), matter.alike(&state.claim.source).into()]);
            self.pending.push(i64::from(matter.deferred).into());
            self.pending.extend(range(self.from));
        }
    }

    /// Writes everything gathered, and is empty again.
    pub(crate) async fn flush(&mut self, session: &mut Session) -> Result<(), RegisterError> {
        let pages: [(&Table, &mut Vec<Cell>); 9] = [
            (&tables::SOURCE, &mut self.source),
            (&tables::ENTITY, &mut self.entity),
            (&tables::NAME, &mut self.name),
            (&tables::CLAIM, &mut self.claim),
            (&tables::READING, &mut self.reading),
            (&tables::PENDING, &mut self.pending),
            (&tables::LINK, &mut self.link),
            (&tables::SAME, &mut self.same),
            (&tables::COVERAGE, &mut self.coverage),
        ];
        for (table, cells) in pages {
            table.insert(session, cells).await?;
        }
        Ok(())
    }
}

fn range(from: i64) -> [Cell; 2] {
    [from.into(), OPEN.into()]
}
