//! `/reconcile` itself: the manifest, a batch of queries, or a request for data, by GET and POST.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Form, Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use crate::answer::answer;
use crate::base::Base;
use crate::catalogue::Catalogue;
use crate::error::ServiceError;
use crate::extend;
use crate::fields::fields;
use crate::host::{Host, ServicePage};
use crate::manifest::manifest;
use crate::question::Question;
use crate::refusal::Refusal;
use crate::wire::{self, reply};

/// What a form or the part after the question mark may hold.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Parameters {
    queries: Option<String>,
    extend: Option<String>,
    /// Of version 0.1, or of older browsers; refused with the way out.
    query: Option<String>,
    callback: Option<String>,
    /// `json`: the manifest, also for a browser.
    format: Option<String>,
}

/// `GET /reconcile`: the manifest without parameters (a page for browsers), else what they ask.
pub(crate) async fn get<H: Host>(
    State(host): State<H>,
    base: Base,
    request: Request,
) -> Result<Response, H::Error> {
    let (mut request, _) = request.into_parts();
    let asked: Parameters = fields(request.uri.query().unwrap_or_default())?;
    if let Some(answered) = answered(&host, &asked).await? {
        return Ok(answered);
    }
    let vary = [(VARY, "accept, host")];
    if is_browser(&request.headers) && asked.format.as_deref() != Some("json") {
        let page = ServicePage::new(format!("{}/reconcile", base.0), host.gazetteer().is_some());
        return Ok((vary, host.service_page(&mut request, page).await?).into_response());
    }
    Ok((vary, fresh(manifest(&base))).into_response())
}

/// `POST /reconcile`: a form with `queries` or `extend`.
pub(crate) async fn post<H: Host>(
    State(host): State<H>,
    Form(asked): Form<Parameters>,
) -> Result<Response, H::Error> {
    let answer = answered(&host, &asked).await?;
    Ok(answer.ok_or_else(|| ServiceError::Field {
        field: "queries",
        cause: "expected `queries` or `extend`".to_owned(),
    })?)
}

/// `None` where nothing is asked.
async fn answered(host: &impl Host, asked: &Parameters) -> Result<Option<Response>, ServiceError> {
    let refused = |field, cause: &str| Err(ServiceError::Field { field, cause: cause.to_owned() });
    match asked {
        Parameters { callback: Some(_), .. } => {
            refused("callback", "JSONP is not spoken here; any site may ask by CORS")
        }
        Parameters { queries: Some(queries), .. } => batch(host, queries).await.map(Some),
        Parameters { extend: Some(extend), .. } => extend::extend(host, extend).await.map(Some),
        Parameters { query: Some(_), .. } => {
            refused("query", "single queries ended with version 0.1: send queries={\"q0\":{\"query\":\"…\"}}")
        }
        _ => Ok(None),
    }
}

async fn batch(host: &impl Host, text: &str) -> Result<Response, ServiceError> {
    let read = wire::read_batch(text)?;
    let told = in_catalogue(host, move |catalogue| {
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
fn unanswerable(refusals: &BTreeMap<&String, &Refusal>) -> ServiceError {
    let mut statuses = refusals.values().map(|refusal| refusal.status());
    let first = statuses.next().unwrap_or(StatusCode::BAD_REQUEST);
    let status = if statuses.all(|status| status == first) { first } else { StatusCode::BAD_REQUEST };
    let said: Vec<String> = refusals.iter().map(|(key, refusal)| format!("{key}: {refusal}")).collect();
    ServiceError::Refused { status, detail: said.join("; ") }
}

/// Looks things up in what is on file and in the gazetteer.
pub(crate) async fn in_catalogue<T>(
    host: &impl Host,
    look_up: impl FnOnce(Catalogue<'_>) -> T,
) -> Result<T, ServiceError> {
    let snapshot = host.snapshot().await?;
    Ok(look_up(Catalogue { gazetteer: host.gazetteer(), snapshot: &snapshot }))
}

/// Never kept: tomorrow the register may know better.
pub(crate) fn fresh(told: impl Serialize) -> Response {
    ([(CACHE_CONTROL, "no-cache")], Json(told)).into_response()
}

/// Asks for a page by name; programs do not.
fn is_browser(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.contains("text/html")
}
