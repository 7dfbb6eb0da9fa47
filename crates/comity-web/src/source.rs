//! Sources: who says something, and everything they say.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::Snapshot;
use comity_model::{Seq, Source, SourceId};
use comity_register::HeldClaim;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cite::Cited;
use crate::error::WebError;
use crate::names::Names;
use crate::paging::{Stretch, Turn};
use crate::problem::Suggestion;
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// A source and how much it says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SourceRow")]
pub(crate) struct Listed {
    #[serde(flatten)]
    source: Source,
    claims: u64,
}

/// `GET /sources`: all of them by title, each with the number of its claims.
pub(crate) async fn sources(visit: Visit) -> Result<Response, WebError> {
    let snapshot = visit.snapshot().await?;
    let counts = claims_by_source(&snapshot);
    let claims = |source: &Source| counts.get(&source.id).copied().unwrap_or(0);
    let sources = snapshot.sources().iter();
    let mut sources: Vec<Listed> =
        sources.map(|source| Listed { source: source.clone(), claims: claims(source) }).collect();
    sources.sort_by_cached_key(|one| one.source.title.to_lowercase());
    Ok(visit.reply(Stretch { items: sources, next: None }, |shell, sources| SourcesPage { shell, sources }))
}

/// One source and a stretch of what it says, in its own order.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SourceClaims {
    source: Source,
    /// How many of its claims count.
    total: u64,
    /// Whether some wait for a check.
    waiting: bool,
    claims: Stretch<HeldClaim>,
    #[serde(skip)]
    names: Names,
}

/// `GET /sources/{id}`: one source and its claims, as far as the address pages.
pub(crate) async fn source(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let (limit, after) = (turn.limit(), Seq(turn.after()?.unwrap_or(0)));
    let snapshot = visit.snapshot().await?;
    let source = match found(snapshot.sources(), &id) {
        Ok(source) => source,
        Err(missing) => return Err(gone(&visit, "source", &id, missing).await),
    };
    let known = visit.known().await?;
    let claims = visit.state.register().claims_of_source(&source.id, known, after, limit + 1).await?;
    let claims = Stretch::cut(claims, limit, |claim| claim.entry.0.to_string());
    let names = Names::of(&snapshot, &claims.items);
    let total = claims_by_source(&snapshot).get(&source.id).copied().unwrap_or(0);
    let waiting = visit.state.register().waiting(known, Some(&source.id), Seq(0), 1).await?;
    let waiting = !waiting.is_empty();
    let cited = Cited::source(&visit, &source);
    let said = SourceClaims { source, total, waiting, claims, names };
    Ok(visit.reply(said, |shell, said| SourcePage { shell, said, cited }))
}

fn found(sources: &[Source], id: &str) -> Result<Source, WebError> {
    if let Some(source) = sources.iter().find(|source| source.id.as_str() == id) {
        return Ok(source.clone());
    }
    let start = id.split('-').next().unwrap_or(id);
    let like = sources.iter().filter(|source| source.id.as_str().contains(start)).take(5);
    Err(WebError::Missing { noun: "source", id: id.to_owned(), instead: like.map(offer).collect() })
}

fn offer(source: &Source) -> Suggestion {
    Suggestion { title: source.title.to_string(), href: format!("/sources/{}", source.id) }
}

/// How many claims of each source count for something.
fn claims_by_source(snapshot: &Snapshot) -> BTreeMap<SourceId, u64> {
    let links = snapshot.links().iter().filter(|link| link.part == 0).map(|link| &link.source);
    let statements = snapshot.statements().iter().map(|statement| &statement.claim.source);
    let mut counts = BTreeMap::new();
    for source in links.chain(statements) {
        *counts.entry(source.clone()).or_default() += 1;
    }
    counts
}

#[derive(Template)]
#[template(path = "sources.html")]
struct SourcesPage {
    shell: Shell,
    sources: Stretch<Listed>,
}

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage {
    shell: Shell,
    said: SourceClaims,
    cited: Cited,
}
