//! Has a reply made once for all who send the same request, if not lately.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::timeout;

use crate::error::WebError;
use crate::lanes::on_workers;
use crate::state::AppState;
use crate::visit::Visit;
use crate::work::Lane;

/// Who makes a reply.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Maker {
    Workers(Lane),
    /// The handler itself, which hands over what takes long.
    Handler,
}

/// Has a request served once for all who send the same, if not lately.
pub(crate) async fn once(
    State((state, maker)): State<(AppState, Maker)>,
    request: Request,
    next: Next,
) -> Result<Response, WebError> {
    if request.method() != Method::GET {
        return served(state, maker, request, next).await;
    }
    let (mut parts, body) = request.into_parts();
    let tag = Visit::from_request_parts(&mut parts, &state).await?.etag();
    let replies = state.replies();
    if let Some(kept) = replies.kept.get(&tag) {
        return Ok(kept.map(Body::from));
    }
    let request = Request::from_parts(parts, body);
    let flight = replies.flights.join(tag.clone(), || made(state.clone(), maker, request, next, tag));
    Ok(flight.await?.map(Body::from))
}

async fn made(
    state: AppState,
    maker: Maker,
    request: Request,
    next: Next,
    tag: String,
) -> Result<Response<Bytes>, Arc<WebError>> {
    let served = served(state.clone(), maker, request, next);
    let served = timeout(state.patience(), served).await.unwrap_or(Err(WebError::TooLong))?;
    let (parts, body) = served.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|error| WebError::Broken(error.to_string()))?;
    let reply = Response::from_parts(parts, body);
    if reply.status() == StatusCode::OK {
        state.replies().kept.keep(tag, reply.clone(), reply.body().len());
    }
    Ok(reply)
}

async fn served(state: AppState, maker: Maker, request: Request, next: Next) -> Result<Response, WebError> {
    match maker {
        Maker::Workers(lane) => on_workers(State((state, lane)), request, next).await,
        Maker::Handler => Ok(next.run(request).await),
    }
}
