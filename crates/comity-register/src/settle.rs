//! Brings the derived rows of what a batch touched to what the active entries now say.

use std::collections::BTreeMap;

use comity_ledger::about;
use comity_ledger::derive;
use comity_ledger::fold::{self, Active, ClaimState};
use comity_ledger::pending;
use comity_model::{EntityId, EntityKind, Record};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::derived::{self as tables, LedgerRow, OPEN, Page, PayloadRow, Table};
use crate::entry::unreadable;
use crate::error::RegisterError;
use crate::keys::{self, Until};
use crate::kinds::Kinds;
use crate::rows::DerivedRows;
use crate::sql;
use crate::store::Session;

/// Things asked for in one statement, and claims settled together, at most.
const ENTITIES: usize = 256;
const CLAIMS: usize = 4096;

/// Touched things, each with its active entries; with none it is gone.
type ActiveEntries = BTreeMap<String, Vec<Active>>;

/// What a page of a batch touched.
#[derive(Default)]
pub(crate) struct Affected {
    pub(crate) entries: ActiveEntries,
    /// Those that may have rows already.
    pub(crate) stale: Vec<String>,
}

/// Entries that have joined the chain and are not in the tables yet.
#[derive(Default)]
pub(crate) struct EntryPages {
    pub(crate) ledger: Page<LedgerRow>,
    pub(crate) payload: Page<PayloadRow>,
}

/// Where a batch stands in the ledger, and what was learnt on its way.
pub(crate) struct DerivedWriter {
    pub(crate) until: Until,
    pages: u32,
    kinds: Kinds,
    rows: DerivedRows,
}

impl DerivedWriter {
    /// For the batch whose first entry is `from`: its rows are in force from there on.
    pub(crate) fn new(from: i64, until: Until) -> Self {
        Self { until, pages: 0, kinds: Kinds::default(), rows: DerivedRows::new(from) }
    }

    /// Settles one page, whose new entries are written on the way. Entities come first, for links stand or fall with
    /// their kinds.
    pub(crate) async fn settle(
        &mut self,
        session: &mut Session,
        affected: Affected,
        entries: &mut EntryPages,
    ) -> Result<(), RegisterError> {
        self.pages += 1;
        if self.pages > 1 && self.pages.is_power_of_two() {
            session.learn_sizes().await?;
        }
        let entities = entities(&affected)?;
        self.kinds.load(session, entities.keys()).await?;
        self.close(session, &affected.stale).await?;
        for (about, entries) in &affected.entries {
            self.settle_plain(about, entries);
        }
        let changed = entities.into_iter().filter_map(|(id, kind)| {
            let before = self.kinds.set(id.clone(), kind);
            (before != kind).then(|| id.as_str().to_owned())
        });
        let changed: Vec<String> = changed.collect();
        let Affected { entries: touched, .. } = affected;
        let touched = self.settle_claims(session, touched, entries).await?;
        self.settle_dependents(session, &changed, &touched).await
    }

    async fn close(&self, session: &mut Session, abouts: &[String]) -> Result<(), RegisterError> {
        let by_kind: [(&str, &[&Table]); 5] = [
            ("source:", &[&tables::SOURCE]),
            ("entity:", &[&tables::ENTITY, &tables::NAME]),
            ("claim:", &[&tables::CLAIM, &tables::READING, &tables::PENDING, &tables::LINK]),
            ("same:", &[&tables::SAME]),
            ("coverage:", &[&tables::COVERAGE]),
        ];
        for (prefix, tables) in by_kind {
            let keys = abouts.iter().filter_map(|about| about.strip_prefix(prefix));
            let keys: Vec<String> = keys.map(str::to_owned).collect();
            for table in tables {
                table.close(session, &keys, self.rows.from).await?;
            }
        }
        Ok(())
    }

