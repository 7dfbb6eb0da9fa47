//! Everything held at one moment of knowing, handed over to graphs and answers.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::agreement::{self, find, replace};
use comity_ledger::derive::Derived;
use comity_model::{
    Changes, ClaimId, Coverage, Dispute, Entity, EntityId, FuzzyDate, Holdings, IdentityJudgement,
    OpenMention, Record, Seq, Slot, Source, SourceId, Statement,
};

use crate::claims;
use crate::entry::{self, parsed};
use crate::error::RegisterError;
use crate::keys::claims_read_as;
use crate::log;
use crate::lookup;
use crate::merges::{canon, is_derived};
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
        let mut reader = SnapshotReader { session, known: batch.last, claims: None };
        let sources = reader.sources().await?;
        let canon = canon(&mut reader.session, reader.known).await?;
        let links = reader.links(&sources, &canon).await?;
        let entities = reader.entities().await?;
        reader.holdings(Pieces { sources, canon, links, entities }).await
    }

    /// What of the holdings at `known`, the end of a batch, belongs to changed claims and entities, and all lists that are
    /// short in any register. What else is read, because an agreement is named by all who speak of it, is added to
    /// `changes`, as is how many of these claims waited before; `claims_at` are the claims of before about agreements. `None`: all
    /// that is more than `most` claims and entities.
    ///
    /// Cost: a look for each, and one pass over sources, merges and coverage.
    pub async fn holdings_of(
        &self,
        known: Seq,
        changes: &mut Changes,
        most: usize,
        claims_at: impl Fn(&BTreeSet<EntityId>) -> BTreeSet<ClaimId>,
    ) -> Result<Option<Holdings>, RegisterError> {
        let session = self.store.read().await?;
        let mut reader = SnapshotReader { session, known, claims: Some(keys_of(&changes.claims)) };
        let sources = reader.sources().await?;
        let canon = canon(&mut reader.session, known).await?;
        let links = reader.links(&sources, &canon).await?;
        let agreed = links.iter().filter(|derived| derived.instrument.is_some());
        let mut agreements: BTreeSet<EntityId> = agreed.map(|derived| derived.link.object.clone()).collect();
        agreements.extend(changes.entities.iter().filter(|id| is_derived(id)).cloned());
        changes.claims.extend(claims_at(&agreements));
        changes.claims.extend(claims_read_as(&mut reader.session, &agreements).await?);
        changes.entities.append(&mut agreements);
        if changes.size() > most {
            return Ok(None);
        }
        reader.claims = Some(keys_of(&changes.claims));
        reader.known = changes.since;
        changes.waited = reader.waiting().await?;
        reader.known = known;
        let links = reader.links(&sources, &canon).await?;
        let ends = links.iter().flat_map(|derived| [&derived.link.subject, &derived.link.object]);
        let mut ids: BTreeSet<EntityId> = ends.chain(&changes.entities).cloned().collect();
        ids.extend(reader.entities_read().await?);
        let entities = lookup::entities(&mut reader.session, known, &ids).await?.into_values().collect();
        reader.holdings(Pieces { sources, canon, links, entities }).await.map(Some)
    }
}

/// Waiting claims looked at in one statement.
const PAGE: i64 = 4096;
/// Claims asked for in one statement at most.
const CHUNK_ROWS: usize = 256;

struct SnapshotReader {
    session: Session,
    known: Seq,
    /// The ids of those to be read, in order; `None`: all.
    claims: Option<Vec<String>>,
}

/// What the rest is read by.
struct Pieces {
    sources: BTreeMap<SourceId, Source>,
    canon: BTreeMap<EntityId, EntityId>,
    links: Vec<Derived>,
    /// As they are on record, merged ones too, by id.
    entities: Vec<Entity>,
}

impl SnapshotReader {
    async fn holdings(mut self, pieces: Pieces) -> Result<Holdings, RegisterError> {
        let Pieces { sources, canon, links, entities } = pieces;
        let mut waiting = self.waiting().await?;
        waiting.retain(|source, _| sources.contains_key(source));
        Ok(Holdings {
            known: self.known,
            head: log::hash_at(&mut self.session, self.known).await?,
            statements: self.statements(&sources, &canon).await?,
            coverage: self.coverage(&canon).await?,
            disputes: self.disputes(&sources).await?,
            told: self.told().await?,
            waiting,
            open: self.open(&entities, &canon).await?,
            imported: self.imported(&sources).await?,
            entities: agreement::entities(entities, &links, &canon),
            links: links.into_iter().map(|derived| derived.link).collect(),
            sources: sources.into_values().collect(),
            canon,
        })
    }

