//! What every reply tells the browser about safety, and who else may read it.

use axum::Router;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

use crate::etag::unless_any;
use crate::hosts::is_of_this_machine;

const CONTENT: &str = "default-src 'self'; img-src 'self' data:; worker-src 'self'; style-src 'self'; \
                       script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
/// The same for pages that any site may show in a frame.
pub(crate) const EMBEDDED: &str = "default-src 'self'; img-src 'self' data:; worker-src 'self'; style-src 'self'; \
                        script-src 'self'; connect-src 'self'; frame-ancestors *";

const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

pub(crate) fn with_safety_headers(router: Router) -> Router {
    // Within: what is not sent again needs these headers too.
    router.layer(from_fn(unless_any)).layer(from_fn(guarded))
}

/// A reply that brings a policy of its own is made for the frames of others and keeps it.
async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let for_frames = response.headers().contains_key(header::CONTENT_SECURITY_POLICY);
    let of_pages = [header::CONTENT_SECURITY_POLICY, header::X_FRAME_OPTIONS];
    for (name, value) in HEADERS.into_iter().filter(|(name, _)| !for_frames || !of_pages.contains(name)) {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Gives whatever is replied, also that nothing has changed, the policy of pages for frames.
pub(crate) async fn for_frames(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(EMBEDDED));
    response
}

/// Whose pages may read the API: those of any site where the server is `public`, else those of programs at this
/// machine (OpenRefine and the like). None may write through a visitor's browser.
pub(crate) fn open_to_readers(public: bool) -> CorsLayer {
    let origins = if public { Any.into() } else { AllowOrigin::predicate(of_this_machine) };
    CorsLayer::new().allow_origin(origins).allow_methods([Method::GET, Method::HEAD])
}

fn of_this_machine(origin: &HeaderValue, _: &Parts) -> bool {
    is_of_this_machine(origin.as_bytes())
}

/// The same pages may ask the reconciliation service, by forms too: they change nothing.
pub(crate) fn open_to_questions(public: bool) -> CorsLayer {
    open_to_readers(public).allow_methods([Method::GET, Method::HEAD, Method::POST]).allow_headers(Any)
}
