//! Which workers serve a request: one that looks back in time takes longer than its neighbours.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

use crate::clocks::looks_back;
use crate::error::WebError;
use crate::language::language_of;
use crate::state::AppState;
use crate::work::Lane;

/// Served by the workers of a lane.
pub(crate) fn on(lane: Lane, state: &AppState, routes: Router<AppState>) -> Router<AppState> {
    routes.route_layer(from_fn_with_state((state.clone(), lane), on_workers))
}

/// Has a request served by the workers of a lane; one that looks back may have to wait until that state is read.
pub(crate) async fn on_workers(
    State((state, lane)): State<(AppState, Lane)>,
    request: Request,
    next: Next,
) -> Result<Response, WebError> {
    let back = looks_back(request.uri().query().unwrap_or_default());
    let lane = if back && lane == Lane::Short { Lane::Long } else { lane };
    let (parts, body) = request.into_parts();
    let language = language_of(&parts);
    // All of it, before a worker is kept busy: a client may be slow.
    let body = match Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await {
        Ok(body) => Body::from(body),
        Err(refused) => return Ok(refused.into_response()),
    };
    state.work().run(lane, language, next.run(Request::from_parts(parts, body))).await
}