    /// The rows of a statement, or those of the claims to be read.
    async fn each(
        &mut self,
        statement: &'static str,
        mut take: impl FnMut(Row) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        let known = self.known.0;
        let Some(claims) = &self.claims else {
            return self.session.each(statement, vec![known.into()], take).await;
        };
        for some in claims.chunks(CHUNK_ROWS) {
            let cells = sql::with_keys([known.into()], some);
            self.session.each(sql::of_these(statement, 2, some.len()), cells, &mut take).await?;
        }
        Ok(())
    }

    async fn rows(&mut self, statement: &'static str) -> Result<Vec<Row>, RegisterError> {
        let mut rows = Vec::new();
        self.each(statement, |row| {
            rows.push(row);
            Ok(())
        })
        .await?;
        Ok(rows)
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
        for row in self.session.rows(sql::SOURCE_IMPORTS, vec![self.known.0.into()]).await? {
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
        self.session.each(statement, vec![self.known.0.into()], read).await
    }

    /// By claim and part, with the ends that they have after all merges.
    async fn links(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<Derived>, RegisterError> {
        let mut links = Vec::new();
        let mut decoder = LinkDecoder::default();
        self.each(sql::LINKS, |row: Row| {
            for mut derived in decoder.links(&row)? {
                if let Some(source) = sources.get(&derived.link.source) {
                    derived.date(source);
                    links.push(derived);
                }
            }
            Ok(())
        })
        .await?;
        agreement::rename(&mut links, canon);
        Ok(links)
    }

    /// What the mentions of the claims to be read are read as.
    async fn entities_read(&mut self) -> Result<BTreeSet<EntityId>, RegisterError> {
        let mut read = BTreeSet::new();
        for some in self.claims.iter().flat_map(|claims| claims.chunks(CHUNK_ROWS)) {
            let statement = sql::for_keys(sql::ENTITIES_READ, 2, some.len());
            for row in self.session.rows(statement, sql::with_keys([self.known.0.into()], some)).await? {
                read.insert(parsed(&row, 0)?);
            }
        }
        Ok(read)
    }

    /// With the entities that their mentions were read as.
    async fn statements(
        &mut self,
        sources: &BTreeMap<SourceId, Source>,
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<Statement>, RegisterError> {
        let mut read: BTreeMap<(ClaimId, Slot), EntityId> = BTreeMap::new();
        for row in self.rows(sql::STATEMENT_READINGS).await? {
            read.insert((parsed(&row, 0)?, parsed(&row, 1)?), parsed(&row, 2)?);
        }
        let mut statements = Vec::new();
        for row in self.rows(sql::STATEMENTS).await? {
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
        for row in self.rows(sql::DISPUTES).await? {
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
        for row in self.session.rows(sql::TOLD, vec![self.known.0.into()]).await? {
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

    async fn waiting(&mut self) -> Result<BTreeMap<SourceId, u64>, RegisterError> {
        let mut waiting = BTreeMap::new();
        for row in self.rows(sql::COUNT_WAITING).await? {
            *waiting.entry(parsed(&row, 0)?).or_default() += row.int(1)?.unsigned_abs();
        }
        Ok(waiting)
    }

    /// By claim and slot.
    async fn open(
        &mut self,
        entities: &[Entity],
        canon: &BTreeMap<EntityId, EntityId>,
    ) -> Result<Vec<OpenMention>, RegisterError> {
        let holds = |id: &EntityId| find(entities, id).is_some();
        let (mut open, mut after) = (Vec::new(), 0);
        loop {
            let rows = self.waiting_after(after).await?;
            let waiting = claims::held(&mut self.session, self.known, &rows).await?;
            open.extend(waiting.iter().flat_map(|held| open::mentions(held, holds)));
            after = waiting.last().map_or(i64::MAX, |last| last.entry.0);
            if waiting.is_empty() || self.claims.is_some() {
                break;
            }
        }
        open.iter_mut().flat_map(|mention| &mut mention.others).for_each(|other| replace(other, canon));
        open.sort_unstable_by_key(|mention| (mention.claim, mention.slot));
        Ok(open)
    }

    /// The next claims that wait, or all of those to be read.
    async fn waiting_after(&mut self, after: i64) -> Result<Vec<Row>, RegisterError> {
        let known = self.known.0;
        let Some(claims) = &self.claims else {
            let cells = vec!["".into(), known.into(), after.into(), PAGE.into()];
            return self.session.rows(sql::CLAIMS_WAITING, cells).await;
        };
        let mut rows = Vec::new();
        for some in claims.chunks(CHUNK_ROWS) {
            let statement = sql::for_keys(sql::CLAIMS_WAITING_OF, 2, some.len());
            rows.extend(self.session.rows(statement, sql::with_keys([known.into()], some)).await?);
        }
        Ok(rows)
    }
}

fn keys_of(claims: &BTreeSet<ClaimId>) -> Vec<String> {
    claims.iter().map(ToString::to_string).collect()
}
