//! Twice the same? Pairs on file that may be one, with what a merge would move.

use askama::Template;
use axum::extract::Form;
use axum::response::Response;
use comity_answer::{Duplicates, DuplicatesArgs, EntityRef, Moves, Pair, Snapshot, duplicates as find};
use comity_ingest::Actor;
use comity_model::{Entity, EntityId, EntityKind, Sameness};
use comity_register::Batch;
use serde::Deserialize;

use super::decide::own;
use super::{desk, kinds, last_decision};
use crate::address::link;
use crate::agent::Agent;
use crate::error::WebError;
use crate::scope::SessionScope;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// How many pairs are named at a time.
const SHOWN: usize = 12;
/// Stands between the one that goes and the one that stays.
const INTO: char = '~';

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WantedPair {
    kind: String,
    pair: String,
}

/// `GET /review/duplicates`: one pair that may be one thing, and those that follow.
pub(crate) async fn duplicates(visit: Visit) -> Result<Response, WebError> {
    let wanted: WantedPair = visit.fields()?;
    let judged = visit.state.register().samenesses(visit.known().await?).await?;
    let snapshot = visit.snapshot().await?;
    let args = DuplicatesArgs { kind: wanted.kind()?, pair: wanted.pair()?, limit: SHOWN };
    let found = find(&snapshot, &judged, &args);
    let last = last_decision(&visit).await?;
    Ok(visit.reply(found, |shell, found| DuplicatesPage { shell, found, wanted, last }))
}

/// What is said of a pair.
#[derive(Debug, Deserialize)]
pub(crate) struct SamenessForm {
    #[serde(default)]
    by: String,
    /// Becomes the other, where they are the same.
    goes: EntityId,
    stays: EntityId,
    /// same, distinct or unsure.
    sameness: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    next: String,
}

/// `POST /review/duplicates`: a person says whether two are one.
pub(crate) async fn tell(
    agent: Agent,
    visit: Visit,
    Form(form): Form<SamenessForm>,
) -> Result<Response, WebError> {
    let by = &agent.signs(SessionScope::Review, &form.by)?;
    let sameness: Sameness = form.sameness.parse()?;
    let snapshot = visit.snapshot().await?;
    let (goes, stays) = (on_file(&snapshot, &form.goes)?, on_file(&snapshot, &form.stays)?);
    let hand = Actor { by, at: &visit.state.now() };
    let done = desk(&visit).tell(goes, stays, sameness, &form.why, hand).await?;
    Ok(visit.written(done, own(&form.next).unwrap_or("/review/duplicates")))
}

fn on_file<'w>(snapshot: &'w Snapshot, id: &EntityId) -> Result<&'w Entity, WebError> {
    let missing = || WebError::Missing { noun: "entity", id: id.to_string(), instead: Vec::new() };
    snapshot.entity_by_id(id).ok_or_else(missing)
}

impl WantedPair {
    fn kind(&self) -> Result<Option<EntityKind>, WebError> {
        Ok(Some(self.kind.as_str()).filter(|kind| !kind.is_empty()).map(str::parse).transpose()?)
    }

    fn pair(&self) -> Result<Option<(EntityId, EntityId)>, WebError> {
        match self.pair.split_once(INTO) {
            Some((goes, stays)) => Ok(Some((goes.parse()?, stays.parse()?))),
            None => Ok(None),
        }
    }

    fn at(&self, goes: &EntityRef, stays: &EntityRef) -> String {
        let pair = format!("{}{INTO}{}", goes.id, stays.id);
        link("/review/duplicates", &[("kind", &self.kind), ("pair", &pair)])
    }

    /// The pairs of this kind, from the first.
    fn front(&self) -> String {
        link("/review/duplicates", &[("kind", &self.kind)])
    }

    /// Where a decision about the first of `found` leads.
    fn next(&self, found: &Duplicates) -> String {
        found.pairs.get(1).map_or_else(|| self.front(), |pair| self.at(&pair.goes, &pair.stays))
    }
}

#[derive(Template)]
#[template(path = "duplicates.html")]
struct DuplicatesPage {
    shell: Shell,
    found: Duplicates,
    wanted: WantedPair,
    last: Option<Batch>,
}

impl DuplicatesPage {
    fn number(&self) -> String {
        words::number(&(self.found.before + 1))
    }

    fn of(&self) -> String {
        words::number(&(self.found.waiting + self.found.put_off))
    }
}

fn hangs(moves: &Moves) -> String {
    let links = words::counted(moves.links, "tie", "ties");
    format!("{links} from {}", words::counted(moves.claims, "statement", "statements"))
}

/// What the reader of a pair sees of each of the two.
fn sides(pair: &Pair) -> [(&'static str, &EntityRef, String); 2] {
    [("Merge this", &pair.goes, hangs(&pair.moves)), ("into this", &pair.stays, hangs(&pair.has))]
}
