//! A new edition of packaged records beside what a register holds of the older ones.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::about::about;
use comity_ledger::fold::{self, Active};
use comity_model::{BatchId, ClaimId, Decision, EntityId, Judge, Judgement, Record, SourceId, Standing};
use schemars::JsonSchema;
use serde::Serialize;

use crate::batch::{Batch, BatchKind};
use crate::entry;
use crate::error::RegisterError;
use crate::keys::{self, Until};
use crate::log;
use crate::register::{Register, head};
use crate::sql;
use crate::store::Session;

/// What taking in a new edition would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionPlan {
    /// What to commit, as one batch; empty where the edition is held already.
    #[serde(skip)]
    pub records: Vec<Record>,
    /// Records of which nothing is held, by kind.
    pub new: BTreeMap<&'static str, u64>,
    /// Records that are held in the words of an older edition, by kind.
    pub changed: BTreeMap<&'static str, u64>,
    pub unchanged: u64,
    /// Claims of older editions that this one has no more, and that nobody else makes: they are retracted.
    pub withdrawn: u64,
    /// Records of which somebody has since written other words, or decided otherwise: those stand.
    pub kept: u64,
    /// Sources, entities and looks of older editions that this one has no more: they stay.
    pub left: u64,
}

/// What older editions said, as far as it is in force.
#[derive(Default)]
struct OlderEditions {
    records: BTreeMap<String, Vec<Record>>,
    entries: BTreeSet<i64>,
}

/// Why a claim of an older edition is taken back, and why it counts again: a reader of the history sees it.
const GONE: &str = "the packaged records do not say so any more";
const BACK: &str = "the packaged records say so again";

/// Batches, and entries, read at a time.
const PAGE: u32 = 4096;

impl Register {
    /// What taking in `records` would do where older editions of them came in batches whose titles start with `title`.
    /// Nothing is changed. What others wrote or decided since stands.
    ///
    /// Cost: one pass over the batches, and over the entries of those editions.
    pub async fn plan_edition(
        &self,
        title: &str,
        records: Vec<Record>,
    ) -> Result<EditionPlan, RegisterError> {
        let batches = self.editions(title).await?;
        let mut session = self.store.read().await?;
        let end = head(&mut session).await?.0.seq;
        let Some(last) = log::batch_at(&mut session, end).await? else {
            return Ok(EditionPlan::first(records));
        };
        let until = Until { seq: last.last.0, batch: last.id.0 };
        let older = OlderEditions::read(&mut session, until, &batches).await?;
        let mut abouts: Vec<String> =
            records.iter().map(about).chain(older.records.keys().cloned()).collect();
        abouts.sort_unstable();
        abouts.dedup();
        let held = keys::active_entries(&mut session, until, &abouts).await?;
        Ok(older.renewed_by(records, &held))
    }

    /// Batches of a title that nobody took back.
    async fn editions(&self, title: &str) -> Result<Vec<Batch>, RegisterError> {
        let (mut editions, mut before): (_, Option<BatchId>) = (Vec::new(), None);
        loop {
            let page = self.batches(before, PAGE).await?;
            let Some(last) = page.last() else { return Ok(editions) };
            before = Some(last.id);
            editions.extend(page.into_iter().filter(|batch| is_edition(batch, title)));
        }
    }
}

fn is_edition(batch: &Batch, title: &str) -> bool {
    batch.title.starts_with(title) && batch.nature == BatchKind::Records && batch.undone_by.is_none()
}

impl OlderEditions {
    async fn read(session: &mut Session, until: Until, batches: &[Batch]) -> Result<Self, RegisterError> {
        let mut older = Self::default();
        for batch in batches {
            let mut after = batch.first.0 - 1;
            loop {
                let cells =
                    vec![batch.last.0.into(), until.batch.into(), after.into(), i64::from(PAGE).into()];
                let rows = session.rows(sql::RECORDS, cells).await?;
                let Some(last) = rows.last() else { break };
                after = last.int(0)?;
                for row in &rows {
                    let (seq, record) = (row.int(0)?, entry::record(row.int(0)?, row.text(1)?)?);
                    older.entries.insert(seq);
                    older.records.entry(about(&record)).or_default().push(record);
                }
            }
        }
        Ok(older)
    }

