//! `/reconcile`: the reconciliation service of `comity-openrefine`, mounted here with our pages and our refusals.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Path};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::request::Parts;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use comity_answer::CachedSnapshot;
use comity_gazetteer::Gazetteer;
use comity_openrefine::{BODY_BYTES, Facts, Host, ServiceError, ServicePage, batches, lookups};
use comity_register::RegisterError;

use crate::address::BadQuery;
use crate::error::WebError;
use crate::lanes::on;
use crate::problem::as_it_is;
use crate::shell::Shell;
use crate::state::AppState;
use crate::visit::Visit;
use crate::work::Lane;
use crate::{assets, policy};

/// Every address of the service.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    let host = ServiceHost(state.clone());
    let lookups = lookups().layer(map_response(for_frames)).with_state(host.clone());
    let lookups = lookups.route("/reconcile/view/{id}", get(view));
    on(Lane::Medium, state, batches().with_state(host))
        .merge(on(Lane::Short, state, lookups))
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(policy::open_to_questions(state.access().public))
}

/// A page with a policy of its own stands in a frame of somebody else, also where it says that there is nothing.
async fn for_frames(response: Response) -> Response {
    if response.headers().contains_key(CONTENT_SECURITY_POLICY) { as_it_is(response) } else { response }
}

/// This server, as the service sees it.
#[derive(Clone)]
struct ServiceHost(AppState);

impl Host for ServiceHost {
    type Error = WebError;

    fn gazetteer(&self) -> Option<&Gazetteer> {
        self.0.gazetteer()
    }

    async fn snapshot(&self) -> Result<Arc<CachedSnapshot>, RegisterError> {
        self.0.door().snapshot(None).await
    }

    fn land(&self) -> String {
        assets::text("outline.txt").unwrap_or_default()
    }

    async fn service_page(&self, request: &mut Parts, page: ServicePage) -> Result<Response, WebError> {
        let visit = Visit::from_request_parts(request, &self.0).await?;
        Ok(visit.page(|mut shell| {
            shell.json = Some("/reconcile?format=json".to_owned());
            ServiceHtml { shell, page }
        }))
    }
}

#[derive(Template)]
#[template(path = "reconcile/service.html")]
struct ServiceHtml {
    shell: Shell,
    page: ServicePage,
}

/// `GET /reconcile/view/{id}`, to which a client links: the profile where something is on file, else what a gazetteer
/// says.
async fn view(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let (facts, land) = Facts::find(&ServiceHost(visit.state.clone()), &id).await?;
    if facts.is_on_file {
        return Ok(Redirect::to(&format!("/entities/{}", facts.id)).into_response());
    }
    Ok(visit.page(|shell| PlaceHtml { shell, facts, land }))
}

#[derive(Template)]
#[template(path = "reconcile/place.html")]
struct PlaceHtml {
    shell: Shell,
    facts: Facts,
    land: String,
}

impl From<ServiceError> for WebError {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Missing { noun, id } => Self::Missing { noun, id, instead: Vec::new() },
            ServiceError::Address { text } => Self::Address(BadQuery { text }),
            ServiceError::Field { field, cause } => Self::Field { field, cause },
            ServiceError::Refused { status, detail } => Self::Refused { status, detail },
            ServiceError::Register(error) => Self::Register(error),
        }
    }
}
