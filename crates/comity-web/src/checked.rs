//! A document, checked: its statements by verdict, with who says so, who does not, and what would change the verdict.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::{
    About, CheckedArgs, CheckedDocument, Snapshot, USUAL_ROWS, VerdictGroup, checked_about, checked_document,
};
use comity_export::ReferenceKind;
use comity_model::SourceId;
use serde::Deserialize;

use crate::cite::{Cited, CitedPage};
use crate::cite_files::file;
use crate::error::WebError;
use crate::fields::fields_of;
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// `GET /checked`: the document that `source` names; else the one with most labelled statements, the note of the atlas.
pub(crate) async fn checked(visit: Visit) -> Result<Response, WebError> {
    let (snapshot, args) = (visit.snapshot().await?, args(&visit).await?);
    let document = checked_document(&snapshot, &args);
    let cited = cited(&visit, &document.about).await?;
    Ok(visit.reply(document, |shell, document| CheckedPage { shell, document, cited }))
}

/// `GET /checked/cite/{format}`.
pub(crate) async fn cite(visit: Visit, Path(format): Path<String>) -> Result<Response, WebError> {
    let (snapshot, args) = (visit.snapshot().await?, args(&visit).await?);
    let about = checked_about(&snapshot, &args);
    file(&visit, &cited(&visit, &about).await?, &format)
}

#[derive(Debug, Default, Deserialize)]
struct DocumentFields {
    #[serde(default)]
    source: String,
    #[serde(default)]
    limit: String,
}

async fn args(visit: &Visit) -> Result<CheckedArgs, WebError> {
    let DocumentFields { source, limit } = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let source = match source.trim() {
        "" => None,
        text => Some(on_file(visit, &snapshot, text).await?),
    };
    let limit = limit.trim().parse().unwrap_or(USUAL_ROWS);
    Ok(CheckedArgs { source, at: visit.clocks.at.clone(), limit })
}

async fn on_file(visit: &Visit, snapshot: &Snapshot, text: &str) -> Result<SourceId, WebError> {
    let source = text.parse::<SourceId>().ok().filter(|id| snapshot.source(id).is_some());
    let missing = WebError::Missing { noun: "source", id: text.to_owned(), instead: Vec::new() };
    match source {
        Some(source) => Ok(source),
        None => Err(gone(visit, "source", text, missing).await),
    }
}

async fn cited(visit: &Visit, about: &About) -> Result<Cited, WebError> {
    let page = CitedPage {
        path: "/checked".to_owned(),
        takes: fields_of("/checked"),
        title: about.title.clone(),
        kind: ReferenceKind::Dataset,
        known: about.moment.known,
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
