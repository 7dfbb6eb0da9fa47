//! `/reconcile` itself: the manifest, a batch of queries, or a request for data, by GET and POST.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Form, FromRequestParts, Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::answer::answer;
use super::base::Base;
use super::catalogue::Catalogue;
use super::extend;
use super::manifest::manifest;
use super::page;
use super::question::Question;
use super::refusal::Refusal;
use super::wire::{self, reply};
use crate::address::parts;
use crate::error::WebError;
use crate::state::AppState;
use crate::visit::Visit;

/// What a form or the part after the question mark may hold.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    queries: Option<String>,
    extend: Option<String>,
    /// Of version 0.1, or of older browsers; refused with the way out.
    query: Option<String>,
    callback: Option<String>,
    /// `json`: the manifest, also for a browser.
    format: Option<String>,
}

/// `GET /reconcile`: the manifest without parameters (a page for browsers), else what they ask.
pub(super) async fn get(
    State(state): State<AppState>,
    base: Base,
    request: Request,
) -> Result<Response, WebError> {
    let (mut request, _) = request.into_parts();
    let asked: Asked = parts(request.uri.query().unwrap_or_default())?;
    if let Some(answered) = answered(&state, &asked).await? {
        return Ok(answered);
    }
    let vary = [(VARY, "accept, host")];
    if is_browser(&request.headers) && asked.format.as_deref() != Some("json") {
        let visit = Visit::from_request_parts(&mut request, &state).await?;
        return Ok((vary, page::page(&visit, &base)).into_response());
    }
    Ok((vary, fresh(manifest(&base))).into_response())
}

/// `POST /reconcile`: a form with `queries` or `extend`.
pub(super) async fn post(
    State(state): State<AppState>,
    Form(asked): Form<Asked>,
) -> Result<Response, WebError> {
    let nothing = || WebError::Field { field: "queries", cause: "expected `queries` or `extend`".to_owned() };
    answered(&state, &asked).await?.ok_or_else(nothing)
}

/// `None` where nothing is asked.
async fn answered(state: &AppState, asked: &Asked) -> Result<Option<Response>, WebError> {
    let refused = |field, cause: &str| Err(WebError::Field { field, cause: cause.to_owned() });
    match asked {
        Asked { callback: Some(_), .. } => {
            refused("callback", "JSONP is not spoken here; any site may ask by CORS")
        }
        Asked { queries: Some(queries), .. } => batch(state, queries).await.map(Some),
        Asked { extend: Some(extend), .. } => extend::extend(state, extend).await.map(Some),
        Asked { query: Some(_), .. } => {
            refused("query", "single queries ended with version 0.1: send queries={\"q0\":{\"query\":\"…\"}}")
        }
        _ => Ok(None),
    }
}

async fn batch(state: &AppState, text: &str) -> Result<Response, WebError> {
    let read = wire::read_batch(text)?;
    let told = in_catalogue(state, move |catalogue| {
        let (keys, questions): (Vec<&String>, Vec<Question>) =
            read.iter().filter_map(|(key, query)| Some((key, query.as_ref().ok()?.clone()))).unzip();
        let answers = answer(catalogue, &questions);
        let refused =
            read.iter().filter_map(|(key, query)| Some((key.clone(), Err(query.as_ref().err()?.clone()))));
        let all: BTreeMap<_, _> = keys.into_iter().cloned().zip(answers).chain(refused).collect();
        let spoilt = |answer: &Result<_, Refusal>| answer.as_ref().is_err_and(Refusal::spoils_a_batch);
        if !all.is_empty() && all.values().all(spoilt) {
            let refusals = all.iter().filter_map(|(key, answer)| Some((key, answer.as_ref().err()?)));
            return Err(unanswerable(&refusals.collect()));
        }
        Ok(reply::batch(&all))
    });
    Ok(fresh(told.await??))
}

/// Where no query of a batch can be answered, the whole of it is refused: clients show that to their users.
fn unanswerable(refusals: &BTreeMap<&String, &Refusal>) -> WebError {
    let mut statuses = refusals.values().map(|refusal| refusal.status());
    let first = statuses.next().unwrap_or(StatusCode::BAD_REQUEST);
    let status = if statuses.all(|status| status == first) { first } else { StatusCode::BAD_REQUEST };
    let said: Vec<String> = refusals.iter().map(|(key, refusal)| format!("{key}: {refusal}")).collect();
    WebError::Refused { status, detail: said.join("; ") }
}

/// Looks things up in what is on file and in the gazetteer.
pub(super) async fn in_catalogue<T>(
    state: &AppState,
    look_up: impl FnOnce(Catalogue<'_>) -> T,
) -> Result<T, WebError> {
    let snapshot = state.door().snapshot(None).await?;
    Ok(look_up(Catalogue { gazetteer: state.gazetteer(), snapshot: &snapshot }))
}

/// Never kept: tomorrow the register may know better.
pub(super) fn fresh(told: impl Serialize) -> Response {
    ([(CACHE_CONTROL, "no-cache")], Json(told)).into_response()
}

/// Asks for a page by name; programs do not.
fn is_browser(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("text/html")
}
