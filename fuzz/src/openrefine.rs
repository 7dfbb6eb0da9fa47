//! What OpenRefine and its like ask: batches of names, requests for data, suggestions.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse, Response};
use comity_answer::CachedSnapshot;
use comity_gazetteer::Gazetteer;
use comity_openrefine::{Host, ServiceError, ServicePage, batches, lookups};
use comity_register::RegisterError;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

use crate::worlds::{gazetteer, snapshot};
use crate::{choice, chosen};

const FORM: &str = "application/x-www-form-urlencoded";
/// What stands before the bytes: an address, or the name of a field of a form.
const ASKED: [&str; 8] = [
    "queries",
    "extend",
    "/reconcile?",
    "/reconcile/suggest/entity?prefix=",
    "/reconcile/suggest/property?",
    "/reconcile/flyout/entity?id=",
    "/reconcile/properties?",
    "/reconcile/preview/",
];

pub(crate) fn run(data: &[u8]) {
    let (first, rest) = choice(data);
    let Some(asked) = chosen(&ASKED, first) else { return };
    let request = if asked.starts_with('/') {
        Request::get(format!("{asked}{}", String::from_utf8_lossy(rest))).body(Body::empty())
    } else {
        let escaped: String = url::form_urlencoded::byte_serialize(rest).collect();
        let form = Body::from(format!("{asked}={escaped}"));
        Request::post("/reconcile").header("content-type", FORM).body(form)
    };
    let Ok(request) = request else { return };
    let service: Router = batches().merge(lookups()).with_state(Service);
    let answered = runtime().block_on(service.oneshot(request));
    let status = answered.expect("a router answers whatever it is asked").status();
    assert!(!status.is_server_error(), "{status}");
}

fn runtime() -> Runtime {
    Builder::new_current_thread().build().expect("a thread needs nothing to run on itself")
}

/// The service over a small world.
#[derive(Clone)]
struct Service;

struct Refused;

impl From<ServiceError> for Refused {
    fn from(error: ServiceError) -> Self {
        assert!(!matches!(error, ServiceError::Register(_)), "{error}");
        Self
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        StatusCode::BAD_REQUEST.into_response()
    }
}

impl Host for Service {
    type Error = Refused;

    fn gazetteer(&self) -> Option<&Gazetteer> {
        Some(gazetteer())
    }

    async fn snapshot(&self) -> Result<Arc<CachedSnapshot>, RegisterError> {
        Ok(Arc::clone(snapshot()))
    }

    fn land(&self) -> String {
        String::new()
    }

    async fn service_page(&self, _: &mut Parts, _: ServicePage) -> Result<Response, Refused> {
        Ok(StatusCode::OK.into_response())
    }
}
