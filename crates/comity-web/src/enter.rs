//! Opening a session by its link, leaving it, and links for others.

use std::time::Duration;

use askama::Template;
use axum::Json;
use axum::extract::{Form, Path, State};
use axum::http::header::{CACHE_CONTROL, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use comity_model::PersonName;
use serde::Deserialize;

use crate::agent::{ANOTHER_SITE, Agent, Sender};
use crate::error::WebError;
use crate::scope::SessionScope;
use crate::session::Grant;
use crate::shell::Shell;
use crate::state::{AppState, moment};
use crate::words;

/// How long a link may wait when nobody says: until the next day, for it travels by mail.
const LINK_HOURS: u16 = 24;
const MOST_HOURS: u16 = 7 * 24;

/// `GET /enter/{code}`: what the link offers. Looking uses nothing up: mail programs look at links before people do.
pub(crate) async fn offered(
    State(state): State<AppState>,
    Path(code): Path<String>,
) -> Result<Response, WebError> {
    let grant = state.sessions().offered(&code, state.clock()).ok_or_else(used_up)?;
    let until = words::moment(moment(grant.ends).as_str());
    let page = EnterPage { shell: Shell::bare("/enter"), grant, until };
    let page = page.render().expect("a page writes into a string");
    Ok(([(CACHE_CONTROL, "no-store")], Html(page)).into_response())
}

/// `POST /enter/{code}`: opens the session and uses the link up.
pub(crate) async fn enter(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    from_ourselves(&headers, &state)?;
    let (secret, grant) = state.sessions().enter(&code, state.clock())?.ok_or_else(used_up)?;
    tracing::info!(name = grant.name.as_str(), scope = grant.scope.as_str(), "session opened");
    let cookie = set_cookie(&state, &secret, crate::session::SESSION_LASTS.as_secs(), &headers);
    Ok(([(SET_COOKIE, cookie)], Redirect::to("/review")).into_response())
}

/// `POST /leave`: ends the session.
pub(crate) async fn leave(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, WebError> {
    from_ourselves(&headers, &state)?;
    if let Some(secret) = state.session_secret(&headers) {
        state.sessions().leave(secret, state.clock());
    }
    Ok(([(SET_COOKIE, set_cookie(&state, "", 0, &headers))], Redirect::to("/")).into_response())
}

fn from_ourselves(headers: &HeaderMap, state: &AppState) -> Result<(), WebError> {
    match Sender::of(headers, &state.access().hosts) {
        Sender::Another => Err(WebError::Forbidden(ANOTHER_SITE)),
        Sender::Ourselves | Sender::Unsaid => Ok(()),
    }
}

/// No script reads it and no other site's page sends it; a browser that came by https sends it by no other way.
fn set_cookie(state: &AppState, secret: &str, seconds: i64, headers: &HeaderMap) -> String {
    let encrypted = headers.get(ORIGIN).is_some_and(|origin| origin.as_bytes().starts_with(b"https://"));
    let secure = if encrypted { "; Secure" } else { "" };
    format!("{}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}", state.cookie())
}

fn used_up() -> WebError {
    let detail = "this link was used already, or its time is over: ask whoever runs this server for another";
    WebError::Refused { status: StatusCode::GONE, detail: detail.to_owned() }
}

/// For whom a link is.
#[derive(Debug, Deserialize)]
pub(crate) struct LinkForm {
    name: String,
    scope: String,
    /// How long the link may wait; 24 where nothing is said.
    #[serde(default)]
    hours: String,
}

/// `POST /api/v1/sessions/links`: a link for somebody, made by the holder of the admin token.
pub(crate) async fn link(
    agent: Agent,
    State(state): State<AppState>,
    Form(wanted): Form<LinkForm>,
) -> Result<Response, WebError> {
    agent.reaches(SessionScope::Admin)?;
    let bad = |field, cause: String| WebError::Field { field, cause };
    let name: PersonName =
        wanted.name.parse().map_err(|cause: comity_model::BadName| bad("name", cause.to_string()))?;
    let scope: SessionScope =
        wanted.scope.parse().map_err(|cause: crate::scope::BadScope| bad("scope", cause.to_string()))?;
    let hours = wanted.hours().ok_or_else(|| bad("hours", format!("expected 1 to {MOST_HOURS}")))?;
    tracing::info!(name = name.as_str(), scope = scope.as_str(), hours, "link given");
    let link = state.offer(name, scope, Duration::from_hours(hours.into()))?;
    Ok(([(CACHE_CONTROL, "no-store")], Json(link)).into_response())
}

impl LinkForm {
    fn hours(&self) -> Option<u16> {
        if self.hours.is_empty() {
            return Some(LINK_HOURS);
        }
        self.hours.parse().ok().filter(|hours| (1..=MOST_HOURS).contains(hours))
    }
}

#[derive(Template)]
#[template(path = "enter.html")]
struct EnterPage {
    shell: Shell,
    grant: Grant,
    until: String,
}
