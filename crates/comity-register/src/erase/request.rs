//! What somebody asks to have taken down.

use std::collections::BTreeSet;

use comity_ledger::about;
use comity_ledger::canon::canon;
use comity_model::{ClaimId, EntityId, Record};
use serde::Serialize;

use super::spelling::{Reach, Spelling, Spellings};
use crate::entry;
use crate::error::RegisterError;
use crate::name;
use crate::register::Register;
use crate::sql;
use crate::store::Session;

/// A thing on file, or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Entity(EntityId),
    Claim(ClaimId),
    /// Somebody who wrote here.
    Author(String),
    /// A name that no entity bears.
    Words(String),
}

/// What is to go, and how far to look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub target: Target,
    /// Other ways in which it is written; they are looked for everywhere.
    pub also: Vec<String>,
    /// Whether what is said of others of the same name goes too.
    pub namesakes: bool,
}

/// What is known of the thing itself.
pub(crate) struct Subject {
    /// Person, network …; claim, author or words.
    pub(crate) what: String,
    /// Of the entity, and of those it was merged with.
    pub(crate) ids: BTreeSet<EntityId>,
    pub(crate) claims: BTreeSet<ClaimId>,
    /// `author:…`, where it is one.
    pub(crate) author: Vec<String>,
    pub(crate) spellings: Spellings,
}

impl Register {
    /// What `text` means: `by:NAME` an author; an id of a claim or an entity; a name of exactly one entity that is or
    /// was on file; else words.
    pub async fn target(&self, text: &str) -> Result<Target, RegisterError> {
        let text = text.trim();
        let mut session = self.store.read().await?;
        if let Some(name) = text.strip_prefix("by:") {
            return Ok(Target::Author(name.trim().to_owned()));
        }
        if let Ok(claim) = text.parse::<ClaimId>() {
            return Ok(Target::Claim(claim));
        }
        let entities = entities(&mut session).await?;
        if let Some((id, _)) = entities.iter().find(|(id, _)| id.as_str() == text) {
            return Ok(Target::Entity(id.clone()));
        }
        let folded = name::folded(text);
        let called = entities.iter().filter(|(_, forms)| !folded.is_empty() && forms.contains(&folded));
        let ids: BTreeSet<&EntityId> = called.map(|(id, _)| id).collect();
        match ids.into_iter().collect::<Vec<_>>().as_slice() {
            [] => Ok(Target::Words(text.to_owned())),
            [id] => Ok(Target::Entity((*id).clone())),
            several => {
                let ids = several.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
                Err(RegisterError::SeveralOfName { name: text.to_owned(), ids })
            }
        }
    }
}

impl Request {
    pub(crate) async fn subject(&self, session: &mut Session) -> Result<Subject, RegisterError> {
        let also = self.also.iter().filter_map(|text| Spelling::new(text, Reach::Anywhere));
        let mut spellings: Vec<Spelling> = also.collect();
        let (mut ids, mut claims, mut author) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        let what = match &self.target {
            Target::Entity(id) => {
                ids = merged(session, id).await?;
                let (kind, names) = names(session, &ids).await?;
                spellings.extend(names);
                kind
            }
            Target::Claim(id) => {
                claims.insert(*id);
                "claim".to_owned()
            }
            Target::Author(name) => {
                author = handles(session, name).await?;
                spellings.extend(Spelling::new(name, Reach::Whole));
                "author".to_owned()
            }
            Target::Words(text) => {
                spellings.extend(Spelling::new(text, Reach::Sentence));
                "words".to_owned()
            }
        };
        Ok(Subject { what, ids, claims, author, spellings: Spellings::new(spellings) })
    }
}

/// What entries that name this author speak of.
async fn handles(session: &mut Session, name: &str) -> Result<Vec<String>, RegisterError> {
    let mut handles = Vec::new();
    for row in session.rows(sql::AUTHOR_BY_NAME, vec![name.into()]).await? {
        handles.push(format!("author:{}", row.text(0)?));
    }
    if handles.is_empty() {
        return Err(RegisterError::NothingToErase { what: format!("an author called {name}") });
    }
    Ok(handles)
}

/// Every entity that is or was on file, with the forms of its names, once for each edition.
async fn entities(session: &mut Session) -> Result<Vec<(EntityId, BTreeSet<String>)>, RegisterError> {
    let mut entities = Vec::new();
    session
        .each(sql::PAYLOADS, Vec::new(), |row: crate::store::Row| {
            if row.text(2)? == "entity"
                && let Record::Entity(entity) = entry::record(row.int(0)?, row.text(4)?)?
            {
                entities.push((entity.id.clone(), name::forms(&entity)));
            }
            Ok(())
        })
        .await?;
    Ok(entities)
}

/// The entity with all that it is, or was taken to be, one with.
async fn merged(session: &mut Session, id: &EntityId) -> Result<BTreeSet<EntityId>, RegisterError> {
    let (head, _) = crate::register::head(session).await?;
    let mut decisions = Vec::new();
    for row in session.rows(sql::SAMES, vec![head.seq.0.into()]).await? {
        decisions.push((entry::parsed(&row, 0)?, entry::parsed(&row, 1)?, entry::parsed(&row, 2)?));
    }
    let canon = canon(&decisions, |_, _| true);
    let end = canon.get(id).unwrap_or(id);
    let one = canon.iter().filter(|(_, of)| *of == end).map(|(id, _)| id.clone());
    Ok(one.chain([end.clone(), id.clone()]).collect())
}

/// The kind of these entities, and every name that any edition gives them.
async fn names(
    session: &mut Session,
    ids: &BTreeSet<EntityId>,
) -> Result<(String, Vec<Spelling>), RegisterError> {
    let abouts: Vec<String> = ids.iter().map(about::entity).collect();
    let (mut kind, mut names) = (String::new(), Vec::new());
    let statement = sql::for_keys(sql::PAYLOADS_ABOUT, 1, abouts.len());
    for row in session.rows(statement, sql::with_keys([], &abouts)).await? {
        let Record::Entity(entity) = entry::record(row.int(0)?, row.text(4)?)? else { continue };
        entity.kind.as_str().clone_into(&mut kind);
        names.extend(Spelling::new(&entity.name, Reach::Sentence));
        names.extend(entity.names.iter().filter_map(|name| Spelling::new(&name.text, Reach::Whole)));
    }
    if names.is_empty() {
        let first = ids.first().map(ToString::to_string).unwrap_or_default();
        return Err(RegisterError::NothingToErase { what: first });
    }
    Ok((kind, names))
}
