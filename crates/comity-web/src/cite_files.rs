//! References as files: of an entity, an answer, a claim, a source and the register.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::Path;
use axum::response::Response;
use comity_answer::Answer;
use comity_export::{ReferenceFormat, ReferenceKind};
use comity_messages::{Language, say};
use comity_model::{ClaimId, EntityId, SourceId};
use comity_register::ClaimDossier;

use crate::answering::{answer, arguments, question, takes};
use crate::cite::{Cited, CitedPage, title_of};
use crate::error::WebError;
use crate::fields::fields_of;
use crate::problem::Suggestion;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// `GET /entities/{id}/cite/{format}`.
pub(crate) async fn entity(
    visit: Visit,
    Path((id, format)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let snapshot = visit.snapshot().await?;
    let held = id.parse::<EntityId>().ok().and_then(|id| snapshot.entity_by_id(&id));
    let Some(held) = held else { return Err(missing(&visit, "entity", &id).await) };
    let page = CitedPage {
        path: format!("/entities/{}", held.id),
        takes: fields_of("/entities/{id}"),
        title: title_of(&snapshot, &held.id),
        kind: ReferenceKind::Dataset,
        known: snapshot.known(),
        has_day: true,
    };
    file(&visit, &Cited::page(&visit, page).await?, &format)
}

/// `GET /ask/{question}/cite/{format}`.
pub(crate) async fn of_answer(
    visit: Visit,
    Path((question, format)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let answer = answer_in_english(&visit, &question, &arguments(&visit, &question)?).await?;
    file(&visit, &cited_answer(&visit, &question, &answer).await?, &format)
}

/// An answer as it is cited, whoever cites it.
pub(crate) async fn answer_in_english(
    visit: &Visit,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Arc<Answer>, WebError> {
    let mut visit = visit.clone();
    visit.language = Language::English;
    answer(&visit, name, arguments).await
}

/// An answer in English as it is cited.
pub(crate) async fn cited_answer(visit: &Visit, name: &str, answer: &Answer) -> Result<Cited, WebError> {
    let about = answer.about();
    let asked = question(name);
    let page = CitedPage {
        path: format!("/ask/{name}"),
        takes: asked.map_or(&[], |asked| asked.arguments),
        title: about.title.clone(),
        kind: ReferenceKind::Dataset,
        known: about.moment.known,
        has_day: asked.is_some_and(|asked| takes(asked, "at")),
    };
    Cited::page(visit, page).await
}

/// `GET /claims/{id}/cite/{format}`.
pub(crate) async fn claim(
    visit: Visit,
    Path((id, format)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let known = visit.known().await?;
    let claim: Option<ClaimId> = id.parse().ok();
    let dossier = match claim {
        Some(claim) => visit.state.register().claim(claim, known).await?,
        None => None,
    };
    let Some(dossier) = dossier else { return Err(missing(&visit, "claim", &id).await) };
    file(&visit, &cited_claim(&visit, &dossier).await?, &format)
}

/// A claim as it is cited: with who says so.
pub(crate) async fn cited_claim(visit: &Visit, dossier: &ClaimDossier) -> Result<Cited, WebError> {
    let held = &dossier.held;
    let says = Language::English.within(|| words::claim(&held.claim));
    let says = Language::English.within(|| words::sentence(says.trim_end_matches('.')));
    let source = dossier.source.as_ref().map_or(held.claim.source.as_str(), |source| source.title.as_str());
    let place = held.claim.locator.as_str();
    let page = CitedPage {
        path: format!("/claims/{}", held.id),
        takes: &[],
        title: Language::English
            .within(|| say!("cite-claim", says = says.trim_end_matches('.'), source = source, place = place)),
        kind: ReferenceKind::Page,
        known: visit.known().await?,
        has_day: false,
    };
    Cited::page(visit, page).await
}

/// `GET /sources/{id}/cite/{format}`.
pub(crate) async fn source(
    visit: Visit,
    Path((id, format)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let known = visit.known().await?;
    let source: Option<SourceId> = id.parse().ok();
    let source = match source {
        Some(source) => visit.state.register().source(&source, known).await?,
        None => None,
    };
    let Some(source) = source else { return Err(missing(&visit, "source", &id).await) };
    file(&visit, &Cited::source(&visit, &source), &format)
}

/// `GET /files/cite/{format}`: the register as it stands, which every file is made from.
pub(crate) async fn register(visit: Visit, Path(format): Path<String>) -> Result<Response, WebError> {
    file(&visit, &cited_register(&visit).await?, &format)
}

/// The register as it is cited.
pub(crate) async fn cited_register(visit: &Visit) -> Result<Cited, WebError> {
    let page = CitedPage {
        path: "/files".to_owned(),
        takes: &[],
        title: Language::English.within(|| say!("cite-register")),
        kind: ReferenceKind::Dataset,
        known: visit.known().await?,
        has_day: false,
    };
    Cited::page(visit, page).await
}

/// A reference in the form that an address names.
pub(crate) fn file(visit: &Visit, cited: &Cited, format: &str) -> Result<Response, WebError> {
    let known = ReferenceFormat::ALL.into_iter().find(|known| known.word() == format);
    let Some(known) = known else {
        let instead =
            cited.files().into_iter().map(|(href, name)| Suggestion { title: name.to_owned(), href });
        let instead = instead.collect();
        return Err(WebError::Missing { noun: "form of a reference called", id: format.to_owned(), instead });
    };
    let name = format!("{}.{}", cited.file_name(), known.ending());
    Ok(visit.file(known.media_type(), &name, cited.written(known).into_bytes()))
}

async fn missing(visit: &Visit, noun: &'static str, id: &str) -> WebError {
    let missing = WebError::Missing { noun, id: id.to_owned(), instead: Vec::new() };
    gone(visit, noun, id, missing).await
}
