//! A document, checked: its statements by verdict, with who says so, who does not, and what would change the verdict.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::{CheckedDocument, Snapshot, VerdictGroup, checked_document};
use comity_export::ReferenceKind;
use comity_model::SourceId;
use serde::Deserialize;

use crate::cite::{Cited, CitedPage};
use crate::cite_files::file;
use crate::error::WebError;
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// `GET /checked`: the document that `source` names; else the one with most labelled statements, the note of the atlas.
pub(crate) async fn checked(visit: Visit) -> Result<Response, WebError> {
    let document = document(&visit).await?;
    let cited = cited(&visit, &document).await?;
    Ok(visit.reply(document, |shell, document| CheckedPage { shell, document, cited }))
}

/// `GET /checked/cite/{format}`.
pub(crate) async fn cite(visit: Visit, Path(format): Path<String>) -> Result<Response, WebError> {
    let document = document(&visit).await?;
    file(&visit, &cited(&visit, &document).await?, &format)
}

#[derive(Debug, Default, Deserialize)]
struct DocumentField {
    #[serde(default)]
    source: String,
}

async fn document(visit: &Visit) -> Result<CheckedDocument, WebError> {
    let DocumentField { source } = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let source = match source.trim() {
        "" => None,
        text => Some(on_file(visit, &snapshot, text).await?),
    };
    Ok(checked_document(&snapshot, source, &visit.clocks.at))
}

async fn on_file(visit: &Visit, snapshot: &Snapshot, text: &str) -> Result<SourceId, WebError> {
    let source = text.parse::<SourceId>().ok().filter(|id| snapshot.source(id).is_some());
    let missing = WebError::Missing { noun: "source", id: text.to_owned(), instead: Vec::new() };
    match source {
        Some(source) => Ok(source),
        None => Err(gone(visit, "source", text, missing).await),
    }
}

async fn cited(visit: &Visit, document: &CheckedDocument) -> Result<Cited, WebError> {
    let page = CitedPage {
        path: "/checked".to_owned(),
        title: document.about.title.clone(),
        kind: ReferenceKind::Dataset,
        known: document.about.moment.known,
        has_day: true,
    };
    Cited::page(visit, page).await
}

#[derive(Template)]
#[template(path = "checked.html")]
struct CheckedPage {
    shell: Shell,
    document: CheckedDocument,
    cited: Cited,
}

/// The class of a verdict's mark.
fn mark(group: &VerdictGroup) -> &'static str {
    match group.verdict {
        "contradicted" => "ended",
        "tension" | "looks-miscopied" => "disputed",
        "holds" => "confirmed",
        "more-claimed" | "open" => "possible",
        _ => "unlooked",
    }
}