    /// Things of which the latest entry is the state.
    fn settle_plain(&mut self, about: &str, entries: &[Active]) {
        let Some(Active { seq, record }) = entries.last() else { return };
        match record {
            Record::Source(source) => self.rows.source(*seq, source),
            Record::Entity(entity) => self.rows.entity(*seq, entity),
            Record::Coverage(_) => self.rows.coverage(*seq, about),
            Record::Claim(_) | Record::Judgement(_) => {
                if let Some(same) = fold::same(entries) {
                    self.rows.same(about, &same);
                }
            }
        }
    }

    /// What claims come to is worked out on another thread while new entries are written.
    async fn settle_claims(
        &mut self,
        session: &mut Session,
        touched: ActiveEntries,
        entries: &mut EntryPages,
    ) -> Result<ActiveEntries, RegisterError> {
        let folding = spawn_blocking(move || (states(&touched), touched));
        entries.ledger.flush(session).await?;
        let (states, touched) = done(folding).await;
        let states = states?;
        let named = states.iter().flat_map(|state| &state.readings).filter_map(|read| read.entity.as_ref());
        self.kinds.load(session, named).await?;
        let (kinds, mut rows) = (std::mem::take(&mut self.kinds), self.rows.take());
        let deriving = spawn_blocking(move || {
            for state in &states {
                derive_rows(state, &kinds, &mut rows);
            }
            (kinds, rows)
        });
        entries.payload.flush(session).await?;
        (self.kinds, self.rows) = done(deriving).await;
        self.rows.flush(session).await?;
        Ok(touched)
    }

    /// Claims outside this page whose mentions were read as an entity that came, went or changed kind.
    async fn settle_dependents(
        &mut self,
        session: &mut Session,
        changed: &[String],
        touched: &ActiveEntries,
    ) -> Result<(), RegisterError> {
        let mut claims: Vec<String> = Vec::new();
        for some in changed.chunks(ENTITIES) {
            let statement = sql::for_keys(sql::DEPENDENT_CLAIMS, 2, some.len());
            for row in session.rows(statement, sql::with_keys([OPEN.into()], some)).await? {
                claims.push(format!("claim:{}", row.text(0)?));
            }
        }
        claims.sort_unstable();
        claims.dedup();
        claims.retain(|about| !touched.contains_key(about));
        for some in claims.chunks(CLAIMS) {
            self.close(session, some).await?;
            let entries = keys::active_entries(session, self.until, some).await?;
            self.settle_claims(session, entries, &mut EntryPages::default()).await?;
        }
        Ok(())
    }
}

async fn done<T>(work: JoinHandle<T>) -> T {
    match work.await {
        Ok(done) => done,
        Err(ended) => std::panic::resume_unwind(ended.into_panic()),
    }
}

/// What all touched claims come to, by id.
fn states(touched: &ActiveEntries) -> Result<Vec<ClaimState>, RegisterError> {
    let mut states = Vec::new();
    for (about, entries) in touched.iter().filter(|(about, _)| about.starts_with("claim:")) {
        let id = about::bare(about).parse().map_err(|error| unreadable(&error))?;
        states.extend(fold::claim(id, entries));
    }
    Ok(states)
}

fn derive_rows(state: &ClaimState, kinds: &Kinds, rows: &mut DerivedRows) {
    let kind_of = |id: &EntityId| kinds.of(id);
    let links = derive::links(state, kind_of);
    let waits = state.waits(&links, kind_of);
    rows.claim(state, &links, waits);
    if waits {
        rows.pending(state, &pending::items(state, kind_of));
    }
}

/// The touched entities, each with the kind it now has.
fn entities(affected: &Affected) -> Result<BTreeMap<EntityId, Option<EntityKind>>, RegisterError> {
    let entities = affected.entries.iter().filter(|(about, _)| about.starts_with("entity:"));
    let with_id = entities.map(|(about, entries)| {
        let id = about::bare(about).parse().map_err(|error| unreadable(&error))?;
        Ok((id, latest_kind(entries)))
    });
    with_id.collect()
}

fn latest_kind(entries: &[Active]) -> Option<EntityKind> {
    match entries.last() {
        Some(Active { record: Record::Entity(entity), .. }) => Some(entity.kind),
        _ => None,
    }
}
