//! What is public of a take-down, and how it is done again where a copy brought back what it took.

use std::collections::{BTreeMap, BTreeSet};

use comity_ledger::chain::Payload;
use comity_model::{BatchId, Seq};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::plan::{ErasurePlan, Fate};
use super::{TITLE, Tags, write};
use crate::batch::BatchKind;
use crate::batch_writer::{BatchWriter, Signature};
use crate::error::RegisterError;
use crate::note::{Erased, Note};
use crate::register::Register;
use crate::salt::Salts;
use crate::sql;
use crate::store::{Row, Session};
use crate::timestamp::Timestamp;

/// A take-down as everybody may see it: when, of what kind of thing, why, and of how many entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakeDown {
    /// The batch that did it.
    pub batch: BatchId,
    pub at: Timestamp,
    /// Person, network …; claim, author or words.
    pub what: String,
    pub why: String,
    /// Entries whose words went.
    pub gone: u64,
    /// Entries out of whose words a name was cut.
    pub cut: u64,
    /// The entries, so that a copy made before can be told to take them down too.
    pub entries: Vec<TakenEntry>,
}

/// One entry, by its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakenEntry {
    pub hash: String,
    /// What stands in its place, where only a name was cut out of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Stated>,
}

/// The payload of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "TakenPayload")]
pub struct Stated {
    pub salt: String,
    pub about: String,
    pub body: String,
}

/// What doing take-downs again came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Replayed {
    pub take_downs: u64,
    /// Entries that were here, and are taken down now.
    pub entries: u64,
    /// Entries that this register never had.
    pub unknown: u64,
}

impl Register {
    /// Every take-down, newest first.
    pub async fn take_downs(&self) -> Result<Vec<TakeDown>, RegisterError> {
        let mut session = self.store.read().await?;
        let mut take_downs = Vec::new();
        for noted in notes(&mut session).await? {
            take_downs.push(take_down(&mut session, noted).await?);
        }
        take_downs.reverse();
        Ok(take_downs)
    }

    /// The take-down that took away what is spoken of as `entity:…`, `claim:…` or `source:…`.
    ///
    /// What is gone leaves no name: by chance, one thing in thousands that never was fits too.
    pub async fn taken_down(&self, about: &str) -> Result<Option<TakeDown>, RegisterError> {
        let mut session = self.store.read().await?;
        let all = notes(&mut session).await?;
        match all.into_iter().rev().find(|noted| noted.note.tags.fit(about)) {
            Some(noted) => take_down(&mut session, noted).await.map(Some),
            None => Ok(None),
        }
    }

    /// Does take-downs of another copy of this register again, each as a batch of its own; those that were done
    /// here add nothing.
    pub async fn replay(
        &self,
        take_downs: &[TakeDown],
        by: &str,
        at: &Timestamp,
    ) -> Result<Replayed, RegisterError> {
        let mut replayed = Replayed::default();
        let mut ordered: Vec<&TakeDown> = take_downs.iter().collect();
        ordered.sort_by_key(|take_down| take_down.batch);
        for take_down in ordered {
            let signature = Signature { by, at };
            let mut batch_writer =
                BatchWriter::open(&self.store, TITLE, signature, BatchKind::Erasure).await?;
            let session = &mut batch_writer.session;
            let places = places(session, take_down).await?;
            replayed.unknown += (take_down.entries.len() - places.len()) as u64;
            let (taking, abouts) = Taking::again(session, take_down, &places).await?;
            if taking.entries.is_empty() {
                continue;
            }
            replayed.take_downs += 1;
            replayed.entries += taking.entries.len() as u64;
            let TakeDown { why, what, at, .. } = take_down.clone();
            let note = Note { erased: taking.noted(), why, what, at: Some(at), tags: Tags::of(&abouts)? };
            write(batch_writer, &note, taking).await?;
        }
        if replayed.entries > 0 {
            let forgotten = self.forget_snapshot().await;
            self.store.scrub().await?;
            forgotten?;
        }
        Ok(replayed)
    }
}

/// Entries whose words are about to go.
pub(crate) struct Taking {
    pub(crate) entries: Vec<Taken>,
}

pub(crate) struct Taken {
    pub(crate) seq: Seq,
    pub(crate) instead: Option<Stated>,
}

