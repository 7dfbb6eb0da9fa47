//! History: every batch that was recorded, what is in it, and taking one back.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use comity_model::{BatchId, Seq};
use comity_register::{Batch, BatchKind, Content, Head, LogEntry, UndoPreview};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::agent::Agent;
use crate::error::WebError;
use crate::paging::{Stretch, Turn};
use crate::problem::Suggestion;
use crate::scope::SessionScope;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// `GET /changes`: who recorded what and when, newest first.
pub(crate) async fn changes(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let (limit, before) = (turn.limit(), turn.after()?.map(BatchId));
    let batches = visit.state.register().batches(before, limit + 1).await?;
    let batches = Stretch::cut(batches, limit, |batch| batch.id.0.to_string());
    let content = visit.state.register().content(visit.head.seq).await?;
    let changes = Changes { head: visit.head.clone(), content, batches };
    Ok(visit.reply(changes, |shell, changes| ChangesPage { shell, changes }))
}

/// A stretch of batches, and what vouches for all of them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "BatchList")]
pub(crate) struct Changes {
    head: Head,
    /// The digest of what the register says, whoever said it and when.
    content: String,
    #[serde(flatten)]
    batches: Stretch<Batch>,
}

/// One batch, a stretch of its entries, and what taking it back would do.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "BatchInFull")]
pub(crate) struct Change {
    batch: Batch,
    entries: Stretch<LogEntry>,
    /// `None` for what cannot be taken back.
    undo: Option<UndoPreview>,
}

/// `GET /changes/{batch}`: the entries of one batch, newest first.
pub(crate) async fn change(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let batch = found(&visit, &id).await?;
    let (limit, before) = (turn.limit(), turn.after()?.unwrap_or(batch.last.0 + 1));
    let mut entries = visit.state.register().log(Some(Seq(before)), limit + 1).await?;
    entries.retain(|entry| entry.batch == batch.id);
    let entries = Stretch::cut(entries, limit, |entry| entry.seq.0.to_string());
    let open = batch.nature == BatchKind::Records && batch.undone_by.is_none();
    let undo = if open { Some(visit.state.register().preview_undo(batch.id).await?) } else { None };
    Ok(visit.reply(Change { batch, entries, undo }, |shell, change| ChangePage { shell, change }))
}

/// What the form for taking a batch back sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Undo {
    #[serde(default)]
    by: String,
    why: String,
}

/// `POST /changes/{batch}/undo`: takes a batch out of force; history keeps it.
pub(crate) async fn undo(
    agent: Agent,
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<Undo>,
) -> Result<Response, WebError> {
    let (by, why) = (agent.signs(SessionScope::Edit, &form.by)?, form.why.trim());
    if why.is_empty() {
        let cause = "say in a few words why it is taken back".to_owned();
        return Err(WebError::Field { field: "why", cause });
    }
    let batch = found(&visit, &id).await?;
    let undone = visit.state.register().undo(batch.id, why, by.as_str(), &visit.state.now()).await?;
    let page = format!("/changes/{}", undone.batch.0);
    Ok(visit.written(undone, &page))
}

async fn found(visit: &Visit, id: &str) -> Result<Batch, WebError> {
    let register = visit.state.register();
    let number = id.parse().map(BatchId).ok();
    let batch = match number {
        Some(number) => register.batch(number).await?,
        None => None,
    };
    if let Some(batch) = batch {
        return Ok(batch);
    }
    let newest = register.batches(None, 5).await?;
    let instead = newest.iter().map(offer).collect();
    Err(WebError::Missing { noun: "batch", id: id.to_owned(), instead })
}

fn offer(batch: &Batch) -> Suggestion {
    Suggestion {
        href: format!("/changes/{}", batch.id.0),
        title: format!("batch {}: {}", batch.id.0, batch.title),
    }
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage {
    shell: Shell,
    changes: Changes,
}

#[derive(Template)]
#[template(path = "change.html")]
struct ChangePage {
    shell: Shell,
    change: Change,
}

/// How many entries a batch has, the one that opens it aside.
fn entries(batch: &Batch) -> String {
    words::counted(batch.entries, "entry", "entries")
}

/// The page of what an entry speaks of, where it has one.
fn page_of(entry: &LogEntry) -> Option<String> {
    let (kind, id) = entry.about.as_deref()?.split_once(':')?;
    match kind {
        "claim" => Some(format!("/claims/{id}")),
        "entity" => Some(format!("/entities/{id}")),
        "source" => Some(format!("/sources/{id}")),
        "batch" => Some(format!("/changes/{id}")),
        _ => None,
    }
}

/// What an entry says, in one line.
pub(crate) fn said(entry: &LogEntry) -> String {
    match &entry.content {
        None => "taken down".to_owned(),
        Some(Content::Batch { title }) => format!("begins: {title}"),
        Some(Content::Undo { undo, why }) => format!("takes back batch {}: {why}", undo.0),
        Some(Content::Author { name }) => format!("writes here for the first time: {name}"),
        Some(Content::Upgrade { format, entries, head }) => {
            format!("carries over {} entries of format {format}, head {head}", entries.0)
        }
        Some(Content::Erased { erased, why }) => {
            let entries = words::counted(erased.len() as u64, "entry", "entries");
            format!("the words of {entries} were taken down: {why}")
        }
        Some(Content::Record(record)) => words::record(record),
    }
}
