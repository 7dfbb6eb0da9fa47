//! Everything held at one moment of knowing, handed over to graphs and answers.

use std::collections::BTreeMap;

use comity_ledger::agreement::{self, find, replace};
use comity_ledger::canon::{IdentityDecision, canon};
use comity_ledger::derive::Derived;
use comity_model::{
    ClaimId, Coverage, Dispute, Entity, EntityId, EntityKind, FuzzyDate, Holdings, IdentityJudgement,
    OpenMention, Record, Sameness, Seq, Slot, Source, SourceId, Statement,
};

use crate::claims;
use crate::entry::{self, parsed};
use crate::error::RegisterError;
use crate::log;
use crate::open;
use crate::register::Register;
use crate::sql;
use crate::store::{Row, Session};
use crate::terms::LinkDecoder;

impl Register {
    /// Everything known at `known`; a number beyond the end means the end.
    ///
    /// Claims whose source is not held count for nothing. Cost: one pass over what is held; all of it is in memory.
    pub async fn holdings(&self, known: Seq) -> Result<Holdings, RegisterError> {
        let mut session = self.store.read().await?;
        let Some(batch) = log::batch_at(&mut session, known).await? else { return Ok(Holdings::default()) };
        SnapshotReader { session, known: batch.last.0 }.holdings().await
    }
}

impl Register {
    /// Every decision about two entities that stands, in the order in which they were taken: merges, and what
    /// was told apart.
    pub async fn samenesses(&self, known: Seq) -> Result<Vec<(EntityId, EntityId, Sameness)>, RegisterError> {
        let session = self.store.read().await?;
        SnapshotReader { session, known: known.0 }.samenesses().await
    }
}

/// Waiting claims looked at in one statement.
const PAGE: i64 = 4096;

struct SnapshotReader {
    session: Session,
    known: i64,
}

impl SnapshotReader {
    async fn holdings(mut self) -> Result<Holdings, RegisterError> {
        let sources = self.sources().await?;
        let entities = self.entities().await?;
        let canon = self.canon(&entities).await?;
        let mut links = self.links(&sources).await?;
        agreement::rename(&mut links, &canon);
        Ok(Holdings {
            known: Seq(self.known),
            head: self.head().await?,
            statements: self.statements(&sources, &canon).await?,
            coverage: self.coverage(&canon).await?,
            disputes: self.disputes(&sources).await?,
            told: self.told().await?,
            waiting: self.waiting(&sources).await?,
            open: self.open(&entities, &canon).await?,
            imported: self.imported(&sources).await?,
            entities: agreement::entities(entities, &links, &canon),
            links: links.into_iter().map(|derived| derived.link).collect(),
            sources: sources.into_values().collect(),
            canon,
        })
    }

    async fn head(&mut self) -> Result<String, RegisterError> {
        let rows = self.session.rows(sql::HASH_AT, vec![self.known.into()]).await?;
        let hash = rows.first().map(|row| row.text(0).map(str::to_owned)).transpose()?;
        Ok(hash.unwrap_or_default())
    }

    async fn sources(&mut self) -> Result<BTreeMap<SourceId, Source>, RegisterError> {
        let mut sources = BTreeMap::new();
        self.records(sql::SOURCES, |record| {
            if let Record::Source(source) = record {
                sources.insert(source.id.clone(), source);
            }
        })
        .await?;
        Ok(sources)
    }

    /// The day on which each source was taken in that says no day of its own.
    async fn imported(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
    ) -> Result<BTreeMap<SourceId, FuzzyDate>, RegisterError> {
        let mut imported = BTreeMap::new();
        for row in self.session.rows(sql::SOURCE_IMPORTS, vec![self.known.into()]).await? {
            let id: SourceId = parsed(&row, 0)?;
            let is_timeless =
                sources.get(&id).is_some_and(|source| source.date.is_none() && source.seen.is_none());
            let day = row.text(1)?.split('T').next().and_then(|day| day.parse().ok());
            if let Some(day) = day.filter(|_| is_timeless) {
                imported.insert(id, day);
            }
        }
        Ok(imported)
    }

    async fn entities(&mut self) -> Result<Vec<Entity>, RegisterError> {
        let mut entities = Vec::new();
        self.records(sql::ENTITIES, |record| {
            if let Record::Entity(entity) = record {
                entities.push(entity);
            }
        })
        .await?;
        Ok(entities)
    }