impl Taking {
    pub(crate) fn of(plan: &ErasurePlan) -> Result<Self, RegisterError> {
        let salts = Salts::new()?;
        let taken = plan.entries.iter().filter(|entry| entry.fate != Fate::Kept).map(|entry| Taken {
            seq: entry.seq,
            instead: entry.cut.as_ref().map(|body: &String| Stated {
                salt: salts.of(entry.seq.0),
                about: entry.about.clone(),
                body: body.clone(),
            }),
        });
        Ok(Self { entries: taken.collect() })
    }

    /// What is not yet as a take-down left it, and what the entries that go are about.
    async fn again(
        session: &mut Session,
        take_down: &TakeDown,
        places: &BTreeMap<&str, Seq>,
    ) -> Result<(Self, BTreeSet<String>), RegisterError> {
        let (mut entries, mut abouts) = (Vec::new(), BTreeSet::new());
        for taken in &take_down.entries {
            let Some(seq) = places.get(taken.hash.as_str()) else { continue };
            let held = payload(session, *seq).await?;
            if held == taken.instead {
                continue;
            }
            let things = ["entity:", "claim:", "source:"];
            let gone = held
                .filter(|held| taken.instead.is_none() && things.iter().any(|of| held.about.starts_with(of)));
            abouts.extend(gone.map(|held| held.about));
            entries.push(Taken { seq: *seq, instead: taken.instead.clone() });
        }
        Ok((Self { entries }, abouts))
    }

    pub(crate) fn noted(&self) -> Vec<Erased> {
        self.entries
            .iter()
            .map(|taken: &Taken| Erased {
                seq: taken.seq,
                instead: taken.instead.as_ref().map(Stated::digest),
            })
            .collect()
    }
}

impl Stated {
    fn digest(&self) -> String {
        let Self { salt, about, body } = self;
        Payload { salt, about, body }.digest()
    }
}

/// A note, and when it was recorded.
struct Noted {
    batch: BatchId,
    at: Timestamp,
    note: Note,
}

async fn notes(session: &mut Session) -> Result<Vec<Noted>, RegisterError> {
    session
        .rows(sql::NOTES, Vec::new())
        .await?
        .iter()
        .map(|row: &Row| {
            let note = Note::from_body(row.int(0)?, row.text(3)?)?;
            Ok(Noted { batch: BatchId(row.int(1)?), at: row.text(2)?.parse()?, note })
        })
        .collect()
}

async fn take_down(session: &mut Session, noted: Noted) -> Result<TakeDown, RegisterError> {
    let Noted { batch, at, note } = noted;
    let mut entries = Vec::new();
    for Erased { seq, instead } in &note.erased {
        let rows = session.rows(sql::HASH_AT, vec![seq.0.into()]).await?;
        let hash = rows.first().map(|row| row.text(0).map(str::to_owned)).transpose()?.unwrap_or_default();
        // An entry cut here may have been taken away whole later.
        let instead = match instead {
            Some(_) => payload(session, *seq).await?,
            None => None,
        };
        entries.push(TakenEntry { hash, instead });
    }
    let cut = note.erased.iter().filter(|erased| erased.instead.is_some()).count() as u64;
    let gone = note.erased.len() as u64 - cut;
    let at = note.at.unwrap_or(at);
    Ok(TakeDown { batch, at, what: note.what, why: note.why, gone, cut, entries })
}

async fn payload(session: &mut Session, seq: Seq) -> Result<Option<Stated>, RegisterError> {
    let rows = session.rows(sql::PAYLOAD, vec![seq.0.into()]).await?;
    rows.first()
        .map(|row: &Row| {
            let (salt, about, body) =
                (row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.text(2)?.to_owned());
            Ok(Stated { salt, about, body })
        })
        .transpose()
}

/// Where the entries of a take-down stand in this ledger, by hash.
async fn places<'t>(
    session: &mut Session,
    take_down: &'t TakeDown,
) -> Result<BTreeMap<&'t str, Seq>, RegisterError> {
    let wanted: BTreeSet<&str> = take_down.entries.iter().map(|entry| entry.hash.as_str()).collect();
    let mut places = BTreeMap::new();
    session
        .each(sql::HASHES, Vec::new(), |row: Row| {
            if let Some(hash) = wanted.get(row.text(1)?) {
                places.insert(*hash, Seq(row.int(0)?));
            }
            Ok(())
        })
        .await?;
    Ok(places)
}
