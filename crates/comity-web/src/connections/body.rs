//! Bodies with an end: a request that must be here in time, and a reply that keeps its place until it is sent.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use super::crowd::Busy;

/// The rest of a request took longer than it may.
#[derive(Debug, thiserror::Error)]
#[error("the rest of the request did not come within {0:?}")]
struct Late(Duration);

/// A request's body, all of which comes in time or fails.
pub(super) struct InTime {
    body: Body,
    within: Duration,
    late: Pin<Box<Sleep>>,
}

impl InTime {
    pub(super) fn new(body: Body, within: Duration) -> Self {
        Self { body, within, late: Box::pin(sleep(within)) }
    }
}

impl HttpBody for InTime {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            return Poll::Ready(frame);
        }
        let within = self.within;
        self.late.as_mut().poll(context).map(|()| Some(Err(axum::Error::new(Late(within)))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Holds a connection busy until the last of a reply was handed over.
pub(super) struct Until {
    busy: Busy,
}

impl Until {
    pub(super) fn new(busy: Busy) -> Self {
        Self { busy }
    }

    pub(super) fn end_of(self, body: Body) -> Body {
        Body::new(Held { body, _busy: self.busy })
    }
}

struct Held {
    body: Body,
    _busy: Busy,
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
