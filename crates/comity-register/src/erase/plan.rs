//! Which entries a take-down takes away, from which it cuts a name, and which it leaves to a namesake.

use std::collections::BTreeSet;

use comity_ledger::about;
use comity_model::{BatchId, Record, Seq};
use serde::Serialize;

use super::redact::{Outcome, Redaction, Sought};
use super::request::{Request, Subject, Target};
use crate::derived::OPEN;
use crate::entry::{self, EntryKind, damaged};
use crate::error::RegisterError;
use crate::register::Register;
use crate::sql;
use crate::store::{Row, Session};

/// What a take-down would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErasurePlan {
    /// Person, network …; claim, author or words.
    pub what: String,
    /// The names that are looked for, in every entry.
    pub names: Vec<String>,
    /// In order of the ledger.
    pub entries: Vec<PlannedErasure>,
}

/// One entry that speaks of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedErasure {
    pub seq: Seq,
    pub batch: BatchId,
    pub kind: EntryKind,
    pub about: String,
    pub fate: Fate,
    /// The texts in which it was found; empty where the entry is about it without saying its name.
    pub texts: Vec<String>,
    /// What it says afterwards.
    #[serde(skip)]
    pub(crate) cut: Option<String>,
}

/// What happens to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Its words go: they are about it, or say nothing without the name.
    Gone,
    /// The name is cut out of its words, and the rest stays.
    Cut,
    /// It speaks of somebody else of the same name.
    Kept,
}

impl ErasurePlan {
    pub fn of_fate(&self, fate: Fate) -> impl Iterator<Item = &PlannedErasure> {
        self.entries.iter().filter(move |entry| entry.fate == fate)
    }

    /// What the entries that go are about.
    pub(crate) fn gone(&self) -> BTreeSet<String> {
        let things = ["entity:", "claim:", "source:"];
        let gone = self.of_fate(Fate::Gone).map(|entry| entry.about.clone());
        gone.filter(|about| things.iter().any(|thing| about.starts_with(thing))).collect()
    }
}

impl Register {
    /// Every entry that speaks of what is to go, and what would become of it. Cost: one pass over all words.
    pub async fn plan_erasure(&self, request: &Request) -> Result<ErasurePlan, RegisterError> {
        let mut session = self.store.read().await?;
        plan(&mut session, request).await
    }
}

/// Things asked for in one statement.
const CHUNK_ROWS: usize = 256;

/// An entry as it is looked through.
struct Written {
    seq: i64,
    batch: i64,
    kind: EntryKind,
    about: String,
    body: String,
}

pub(crate) async fn plan(session: &mut Session, request: &Request) -> Result<ErasurePlan, RegisterError> {
    let subject = request.subject(session).await?;
    let mut own: BTreeSet<String> = subject.ids.iter().map(about::entity).collect();
    own.extend(subject.claims.iter().map(|claim| about::claim(*claim)));
    let claims = claims_of(session, &subject).await?;
    let agreements = agreements_of(session, &claims).await?;
    own.extend(claims);
    own.extend(subject.author.clone());
    let mut sought = sought(&subject, request);
    sought.ids.extend(agreements);
    if !request.namesakes {
        sought.others = namesakes(session, &sought, &own).await?;
    }
    let found = found(session, &sought, &own).await?;
    let entries = Sorting { own, sought: &sought, request }.sort(session, found).await?;
    if entries.is_empty() {
        let what = sought.spellings.texts().join(", ");
        return Err(RegisterError::NothingToErase { what });
    }
    Ok(ErasurePlan { what: subject.what, names: sought.spellings.texts(), entries })
}

fn sought(subject: &Subject, request: &Request) -> Sought {
    let entities = subject.ids.iter().map(ToString::to_string);
    let claims = subject.claims.iter().map(ToString::to_string);
    let ids = match request.target {
        Target::Author(_) => BTreeSet::new(),
        _ => entities.chain(claims).collect(),
    };
    Sought { ids, spellings: subject.spellings.clone(), others: BTreeSet::new() }
}

/// Claims of which an end is read as it, or was the last time that it was read at all.
async fn claims_of(session: &mut Session, subject: &Subject) -> Result<Vec<String>, RegisterError> {
    let ids: Vec<&str> = subject.ids.iter().map(comity_model::EntityId::as_str).collect();
    let mut claims = Vec::new();
    if ids.is_empty() {
        return Ok(claims);
    }
    let statement = sql::for_keys(sql::LATEST_READINGS, 1, ids.len());
    for row in session.rows(statement, sql::with_keys([], &ids)).await? {
        if ids.contains(&row.text(1)?) {
            claims.push(format!("claim:{}", row.text(0)?));
        }
    }
    Ok(claims)
}

/// Agreements that those claims alone speak of: their ids are digests of the ids of their parties.
async fn agreements_of(session: &mut Session, claims: &[String]) -> Result<Vec<String>, RegisterError> {
    let mut agreements = Vec::new();
    for some in claims.chunks(CHUNK_ROWS) {
        let ids: Vec<&str> = some.iter().map(|claim| about::bare(claim)).collect();
        let statement = sql::for_keys(sql::ENDS_OF_CLAIMS, 1, ids.len());
        for row in session.rows(statement, sql::with_keys([], &ids)).await? {
            let ends = row.text(0)?.split(' ').filter(|end| end.starts_with("ag-"));
            agreements.extend(ends.map(str::to_owned));
        }
    }
    Ok(agreements)
}

