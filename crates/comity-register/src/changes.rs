//! What the ledger gained between two moments: which claims and entities have to be read again.

use std::collections::BTreeSet;

use comity_model::{Changes, Seq, SourceId};

use crate::batch::Batch;
use crate::claims;
use crate::entry::unreadable;
use crate::error::RegisterError;
use crate::keys::{claims_by, claims_read_as};
use crate::log;
use crate::lookup;
use crate::merges::canon;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

impl Register {
    /// What may be held otherwise at `known` than at `since`, both ends of batches. `None`: the ledger had another hash than
    /// `head` there, or more than `most` things were spoken of in between or have to be read. A take-down changes the past itself: it is not
    /// looked for.
    ///
    /// Cost: a look for each thing that entries in between, or of batches taken back in between, speak of.
    pub async fn changes(
        &self,
        (since, head): (Seq, &str),
        known: Seq,
        most: usize,
    ) -> Result<Option<Changes>, RegisterError> {
        let mut session = self.store.read().await?;
        let before = log::batch_at(&mut session, since).await?;
        let after = log::batch_at(&mut session, known).await?;
        let is_end = |batch: &Batch| batch.last == since;
        if log::hash_at(&mut session, since).await? != head {
            return Ok(None);
        }
        let (Some(before), Some(after)) = (before.filter(is_end), after) else { return Ok(None) };
        let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
        let cells = [since.0, known.0, before.id.0, after.id.0, limit];
        let rows = session.rows(sql::CHANGED_ABOUTS, cells.map(Into::into).to_vec()).await?;
        if rows.len() > most {
            return Ok(None);
        }
        let mut touched = Touched::default();
        for row in rows {
            touched.add(row.text(0)?)?;
        }
        let changes = touched.changes(&mut session, [since, known]).await?;
        Ok(Some(changes).filter(|changes| changes.size() <= most))
    }
}

/// What entries speak of.
#[derive(Default)]
struct Touched {
    changes: Changes,
    sources: BTreeSet<SourceId>,
}

impl Touched {
    fn add(&mut self, about: &str) -> Result<(), RegisterError> {
        let Some((what, id)) = about.split_once(':') else { return Ok(()) };
        match what {
            "claim" => drop(self.changes.claims.insert(read(id)?)),
            "entity" => drop(self.changes.entities.insert(read(id)?)),
            "source" => drop(self.sources.insert(read(id)?)),
            // Merges and coverage are read whole; names of batches and of authors are in no holdings.
            _ => {}
        }
        Ok(())
    }

    /// A batch repeats the sources and entities it needs: those that are as they were change nothing.
    async fn changes(self, session: &mut Session, moments: [Seq; 2]) -> Result<Changes, RegisterError> {
        let Self { mut changes, sources } = self;
        let ids = std::mem::take(&mut changes.entities);
        let [before, after] = moments;
        changes.since = before;
        let old = lookup::entities(session, before, &ids).await?;
        let new = lookup::entities(session, after, &ids).await?;
        for id in ids {
            let states = [old.get(&id), new.get(&id)];
            if states[0] == states[1] {
                continue;
            }
            let [was, is] = states.map(|state| state.map(|entity| (&entity.name, entity.kind)));
            if was != is {
                changes.renamed.insert(id.clone());
            }
            changes.entities.insert(id);
        }
        let [old, new] = [canon(session, before).await?, canon(session, after).await?];
        let merged = old.keys().chain(new.keys()).filter(|id| old.get(*id) != new.get(*id));
        changes.renamed.extend(merged.cloned());
        changes.entities.extend(changes.renamed.iter().cloned());
        changes.claims.extend(claims_read_as(session, &changes.renamed).await?);
        let others = other_sources(session, moments, &sources).await?;
        changes.claims.extend(claims_by(session, sql::CLAIMS_OF_SOURCES, &others).await?);
        Ok(changes)
    }
}

/// Those of these sources that are not what they were.
async fn other_sources<'s>(
    session: &mut Session,
    moments: [Seq; 2],
    sources: &'s BTreeSet<SourceId>,
) -> Result<Vec<&'s str>, RegisterError> {
    let mut others = Vec::new();
    for id in sources {
        let was = claims::source(session, id, moments[0]).await?;
        if was != claims::source(session, id, moments[1]).await? {
            others.push(id.as_str());
        }
    }
    Ok(others)
}

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(id: &str) -> Result<T, RegisterError> {
    id.parse().map_err(|error| unreadable(&error))
}