    async fn coverage(
        &mut self,
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<Coverage>, RegisterError> {
        let mut all = Vec::new();
        self.records(sql::COVERAGE, |record| {
            if let Record::Coverage(mut coverage) = record {
                let ends = [&mut coverage.subject, &mut coverage.object];
                ends.into_iter().flatten().for_each(|end| replace(end, canon));
                all.push(coverage);
            }
        })
        .await?;
        Ok(all)
    }

    /// Hands over the records of rows `seq, body`.
    async fn records(
        &mut self,
        statement: &'static str,
        mut take: impl FnMut(Record),
    ) -> Result<(), RegisterError> {
        let read = |row: Row| entry::record(row.int(0)?, row.text(1)?).map(&mut take);
        self.session.each(statement, vec![self.known.into()], read).await
    }

    async fn canon(&mut self, entities: &[Entity]) -> Result<BTreeMap<EntityId, EntityId>, RegisterError> {
        let decisions = self.samenesses().await?;
        Ok(canon_of(&decisions, |id| find(entities, id).map(|entity| entity.kind)))
    }

    async fn samenesses(&mut self) -> Result<Vec<(EntityId, EntityId, Sameness)>, RegisterError> {
        let rows = self.session.rows(sql::SAMES, vec![self.known.into()]).await?;
        rows.iter().map(|row| Ok((parsed(row, 0)?, parsed(row, 1)?, parsed(row, 2)?))).collect()
    }

    /// By claim and part.
    async fn links(&mut self, sources: &BTreeMap<SourceId, Source>) -> Result<Vec<Derived>, RegisterError> {
        let mut links = Vec::new();
        let mut decoder = LinkDecoder::default();
        self.session
            .each(sql::LINKS, vec![self.known.into()], |row: Row| {
                for mut derived in decoder.links(&row)? {
                    if let Some(source) = sources.get(&derived.link.source) {
                        derived.date(source);
                        links.push(derived);
                    }
                }
                Ok(())
            })
            .await?;
        Ok(links)
    }

    /// With the entities that their mentions were read as.
    async fn statements(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<Statement>, RegisterError> {
        let mut read: BTreeMap<(ClaimId, Slot), EntityId> = BTreeMap::new();
        for row in self.session.rows(sql::STATEMENT_READINGS, vec![self.known.into()]).await? {
            read.insert((parsed(&row, 0)?, parsed(&row, 1)?), parsed(&row, 2)?);
        }
        let mut statements = Vec::new();
        for row in self.session.rows(sql::STATEMENTS, vec![self.known.into()]).await? {
            let (id, standing) = (parsed(&row, 0)?, parsed(&row, 1)?);
            let Record::Claim(mut claim) = entry::record(row.int(2)?, row.text(3)?)? else { continue };
            for (slot, mention) in claim.mentions_mut() {
                mention.id = read.remove(&(id, slot));
                mention.id.iter_mut().for_each(|end| replace(end, canon));
            }
            if sources.contains_key(&claim.source) {
                statements.push(Statement { id, claim, standing });
            }
        }
        Ok(statements)
    }

    async fn disputes(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
    ) -> Result<Vec<Dispute>, RegisterError> {
        let mut disputes = Vec::new();
        for row in self.session.rows(sql::DISPUTES, vec![self.known.into()]).await? {
            let why = match entry::record(row.int(3)?, row.text(4)?)? {
                Record::Judgement(judgement) => judgement.why,
                Record::Claim(claim) => claim.caveat,
                Record::Source(_) | Record::Entity(_) | Record::Coverage(_) => continue,
            };
            if sources.contains_key(&parsed::<SourceId>(&row, 1)?) {
                let (claim, by) = (parsed(&row, 0)?, row.text(2)?.to_owned());
                disputes.push(Dispute { claim, by, why: why.to_string() });
            }
        }
        Ok(disputes)
    }

    async fn told(&mut self) -> Result<Vec<IdentityJudgement>, RegisterError> {
        let mut told = Vec::new();
        for row in self.session.rows(sql::TOLD, vec![self.known.into()]).await? {
            let Record::Judgement(judgement) = entry::record(row.int(4)?, row.text(5)?)? else { continue };
            told.push(IdentityJudgement {
                a: parsed(&row, 0)?,
                b: parsed(&row, 1)?,
                sameness: parsed(&row, 2)?,
                by: row.text(3)?.to_owned(),
                why: judgement.why.to_string(),
            });
        }
        told.sort_unstable();
        Ok(told)
    }

    async fn waiting(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
    ) -> Result<BTreeMap<SourceId, u64>, RegisterError> {
        let mut waiting = BTreeMap::new();
        for row in self.session.rows(sql::COUNT_WAITING, vec![self.known.into()]).await? {
            let source = parsed(&row, 0)?;
            if sources.contains_key(&source) {
                waiting.insert(source, row.int(1)?.unsigned_abs());
            }
        }
        Ok(waiting)
    }

    /// By claim and slot.
    async fn open(
        &mut self,
        entities: &[Entity],
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<OpenMention>, RegisterError> {
        let (mut open, mut after) = (Vec::new(), 0);
        loop {
            let cells = vec!["".into(), self.known.into(), after.into(), PAGE.into()];
            let rows = self.session.rows(sql::CLAIMS_WAITING, cells).await?;
            let waiting = claims::held(&mut self.session, Seq(self.known), &rows).await?;
            let Some(last) = waiting.last() else { break };
            after = last.entry.0;
            let holds = |id: &EntityId| find(entities, id).is_some();
            open.extend(waiting.iter().flat_map(|held| open::mentions(held, holds)));
        }
        open.iter_mut().flat_map(|mention| &mut mention.others).for_each(|other| replace(other, canon));
        open.sort_unstable_by_key(|mention| (mention.claim, mention.slot));
        Ok(open)
    }
}

/// What merged entities became, `kind` being that of an entity's record.
pub(crate) fn canon_of(
    decisions: &[IdentityDecision],
    kind: impl Fn(&EntityId) -> Option<EntityKind>,
) -> BTreeMap<EntityId, EntityId> {
    // An agreement known by its parties alone has no record: its id says what it is.
    let derived = |id: &EntityId| id.as_str().starts_with("ag-").then_some(EntityKind::Agreement);
    let kind = |id: &EntityId| kind(id).or_else(|| derived(id));
    let mergeable = |a: &EntityId, b: &EntityId| kind(a).is_some() && kind(a) == kind(b);
    canon(decisions, mergeable)
}
