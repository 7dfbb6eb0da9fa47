//! The Reconciliation Service API 0.2 at `/reconcile`: which real place or body each name in a table means.
//!
//! Reading and writing what travels is `wire`'s business alone: another version of the protocol is another file
//! beside it. What is asked is a `Question`, what is told an `Answer`; neither knows JSON.

mod answer;
mod base;
mod bodies;
mod catalogue;
mod evidence;
mod extend;
mod facts;
mod flyout;
mod limits;
mod manifest;
mod openapi;
mod outline;
mod page;
mod places;
mod preview;
mod property;
mod query;
mod question;
mod refusal;
mod subject;
mod suggest;
mod types;
mod verdict;
mod view;
mod wire;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

pub(crate) use openapi::addresses;

use crate::policy;
use crate::routes::on;
use crate::state::AppState;
use crate::work::Lane;

/// Every address of the service.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    let batches = Router::new().route("/reconcile", get(query::get).post(query::post));
    on(Lane::Medium, state, batches)
        .merge(on(Lane::Short, state, one_by_one()))
        .layer(DefaultBodyLimit::max(limits::BODY_BYTES))
        .layer(policy::open_to_questions(state.access().public))
}

fn one_by_one() -> Router<AppState> {
    Router::new()
        .route("/reconcile/suggest/entity", get(suggest::entities))
        .route("/reconcile/suggest/type", get(suggest::types))
        .route("/reconcile/suggest/property", get(suggest::properties))
        .route("/reconcile/flyout/entity", get(flyout::entity))
        .route("/reconcile/flyout/type", get(flyout::of_type))
        .route("/reconcile/flyout/property", get(flyout::property))
        .route("/reconcile/properties", get(extend::proposals))
        .route("/reconcile/preview/{id}", get(preview::preview))
        .route("/reconcile/view/{id}", get(view::view))
}
