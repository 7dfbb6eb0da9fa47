//! The page of an entity that a client links to: its profile where something is on file, else what a gazetteer says.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

use super::facts::Facts;
use super::outline::land;
use super::query::in_catalogue;
use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::Visit;

/// `GET /reconcile/view/{id}`.
pub(super) async fn view(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let asked = id.clone();
    let facts =
        in_catalogue(&visit.state, move |catalogue| catalogue.by_id(&asked).map(|one| Facts::of(&one)))
            .await?;
    let facts = facts.ok_or_else(|| WebError::Missing { noun: "entity", id, instead: Vec::new() })?;
    if facts.is_on_file {
        return Ok(Redirect::to(&format!("/entities/{}", facts.id)).into_response());
    }
    Ok(visit.page(|shell| PlacePage { shell, facts, land: land() }))
}

#[derive(Template)]
#[template(path = "reconcile/place.html")]
struct PlacePage {
    shell: Shell,
    facts: Facts,
    land: String,
}