/// The ids of other entities that bear one of the names.
async fn namesakes(
    session: &mut Session,
    sought: &Sought,
    own: &BTreeSet<String>,
) -> Result<BTreeSet<String>, RegisterError> {
    let mut namesakes = BTreeSet::new();
    session
        .each(sql::PAYLOADS, Vec::new(), |row: Row| {
            if row.text(2)? == EntryKind::Entity.as_str()
                && !own.contains(row.text(3)?)
                && sought.may_be_in(row.text(4)?)
                && let Record::Entity(entity) = entry::record(row.int(0)?, row.text(4)?)?
            {
                let mut names = entity.names.iter().map(|name| &name.text).chain([&entity.name]);
                if names.any(|name| sought.spellings.is(name)) {
                    namesakes.insert(entity.id.to_string());
                }
            }
            Ok(())
        })
        .await?;
    Ok(namesakes)
}

/// The entries about it, and those in whose words it may be.
async fn found(
    session: &mut Session,
    sought: &Sought,
    own: &BTreeSet<String>,
) -> Result<Vec<Written>, RegisterError> {
    let mut found = Vec::new();
    session
        .each(sql::PAYLOADS, Vec::new(), |row: Row| {
            if own.contains(row.text(3)?) || sought.may_be_in(row.text(4)?) {
                found.push(written(&row)?);
            }
            Ok(())
        })
        .await?;
    Ok(found)
}

struct Sorting<'a> {
    own: BTreeSet<String>,
    sought: &'a Sought,
    request: &'a Request,
}

impl Sorting<'_> {
    async fn sort(
        mut self,
        session: &mut Session,
        mut found: Vec<Written>,
    ) -> Result<Vec<PlannedErasure>, RegisterError> {
        let (mut taken, mut kept) = (Vec::new(), BTreeSet::new());
        for claim in found.iter().filter(|entry| entry.kind == EntryKind::Claim) {
            let seen = self.look(claim);
            if self.own.contains(&claim.about) || seen.outcome == Outcome::Clean {
                continue;
            }
            if seen.names && self.is_of_another(session, claim).await? {
                kept.insert(claim.about.clone());
            } else if seen.outcome == Outcome::Gone {
                taken.push(claim.about.clone());
            }
        }
        found.extend(rest(session, &taken, &found).await?);
        self.own.extend(taken);
        found.sort_unstable_by_key(|entry| entry.seq);
        found.dedup_by_key(|entry| entry.seq);
        Ok(found.into_iter().filter_map(|entry| self.fate(entry, &kept)).collect())
    }

    fn look(&self, entry: &Written) -> Redaction {
        self.sought.redact(entry.kind, &entry.about, &entry.body)
    }

    /// `None`: it says nothing of what is sought.
    fn fate(&self, entry: Written, kept: &BTreeSet<String>) -> Option<PlannedErasure> {
        let Redaction { outcome, texts, names } = self.look(&entry);
        let of_another =
            kept.contains(&entry.about) || self.sought.others.contains(about::bare(&entry.about));
        let is_author = matches!(self.request.target, Target::Author(_));
        let (fate, cut) = match outcome {
            _ if self.own.contains(&entry.about) => (Fate::Gone, None),
            Outcome::Clean => return None,
            _ if of_another => (Fate::Kept, None),
            // Whoever is spoken of may also write here, and whoever writes here may be spoken of.
            _ if entry.kind == EntryKind::Author => (Fate::Kept, None),
            _ if is_author && names => (Fate::Kept, None),
            Outcome::Gone => (Fate::Gone, None),
            Outcome::Cut(words) => (Fate::Cut, Some(words)),
        };
        let Written { seq, batch, kind, about, .. } = entry;
        Some(PlannedErasure { seq: Seq(seq), batch: BatchId(batch), kind, about, fate, texts, cut })
    }

    /// Whether every end of a claim that bears the name is read as something else.
    async fn is_of_another(&self, session: &mut Session, claim: &Written) -> Result<bool, RegisterError> {
        let Record::Claim(said) = entry::record(claim.seq, &claim.body)? else { return Ok(false) };
        let cells = vec![about::bare(&claim.about).into(), OPEN.into()];
        let mut read = BTreeSet::new();
        for row in session.rows(sql::READINGS_OF_CLAIM, cells).await? {
            read.insert(row.text(0)?.to_owned());
        }
        let named = said.mentions().into_iter();
        let named: Vec<_> = named.filter(|(_, mention)| self.sought.spellings.is(&mention.text)).collect();
        let settled = named.iter().all(|(slot, _)| read.contains(&slot.to_string()));
        Ok(!self.request.namesakes && !named.is_empty() && settled)
    }
}

/// The other entries about these things.
async fn rest(
    session: &mut Session,
    abouts: &[String],
    found: &[Written],
) -> Result<Vec<Written>, RegisterError> {
    let have: BTreeSet<i64> = found.iter().map(|entry| entry.seq).collect();
    let mut rest = Vec::new();
    for some in abouts.chunks(CHUNK_ROWS) {
        let statement = sql::for_keys(sql::PAYLOADS_ABOUT, 1, some.len());
        for row in session.rows(statement, sql::with_keys([], some)).await? {
            if !have.contains(&row.int(0)?) {
                rest.push(written(&row)?);
            }
        }
    }
    Ok(rest)
}

/// From `seq, batch, kind, about, body`.
fn written(row: &Row) -> Result<Written, RegisterError> {
    let seq = row.int(0)?;
    let kind = row.text(2)?.parse().map_err(|cause: String| damaged(seq, &cause))?;
    Ok(Written {
        seq,
        batch: row.int(1)?,
        kind,
        about: row.text(3)?.to_owned(),
        body: row.text(4)?.to_owned(),
    })
}
