//! Replies that take long to make and are the same for everyone: kept until the register grows.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::response::Response;

use crate::cache::Cache;
use crate::error::WebError;
use crate::flights::Flights;

/// A reply is small beside what it was made from, and the first to come to a quiet server waits for it: it is kept for half a
/// day, as long as the register does not grow.
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

    /// Lets go of what nobody has used for long; of all where the register has grown: what was erased is in none.
    pub(crate) fn rest(&self, has_grown: bool) {
        self.kept.rest(if has_grown { Duration::ZERO } else { IDLE });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stay_until_the_register_grows() {
        let replies = Replies::within(1 << 20);
        replies.kept.keep("tag".to_owned(), Response::new(Bytes::new()), 0);
        replies.rest(false);
        assert!(replies.kept.get(&"tag".to_owned()).is_some());
        replies.rest(true);
        assert!(replies.kept.get(&"tag".to_owned()).is_none());
    }
}
