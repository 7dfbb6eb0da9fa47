//! Replies that take long to make and are the same for everyone: kept until the register grows.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::response::Response;

use crate::cache::Cache;
use crate::error::WebError;
use crate::flights::Flights;

/// A reply is small beside what it was made from, and the first to come to a quiet server waits for it: it is kept for half a
/// day.
const IDLE: Duration = Duration::from_hours(12);

/// By entity tag: it changes with all that the reply depends on.
pub(crate) struct Replies {
    /// Under way.
    pub(crate) flights: Flights<String, Result<Response<Bytes>, Arc<WebError>>>,
    pub(crate) kept: Cache<String, Response<Bytes>>,
}

impl Replies {
    /// Keeps replies of so many bytes.
    pub(crate) fn within(bytes: usize) -> Self {
        Self { flights: Flights::new(), kept: Cache::within(bytes) }
    }

    pub(crate) fn rest(&self) {
        self.kept.rest(IDLE);
    }
}
