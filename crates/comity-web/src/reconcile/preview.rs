//! The preview of an entity: a small page of its own that a client shows in a frame.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::response::{Html, IntoResponse, Response};

use super::base::Base;
use super::facts::Facts;
use super::outline::land;
use super::query::in_catalogue;
use crate::error::WebError;
use crate::problem::as_it_is;
use crate::state::AppState;

/// Pixels of the frame, as the manifest says.
pub(super) const WIDTH: u32 = 430;
pub(super) const HEIGHT: u32 = 230;

/// May stand in anybody's frame and do nothing there: no script, nothing loaded, links open outside.
const ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                     sandbox allow-popups allow-popups-to-escape-sandbox";

/// `GET /reconcile/preview/{id}`: who this is, in a frame of 430 by 230 pixels.
pub(super) async fn preview(
    State(state): State<AppState>,
    Base(base): Base,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let asked = id.clone();
    let facts =
        in_catalogue(&state, move |catalogue| catalogue.by_id(&asked).map(|one| Facts::of(&one))).await?;
    let headers = [(CONTENT_SECURITY_POLICY, ALONE), (CACHE_CONTROL, "no-cache")];
    let status = if facts.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let frame = Frame { base, id, facts, land: land() };
    let page = Html(frame.render().expect("a page writes into a string"));
    Ok(as_it_is((status, headers, page).into_response()))
}

#[derive(Template)]
#[template(path = "reconcile/preview.html")]
struct Frame {
    base: String,
    id: String,
    /// `None` where there is no such thing.
    facts: Option<Facts>,
    land: String,
}
