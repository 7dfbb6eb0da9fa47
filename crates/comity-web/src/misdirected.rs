//! Refuses requests for a name that is not ours.

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::WebError;
use crate::hosts::name_of;
use crate::state::AppState;

/// The probes of whatever watches over the server: they tell nothing, and come by any name.
const PROBES: [&str; 2] = ["/healthz", "/readyz"];
/// The longest name that is shown again to whoever asked by it.
const SHOWN: usize = 100;

/// Refuses what was asked for by a name that is not ours; without any name there is nobody to be misled.
pub(crate) async fn refuse(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let said = request.uri().authority().map(|authority| authority.as_str().as_bytes());
    let said = said.or_else(|| request.headers().get(header::HOST).map(header::HeaderValue::as_bytes));
    let Some(said) = said else { return next.run(request).await };
    let host = String::from_utf8_lossy(said);
    if PROBES.contains(&request.uri().path()) || state.access().hosts.answers(&host) {
        return next.run(request).await;
    }
    let name: String = name_of(&host).unwrap_or_else(|| host.into_owned()).chars().take(SHOWN).collect();
    let detail =
        format!("this server does not go by the name `{name}`: if it should, start it with --host {name}");
    WebError::Refused { status: StatusCode::MISDIRECTED_REQUEST, detail }.into_response()
}
