//! The preview of an entity: a small page of its own that a client shows in a frame.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::response::{Html, IntoResponse, Response};

use crate::base::Base;
use crate::facts::Facts;
use crate::host::Host;
use crate::outline::land;
use crate::query::in_catalogue;

/// Pixels of the frame, as the manifest says.
pub(crate) const WIDTH: u32 = 430;
pub(crate) const HEIGHT: u32 = 230;

/// May stand in anybody's frame and do nothing there: no script, nothing loaded, links open outside.
const ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                     sandbox allow-popups allow-popups-to-escape-sandbox";

/// `GET /reconcile/preview/{id}`: who this is, in a frame of 430 by 230 pixels.
pub(crate) async fn preview<H: Host>(
    State(host): State<H>,
    Base(base): Base,
    Path(id): Path<String>,
) -> Result<Response, H::Error> {
    let asked = id.clone();
    let facts =
        in_catalogue(&host, move |catalogue| catalogue.by_id(&asked).map(|one| Facts::of(&one))).await?;
    let headers = [(CONTENT_SECURITY_POLICY, ALONE), (CACHE_CONTROL, "no-cache")];
    let status = if facts.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let frame = Frame { base, id, facts, land: land(&host) };
    let page = Html(frame.render().expect("a page writes into a string"));
    Ok((status, headers, page).into_response())
}

#[derive(Template)]
#[template(path = "preview.html")]
struct Frame {
    base: String,
    id: String,
    /// `None` where there is no such thing.
    facts: Option<Facts>,
    land: String,
}