    /// What a new edition changes of what is held.
    fn renewed_by(&self, edition: Vec<Record>, held: &BTreeMap<String, Vec<Active>>) -> EditionPlan {
        let mut plan = EditionPlan::default();
        let entries = |about: &str| held.get(about).map_or(&[][..], Vec::as_slice);
        let abouts: BTreeSet<String> = edition.iter().map(about).collect();
        let mut known = Vec::new();
        for record in edition {
            let about = about(&record);
            let count = match self.novelty(&record, entries(&about)) {
                Novelty::New => plan.new.entry(record.kind()).or_default(),
                Novelty::Changed => plan.changed.entry(record.kind()).or_default(),
                Novelty::Known | Novelty::Kept if is_taken_back(&record, entries(&about)) => {
                    plan.records.extend(verdict(&record, Standing::Accepted, BACK));
                    plan.changed.entry(record.kind()).or_default()
                }
                Novelty::Known => {
                    plan.unchanged += 1;
                    known.push(record);
                    continue;
                }
                Novelty::Kept => {
                    plan.kept += 1;
                    continue;
                }
            };
            *count += 1;
            plan.records.push(record);
        }
        for (about, records) in self.records.iter().filter(|(about, _)| !abouts.contains(*about)) {
            self.take_back(&mut plan, records, entries(about));
        }
        plan.lean_on(known);
        plan
    }

    fn novelty(&self, record: &Record, held: &[Active]) -> Novelty {
        let is_decision = matches!(record, Record::Judgement(_));
        let rivals = || held.iter().filter(|entry| fold::is_replaced(&entry.record, record));
        match rivals().next_back() {
            None => Novelty::New,
            Some(last) if last.record == *record => Novelty::Known,
            // Decided before, and otherwise since.
            Some(_) if is_decision && rivals().any(|entry| entry.record == *record) => Novelty::Known,
            Some(last) if self.said(&about(record), &last.record) => Novelty::Changed,
            Some(_) => Novelty::Kept,
        }
    }

    fn said(&self, about: &str, record: &Record) -> bool {
        self.records.get(about).is_some_and(|said| said.contains(record))
    }

    /// Of something that the new edition does not speak of.
    fn take_back(&self, plan: &mut EditionPlan, records: &[Record], held: &[Active]) {
        let Some(claim) = records.iter().find(|record| matches!(record, Record::Claim(_))) else {
            plan.left += u64::from(records.iter().any(|record| !matches!(record, Record::Judgement(_))));
            return;
        };
        let Some(gone) = verdict(claim, Standing::Retracted, GONE) else { return };
        if held.iter().any(|entry| self.is_claim_of_others(entry)) {
            plan.kept += 1;
        } else if !fold::says_already(held, &gone) {
            plan.withdrawn += 1;
            plan.records.push(gone);
        }
    }

    /// A claim that no older edition made.
    fn is_claim_of_others(&self, entry: &Active) -> bool {
        matches!(entry.record, Record::Claim(_)) && !self.entries.contains(&entry.seq)
    }
}

/// What a record of a new edition is to what is held.
enum Novelty {
    New,
    Changed,
    Known,
    /// Somebody else has the last word.
    Kept,
}

impl EditionPlan {
    /// Of an empty register.
    fn first(records: Vec<Record>) -> Self {
        let mut plan = Self::default();
        for record in &records {
            *plan.new.entry(record.kind()).or_default() += 1;
        }
        Self { records, ..plan }
    }

    /// Says again what the claims of the batch name, so that it stands when those before it are taken back; and puts all in
    /// the order of the kinds.
    fn lean_on(&mut self, known: Vec<Record>) {
        let claims = self.records.iter().filter_map(|record| match record {
            Record::Claim(claim) => Some(claim),
            _ => None,
        });
        let mut sources: BTreeSet<SourceId> = BTreeSet::new();
        let mut entities: BTreeSet<EntityId> = BTreeSet::new();
        for claim in claims {
            sources.insert(claim.source.clone());
            entities.extend(claim.mentions().into_iter().filter_map(|(_, mention)| mention.id.clone()));
        }
        self.records.extend(known.into_iter().filter(|record| match record {
            Record::Source(source) => sources.contains(&source.id),
            Record::Entity(entity) => entities.contains(&entity.id),
            Record::Claim(_) | Record::Judgement(_) | Record::Coverage(_) => false,
        }));
        self.records.sort_by_key(|record| Record::KINDS.iter().position(|kind| *kind == record.kind()));
    }
}

/// Whether it is a claim that an edition took back, and nobody has said otherwise since.
fn is_taken_back(record: &Record, held: &[Active]) -> bool {
    verdict(record, Standing::Retracted, GONE).is_some_and(|gone| fold::says_already(held, &gone))
}

fn verdict(record: &Record, standing: Standing, why: &str) -> Option<Record> {
    let Record::Claim(claim) = record else { return None };
    let claim: ClaimId = claim.id();
    let decision = Decision::Verdict { claim, standing };
    Some(Record::Judgement(Judgement { judge: Judge::Machine, decision, why: why.into() }))
}
