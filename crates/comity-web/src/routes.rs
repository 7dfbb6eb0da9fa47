//! Every address, and what every reply has in common.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::time::timeout;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

use crate::connections::Limits;
use crate::state::AppState;
use crate::visit::API;
use crate::{
    about, ask, assets, change, claim, connections, enter, entities, entity, evidence, files, home, hosts,
    map, openapi, policy, probe, problem, reconcile, research, review, source, takedown,
};

/// A form holds a few words; files come in through `comity import`.
const BODY_BYTES: usize = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);
/// For the last sessions of the register.
const CLOSING: Duration = Duration::from_secs(1);

/// Pages and API, without a socket.
pub fn app(state: AppState) -> Router {
    let public = state.access().public;
    let router = Router::new()
        .merge(nouns())
        .nest(API, api().layer(policy::open_to_readers(public)))
        .merge(reconcile::routes(public))
        .route("/enter/{code}", get(enter::offered).post(enter::enter))
        .route("/leave", post(enter::leave))
        .route("/openapi.json", get(openapi::openapi))
        .route("/static/{*path}", get(assets::asset))
        .route("/healthz", get(probe::health))
        .route("/readyz", get(probe::ready))
        .fallback(async || StatusCode::NOT_FOUND)
        .with_state(state.clone())
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PATIENCE))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(state, hosts::answered))
        .layer(from_fn(problem::present))
        .layer(CompressionLayer::new());
    policy::with_safety_headers(router)
}

/// What programs get.
fn api() -> Router<AppState> {
    nouns().route("/map", get(map::ties)).route("/sessions/links", post(enter::link))
}

/// What has both a page and JSON.
fn nouns() -> Router<AppState> {
    Router::new()
        .route("/", get(home::home))
        .route("/ask", get(ask::questions))
        .route("/ask/{question}", get(ask::ask))
        .route("/ask/{question}/claims", get(ask::claims))
        .route("/ask/{question}/charts/{file}", get(files::chart))
        .route("/ask/{question}/tables/{file}", get(files::table))
        .route("/entities/{id}", get(entity::entity))
        .route("/files", get(research::files))
        .route("/files/{name}", get(research::file))
        .route("/about", get(about::about))
        .route("/sources", get(source::sources))
        .route("/sources/{id}", get(source::source))
        .route("/search", get(entities::search))
        .route("/entities", get(entities::entities))
        .route("/networks", get(entities::networks))
        .route("/claims", get(evidence::claims))
        .route("/claims/{id}", get(claim::claim))
        .route("/changes", get(change::changes))
        .route("/takedowns", get(takedown::takedowns))
        .route("/changes/{id}", get(change::change))
        .route("/changes/{id}/undo", post(change::undo))
        .route("/review", get(review::review))
        .route("/review/set", get(review::set).post(review::accept))
        .route("/review/duplicates", get(review::duplicates).post(review::tell))
        .route("/review/undo", post(review::undo))
        .route("/review/{id}", post(review::decide))
}

/// Answers on `listener` until `stop` is done, then closes the register; the caller says where that is.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) {
    connections::serve(listener, app(state.clone()), limits, stop).await;
    // What was cut off may hold a session of the register; it is whole all the same.
    if timeout(CLOSING, state.register().close()).await.is_err() {
        tracing::warn!("the register is still in use");
    }
}
