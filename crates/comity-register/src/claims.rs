//! Claims one by one: a claim's file, the claims of a source, and the queue of those that wait for a person.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::about;
use comity_ledger::fold;
use comity_model::{ClaimId, Record, Seq, Source, SourceId};

use crate::entry::{self, unreadable};
use crate::error::RegisterError;
use crate::held::{ClaimDossier, HeldClaim};
use crate::keys::{self, Until};
use crate::log;
use crate::register::Register;
use crate::sql;
use crate::store::{Cell, Row, Session};

impl Register {
    /// A claim as it stood at `known`, with its source and its whole history. `None`: nobody claimed it then.
    pub async fn claim(&self, id: ClaimId, known: Seq) -> Result<Option<ClaimDossier>, RegisterError> {
        let mut session = self.store.read().await?;
        let cells = vec![known.0.into(), id.to_string().into()];
        let rows = session.rows(sql::CLAIM, cells).await?;
        let Some(held) = held(&mut session, known, &rows).await?.pop() else { return Ok(None) };
        let source = source(&mut session, &held.claim.source, known).await?;
        let history = log::entries_about(&mut session, &about::claim(id)).await?;
        Ok(Some(ClaimDossier { held, source, history }))
    }

    /// The source as it stood at `known`.
    pub async fn source(&self, id: &SourceId, known: Seq) -> Result<Option<Source>, RegisterError> {
        let mut session = self.store.read().await?;
        source(&mut session, id, known).await
    }

    /// Claims of one source in the order in which they were recorded, after entry `after`.
    pub async fn claims_of_source(
        &self,
        source: &SourceId,
        known: Seq,
        after: Seq,
        limit: u32,
    ) -> Result<Vec<HeldClaim>, RegisterError> {
        self.page(sql::CLAIMS_OF_SOURCE, source.as_str(), known, after, limit).await
    }

    /// Those of these claims that are on file and of which was said or decided something last, newest first.
    pub async fn newest_claims(
        &self,
        ids: &BTreeSet<ClaimId>,
        known: Seq,
        limit: usize,
    ) -> Result<Vec<ClaimDossier>, RegisterError> {
        let keys: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let mut newest: Vec<(i64, ClaimId)> = Vec::new();
        let mut session = self.store.read().await?;
        let Some(batch) = log::batch_at(&mut session, known).await? else { return Ok(Vec::new()) };
        for some in keys.chunks(keys::CHUNK_ROWS) {
            let statement = sql::for_keys(sql::ENTRIES_OF_CLAIMS, 3, some.len());
            let cells = sql::with_keys([known.0.into(), batch.id.0.into()], some);
            for row in session.rows(statement, cells).await? {
                newest.push((row.int(1)?, entry::parsed(&row, 0)?));
            }
        }
        drop(session);
        newest.sort_unstable_by(|a, b| b.cmp(a));
        let mut claims = Vec::new();
        for (_, id) in newest.into_iter().take(limit) {
            claims.extend(self.claim(id, known).await?);
        }
        Ok(claims)
    }

    /// The queue: claims that a person should look at, in the order in which they were recorded.
    ///
    /// An end is open, unknown or of the wrong kind, or the claim is only proposed.
    pub async fn waiting(
        &self,
        known: Seq,
        source: Option<&SourceId>,
        after: Seq,
        limit: u32,
    ) -> Result<Vec<HeldClaim>, RegisterError> {
        let source = source.map_or("", SourceId::as_str);
        self.page(sql::CLAIMS_WAITING, source, known, after, limit).await
    }

    async fn page(
        &self,
        statement: &'static str,
        source: &str,
        known: Seq,
        after: Seq,
        limit: u32,
    ) -> Result<Vec<HeldClaim>, RegisterError> {
        let mut session = self.store.read().await?;
        let cells = vec![source.into(), known.0.into(), after.0.into(), i64::from(limit).into()];
        let rows = session.rows(statement, cells).await?;
        held(&mut session, known, &rows).await
    }
}

/// Folds the claims of some rows `id, entry, waiting`, each once, keeping their order.
pub(crate) async fn held(
    session: &mut Session,
    known: Seq,
    rows: &[Row],
) -> Result<Vec<HeldClaim>, RegisterError> {
    let mut waiting: BTreeMap<String, bool> = BTreeMap::new();
    let mut abouts = Vec::new();
    for row in rows {
        let about = format!("claim:{}", row.text(0)?);
        if waiting.insert(about.clone(), row.int(2)? == 1).is_none() {
            abouts.push(about);
        }
    }
    let Some(batch) = log::batch_at(session, known).await? else { return Ok(Vec::new()) };
    let until = Until { seq: batch.last.0, batch: batch.id.0 };
    let mut entries = keys::active_entries(session, until, &abouts).await?;
    let mut claims = Vec::new();
    for about in abouts {
        let id = about::bare(&about).parse().map_err(|error| unreadable(&error))?;
        let state = fold::claim(id, &entries.remove(&about).unwrap_or_default());
        claims.extend(state.map(|state| HeldClaim::new(state, waiting.get(&about) == Some(&true))));
    }
    Ok(claims)
}

pub(crate) async fn source(
    session: &mut Session,
    id: &SourceId,
    known: Seq,
) -> Result<Option<Source>, RegisterError> {
    let cells: Vec<Cell> = vec![known.0.into(), id.as_str().into()];
    let rows = session.rows(sql::SOURCE, cells).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    match entry::record(row.int(0)?, row.text(1)?)? {
        Record::Source(source) => Ok(Some(source)),
        _ => Ok(None),
    }
}
