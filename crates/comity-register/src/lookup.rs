//! What is on file about a few things, found by their ids and names: an import asks for no more than its rows need.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::agreement::replace;
use comity_model::{ClaimId, Entity, EntityId, EntityKind, Record, Seq, Source, SourceId};

use crate::claims;
use crate::entry::{self, parsed};
use crate::error::RegisterError;
use crate::keys::CHUNK_ROWS;
use crate::merges::canon;
use crate::name;
use crate::open;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

/// One state of the register, asked about a few things at a time; it answers as `Holdings` would.
pub struct Lookup {
    register: Register,
    known: Seq,
    /// Merged entity → the one it became.
    canon: BTreeMap<EntityId, EntityId>,
    /// Agreements that only links speak of, once one was asked for.
    agreements: Option<BTreeMap<EntityId, Entity>>,
}

impl Register {
    /// What is known at `known`, the end of a batch, to be looked up. Cost: one pass over the merges.
    pub async fn lookup(&self, known: Seq) -> Result<Lookup, RegisterError> {
        let canon = canon(&mut self.store.read().await?, known).await?;
        Ok(Lookup { register: self.clone(), known, canon, agreements: None })
    }
}

impl Lookup {
    pub async fn source(&self, id: &SourceId) -> Result<Option<Source>, RegisterError> {
        self.register.source(id, self.known).await
    }

    /// Those of these entities that are on file and were not merged into another.
    ///
    /// Cost: a look by each id; one pass over all links when the first agreement without a record is asked for, whose
    /// id does not say who made it.
    pub async fn entities<'i>(
        &mut self,
        ids: impl IntoIterator<Item = &'i EntityId>,
    ) -> Result<BTreeMap<EntityId, Entity>, RegisterError> {
        let ids: BTreeSet<&EntityId> = ids.into_iter().filter(|id| !self.canon.contains_key(*id)).collect();
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut session = self.register.store.read().await?;
        let mut found = entities(&mut session, self.known, ids.iter().copied()).await?;
        drop(session);
        found
            .values_mut()
            .flat_map(|entity| &mut entity.within)
            .for_each(|polity| replace(polity, &self.canon));
        let unrecorded = ids.into_iter().filter(|id| id.as_str().starts_with("ag-"));
        for id in unrecorded.filter(|id| !found.contains_key(*id)).collect::<Vec<_>>() {
            let agreement = self.agreements().await?.get(id);
            found.extend(agreement.map(|agreement| (id.clone(), agreement.clone())));
        }
        Ok(found)
    }

    async fn agreements(&mut self) -> Result<&BTreeMap<EntityId, Entity>, RegisterError> {
        if self.agreements.is_none() {
            let holdings = self.register.holdings(self.known).await?;
            let agreements = holdings.entities.into_iter();
            let agreements = agreements.filter(|entity| entity.kind == EntityKind::Agreement);
            self.agreements = Some(agreements.map(|entity| (entity.id.clone(), entity)).collect());
        }
        Ok(self.agreements.get_or_insert_default())
    }

    /// Whoever bears one of these names and perhaps more, places of GeoNames aside: those are found in the gazetteer.
    pub async fn bearers<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<BTreeMap<EntityId, Entity>, RegisterError> {
        let names: BTreeSet<String> = names.into_iter().map(name::folded).collect();
        let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let mut ids: BTreeSet<EntityId> = BTreeSet::new();
        let mut session = self.register.store.read().await?;
        for some in names.chunks(CHUNK_ROWS) {
            let statement = sql::for_keys(sql::BEARERS, 2, some.len());
            for row in session.rows(statement, sql::with_keys([self.known.0.into()], some)).await? {
                ids.insert(parsed(&row, 0)?);
            }
        }
        drop(session);
        ids.retain(|id| id.as_geonames().is_none());
        self.entities(&ids).await
    }

    /// Those of these claims of which somebody looked at an end and left it open.
    pub async fn left_open(&self, claims: &[ClaimId]) -> Result<BTreeSet<ClaimId>, RegisterError> {
        let mut session = self.register.store.read().await?;
        let mut left_open = BTreeSet::new();
        for some in claims.chunks(CHUNK_ROWS) {
            let keys: Vec<String> = some.iter().map(ToString::to_string).collect();
            let statement = sql::for_keys(sql::CLAIMS_WAITING_OF, 2, keys.len());
            let rows = session.rows(statement, sql::with_keys([self.known.0.into()], &keys)).await?;
            let waiting = claims::held(&mut session, self.known, &rows).await?;
            let readings = waiting.iter().flat_map(|held| &held.readings);
            let named = readings.filter_map(|reading| reading.entity.as_ref());
            let entities = entities(&mut session, self.known, named).await?;
            let holds = |id: &EntityId| entities.contains_key(id);
            let open = waiting.iter().filter(|held| !open::mentions(held, holds).is_empty());
            left_open.extend(open.map(|held| held.id));
        }
        Ok(left_open)
    }
}

/// The records of these entities, merged ones too.
pub(crate) async fn entities<'i>(
    session: &mut Session,
    known: Seq,
    ids: impl IntoIterator<Item = &'i EntityId>,
) -> Result<BTreeMap<EntityId, Entity>, RegisterError> {
    let keys: BTreeSet<&str> = ids.into_iter().map(EntityId::as_str).collect();
    let keys: Vec<&str> = keys.into_iter().collect();
    let mut entities = BTreeMap::new();
    for some in keys.chunks(CHUNK_ROWS) {
        let statement = sql::for_keys(sql::ENTITIES_BY_ID, 2, some.len());
        for row in session.rows(statement, sql::with_keys([known.0.into()], some)).await? {
            if let Record::Entity(entity) = entry::record(row.int(0)?, row.text(1)?)? {
                entities.insert(entity.id.clone(), entity);
            }
        }
    }
    Ok(entities)
}
