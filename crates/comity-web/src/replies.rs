//! Pages that take seconds to make and are the same for everyone: made once, and kept until the register grows.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tokio::time::timeout;

use crate::cache::Cache;
use crate::error::WebError;
use crate::flights::Flights;
use crate::state::AppState;
use crate::visit::Visit;
use crate::work::{Lane, on_workers};

/// By entity tag: it changes with all that the reply depends on.
pub(crate) struct Replies {
    flights: Flights<String, Result<Response<Bytes>, Arc<WebError>>>,
    kept: Cache<String, Response<Bytes>>,
}

impl Replies {
    /// Keeps replies of so many bytes.
    pub(crate) fn within(bytes: usize) -> Self {
        Self { flights: Flights::new(), kept: Cache::within(bytes) }
    }
}

/// Has a request served by the workers of a lane, once for all who send the same, if not lately.
pub(crate) async fn once(
    State((state, lane)): State<(AppState, Lane)>,
    request: Request,
    next: Next,
) -> Result<Response, WebError> {
    if request.method() != Method::GET {
        return on_workers(State((state, lane)), request, next).await;
    }
    let (mut parts, body) = request.into_parts();
    let tag = Visit::from_request_parts(&mut parts, &state).await?.etag();
    let replies = state.replies();
    if let Some(kept) = replies.kept.get(&tag) {
        return Ok(kept.map(Body::from));
    }
    let request = Request::from_parts(parts, body);
    let flight = replies.flights.join(tag.clone(), || made(state.clone(), lane, request, next, tag));
    Ok(flight.await?.map(Body::from))
}

async fn made(
    state: AppState,
    lane: Lane,
    request: Request,
    next: Next,
    tag: String,
) -> Result<Response<Bytes>, Arc<WebError>> {
    let served = on_workers(State((state.clone(), lane)), request, next);
    let served = timeout(state.patience(), served).await.unwrap_or(Err(WebError::TooLong))?;
    let (parts, body) = served.into_parts();
    let body = to_bytes(body, usize::MAX).await.map_err(|_| WebError::Broken)?;
    let reply = Response::from_parts(parts, body);
    if reply.status() == StatusCode::OK {
        state.replies().kept.keep(tag, reply.clone(), reply.body().len());
    }
    Ok(reply)
}
