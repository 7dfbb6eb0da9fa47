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

use crate::api::API;
use crate::connections::SocketLimits;
use crate::lanes::on;
use crate::mount::Mount;
use crate::once::{Maker, once};
use crate::state::AppState;
use crate::work::Lane;
use crate::{
    about, ask, assets, brief, change, checked, cite_files, claim, comparison, connections, design, embed,
    enter, entities, entity, evidence, explore, explore_files, files, follow, home, map, misdirected, mount,
    openapi, policy, probe, problem_page, reconcile, research, review, search, source, takedown,
};

/// A form holds a few words; files come in through `comity import`.
const BODY_BYTES: usize = 64 * 1024;
/// For the last sessions of the register.
const CLOSING: Duration = Duration::from_secs(1);

/// Pages and API, without a socket.
pub fn app(state: AppState) -> Router {
    let (public, patience) = (state.access().public, state.patience());
    let mount = Mount::new(state.access().hosts.path());
    let router = Router::new()
        .merge(nouns(&state))
        .nest(API, api(&state).layer(policy::open_to_readers(public)))
        .merge(embedded(&state))
        .merge(reconcile::routes(&state))
        .route("/enter/{code}", get(enter::offered).post(enter::enter))
        .route("/leave", post(enter::leave))
        .route("/openapi.json", get(openapi::openapi))
        .route("/static/{*path}", get(assets::asset))
        .route("/about/accessibility", get(about::accessibility))
        .route("/about/design", get(design::design))
        .route("/notice", get(assets::notice))
        .route("/healthz", get(probe::health))
        .route("/readyz", get(probe::ready))
        .fallback(entity::nowhere)
        .with_state(state.clone())
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, patience))
        .layer(CatchPanicLayer::custom(problem_page::panicked))
        .layer(from_fn_with_state(state, misdirected::refuse))
        .layer(from_fn(problem_page::present));
    let router = match &mount {
        Some(mount) => router.layer(from_fn_with_state(mount.clone(), mount::lead_back)),
        None => router,
    };
    let router = policy::with_safety_headers(router.layer(CompressionLayer::new()));
    match mount {
        Some(mount) => mount.around(router),
        None => router,
    }
}

/// What programs get.
fn api(state: &AppState) -> Router<AppState> {
    let map = Router::new().route("/map", get(map::ties)).route("/map.bin", get(map::columns));
    nouns(state)
        .merge(once_by(Maker::Workers(Lane::Medium), state, map))
        .route("/sessions/links", post(enter::link))
}

/// Pages for the frames of others.
fn embedded(state: &AppState) -> Router<AppState> {
    let charts = Router::new().route("/embed/ask/{question}/charts/{chart}", get(embed::chart));
    let views = Router::new().route("/embed/explore", get(embed::explore));
    once_by(Maker::Handler, state, charts)
        .merge(once_by(Maker::Workers(Lane::Medium), state, views))
        .layer(from_fn(policy::for_frames))
}

/// What has both a page and JSON.
fn nouns(state: &AppState) -> Router<AppState> {
    let home = Router::new().route("/", get(home::home)).route("/explore", get(explore::explore));
    let files = Router::new()
        .route("/files/{name}", get(research::file))
        .route("/explore/{file}", get(explore_files::file))
        .route("/checked", get(checked::checked))
        .route("/checked/cite/{format}", get(checked::cite));
    once_by(Maker::Handler, state, questions())
        .merge(once_by(Maker::Workers(Lane::Medium), state, home))
        .merge(once_by(Maker::Workers(Lane::Long), state, files))
        .merge(on(Lane::Short, state, pages()))
}

/// Served once for all who ask alike, and kept for those who come later.
fn once_by(maker: Maker, state: &AppState, routes: Router<AppState>) -> Router<AppState> {
    routes.route_layer(from_fn_with_state((state.clone(), maker), once))
}

fn questions() -> Router<AppState> {
    Router::new()
        .route("/ask/{question}", get(ask::ask))
        .route("/ask/{question}/claims", get(ask::claims))
        .route("/brief", get(brief::brief))
        .route("/compare", get(comparison::comparison))
        .route("/ask/{question}/cite/{format}", get(cite_files::of_answer))
        .route("/ask/{question}/charts/{file}", get(files::chart))
        .route("/ask/{question}/tables/{file}", get(files::table))
}

fn pages() -> Router<AppState> {
    Router::new()
        .route("/ask", get(ask::questions))
        .route("/entities/{id}", get(entity::entity))
        .route("/entities/{id}/cite/{format}", get(cite_files::entity))
        .route("/entities/{id}/feed.atom", get(follow::entity))
        .route("/feed.atom", get(follow::register))
        .route("/files", get(research::files))
        .route("/files/cite/{format}", get(cite_files::register))
        .route("/about", get(about::about))
        .route("/sources", get(source::sources))
        .route("/sources/{id}", get(source::source))
        .route("/sources/{id}/cite/{format}", get(cite_files::source))
        .route("/search", get(search::search))
        .route("/suggest", get(search::suggest))
        .route("/entities", get(entities::entities))
        .route("/networks", get(entities::networks))
        .route("/claims", get(evidence::claims))
        .route("/claims/{id}", get(claim::claim))
        .route("/claims/{id}/cite/{format}", get(cite_files::claim))
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

/// What nobody has used for so long is let go.
const IDLE: Duration = Duration::from_mins(1);

async fn rest(state: AppState) {
    let mut turns = tokio::time::interval(IDLE / 4);
    let mut seen = None;
    loop {
        turns.tick().await;
        let state = state.clone();
        let head = state.register().head().await.ok().map(|head| head.seq);
        let has_grown = head != std::mem::replace(&mut seen, head);
        // To take a state apart takes time.
        drop(tokio::task::spawn_blocking(move || state.rest(IDLE, has_grown)).await);
    }
}

/// Answers on `listener` until `stop` is done, then closes the register; the caller says where that is.
pub async fn serve(
    listener: TcpListener,
    state: AppState,
    limits: SocketLimits,
    stop: impl Future<Output = ()> + Send,
) {
    let resting = tokio::spawn(rest(state.clone()));
    connections::serve(listener, app(state.clone()), limits, stop).await;
    resting.abort();
    // A snapshot that is half in its file is made again by the next process.
    if timeout(CLOSING, state.door().written()).await.is_err() {
        tracing::warn!("the snapshot file is not whole yet, and is not kept");
    }
    // What was cut off may hold a session of the register; it is whole all the same.
    if timeout(CLOSING, state.register().close()).await.is_err() {
        tracing::warn!("the register is still in use");
    }
}
