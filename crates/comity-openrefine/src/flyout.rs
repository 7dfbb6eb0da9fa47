//! Flyouts: a few lines of HTML beside a suggestion, in JSON.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::ServiceError;
use crate::facts::Facts;
use crate::fields::fields;
use crate::host::Host;
use crate::property;
use crate::query::{fresh, in_catalogue};
use crate::types::Type;

#[derive(Debug, Deserialize)]
struct Fields {
    #[serde(default)]
    id: String,
}

/// Nothing but text and paragraphs: it is set into a page of someone else.
#[derive(Template)]
#[template(path = "flyout.html")]
struct Flyout {
    name: String,
    lines: Vec<String>,
}

/// The same as it is sent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileFlyout")]
pub(crate) struct InJson {
    id: String,
    html: String,
}

/// `GET /reconcile/flyout/entity?id=`.
pub(crate) async fn entity<H: Host>(
    State(host): State<H>,
    RawQuery(query): RawQuery,
) -> Result<Response, H::Error> {
    let id = wanted(query)?;
    let asked = id.clone();
    let facts =
        in_catalogue(&host, move |catalogue| catalogue.by_id(&asked).map(|one| Facts::of(&one))).await?;
    let facts = facts.ok_or_else(|| missing("entity", &id))?;
    let place =
        if facts.around.is_empty() { facts.kind } else { format!("{} in {}", facts.kind, facts.around) };
    let rows = facts.rows.into_iter().map(|(label, value)| format!("{label}: {value}"));
    let lines = std::iter::once(place).chain([facts.about]).chain(rows);
    Ok(told(&id, facts.name, lines.filter(|line| !line.is_empty()).collect()))
}

/// `GET /reconcile/flyout/type?id=`.
pub(crate) async fn of_type<H: Host>(RawQuery(query): RawQuery) -> Result<Response, H::Error> {
    let id = wanted(query)?;
    let found = Type::find(&id).ok_or_else(|| missing("type", &id))?;
    Ok(told(&id, found.name().to_owned(), vec![found.help().to_owned()]))
}

/// `GET /reconcile/flyout/property?id=`.
pub(crate) async fn property<H: Host>(RawQuery(query): RawQuery) -> Result<Response, H::Error> {
    let id = wanted(query)?;
    let found = property::find(&id).ok_or_else(|| missing("property", &id))?;
    Ok(told(&id, found.name.to_owned(), vec![found.help.to_owned()]))
}

fn wanted(query: Option<String>) -> Result<String, ServiceError> {
    let Fields { id } = fields(&query.unwrap_or_default())?;
    if id.is_empty() {
        return Err(ServiceError::Field { field: "id", cause: "expected what a suggestion gave".to_owned() });
    }
    Ok(id)
}

fn missing(noun: &'static str, id: &str) -> ServiceError {
    ServiceError::Missing { noun, id: id.to_owned() }
}

fn told(id: &str, name: String, lines: Vec<String>) -> Response {
    let html = Flyout { name, lines }.render().expect("a flyout writes into a string");
    fresh(InJson { id: id.to_owned(), html })
}
