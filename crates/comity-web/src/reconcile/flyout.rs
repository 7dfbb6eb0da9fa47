//! Flyouts: a few lines of HTML beside a suggestion, in JSON.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::property;
use super::query::{fresh, in_catalogue};
use super::types::Type;
use crate::address::parts;
use crate::error::WebError;
use crate::state::AppState;

#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    id: String,
}

/// Nothing but text and paragraphs: it is set into a page of someone else.
#[derive(Template)]
#[template(path = "reconcile/flyout.html")]
struct Flyout {
    name: String,
    lines: Vec<String>,
}

/// The same as it is sent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileFlyout")]
pub(super) struct InJson {
    id: String,
    html: String,
}

/// `GET /reconcile/flyout/entity?id=`.
pub(super) async fn entity(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
) -> Result<Response, WebError> {
    let id = wanted(query)?;
    let asked = id.clone();
    let facts =
        in_catalogue(&state, move |catalogue| catalogue.by_id(&asked).map(|one| Facts::of(&one))).await?;
    let facts = facts.ok_or_else(|| missing("entity", &id))?;
    let place =
        if facts.around.is_empty() { facts.kind } else { format!("{} in {}", facts.kind, facts.around) };
    let rows = facts.rows.into_iter().map(|(label, value)| format!("{label}: {value}"));
    let lines = std::iter::once(place).chain([facts.about]).chain(rows);
    Ok(told(&id, facts.name, lines.filter(|line| !line.is_empty()).collect()))
}

/// `GET /reconcile/flyout/type?id=`.
pub(super) async fn of_type(RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let id = wanted(query)?;
    let found = Type::find(&id).ok_or_else(|| missing("type", &id))?;
    Ok(told(&id, found.name().to_owned(), vec![found.help().to_owned()]))
}

/// `GET /reconcile/flyout/property?id=`.
pub(super) async fn property(RawQuery(query): RawQuery) -> Result<Response, WebError> {
    let id = wanted(query)?;
    let found = property::find(&id).ok_or_else(|| missing("property", &id))?;
    Ok(told(&id, found.name.to_owned(), vec![found.help.to_owned()]))
}

fn wanted(query: Option<String>) -> Result<String, WebError> {
    let Wanted { id } = parts(&query.unwrap_or_default())?;
    if id.is_empty() {
        return Err(WebError::Field { field: "id", cause: "expected what a suggestion gave".to_owned() });
    }
    Ok(id)
}

fn missing(noun: &'static str, id: &str) -> WebError {
    WebError::Missing { noun, id: id.to_owned(), instead: Vec::new() }
}

fn told(id: &str, name: String, lines: Vec<String>) -> Response {
    let html = Flyout { name, lines }.render().expect("a flyout writes into a string");
    fresh(InJson { id: id.to_owned(), html })
}
