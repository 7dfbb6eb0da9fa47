//! The path under which a proxy hands on what is ours: taken from what comes in, put before what our pages lead to.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tower::Layer;
use tower::util::MapRequestLayer;

use crate::error::WebError;

/// The attributes of our pages that hold addresses. What others wrote stands in none of them so: its quotation marks
/// are escaped.
const ADDRESSES: [&str; 5] = [" href=\"", " src=\"", " action=\"", " formaction=\"", " data-src=\""];
/// By it the reconciliation service, which tells whole addresses, knows the path too.
const FORWARDED_PREFIX: &str = "x-forwarded-prefix";
/// The tag that tells scripts the path.
const ROOT: &str = "<html ";

/// `/atlas`: never empty, no slash at its end.
#[derive(Debug, Clone)]
pub(crate) struct Mount(Arc<str>);

impl Mount {
    pub(crate) fn new(path: &str) -> Option<Self> {
        (!path.is_empty()).then(|| Self(path.into()))
    }

    /// Whether the proxy passes the path on or takes it away makes no difference.
    pub(crate) fn around(self, router: Router) -> Router {
        let taken = MapRequestLayer::new(move |request: Request| self.without(request));
        Router::new().fallback_service(taken.layer(router))
    }

    fn without(&self, mut request: Request) -> Request {
        let inside = request.uri().path_and_query().and_then(|whole| {
            let rest = whole.as_str().strip_prefix(&*self.0)?;
            match rest.chars().next() {
                None => Some("/".to_owned()),
                Some('?') => Some(format!("/{rest}")),
                Some('/') => Some(rest.to_owned()),
                Some(_) => None,
            }
        });
        let inside = inside.and_then(|inside| inside.parse::<PathAndQuery>().ok());
        if let Some(inside) = inside {
            let mut parts = request.uri().clone().into_parts();
            parts.path_and_query = Some(inside);
            if let Ok(uri) = Uri::from_parts(parts) {
                // What a page calls its own address is without the path too: that is put before it on the way out.
                request.extensions_mut().insert(OriginalUri(uri.clone()));
                *request.uri_mut() = uri;
            }
        }
        if let Ok(path) = HeaderValue::from_str(&self.0) {
            request.headers_mut().insert(FORWARDED_PREFIX, path);
        }
        request
    }

    fn before(&self, address: &str) -> Option<String> {
        is_ours(address).then(|| format!("{}{address}", self.0))
    }

    /// The page with the path before each address of ours.
    fn of_page(&self, page: &str) -> String {
        let mut out = String::with_capacity(page.len() + page.len() / 16);
        let mut rest = page;
        if let Some((head, tail)) = page.split_once(ROOT) {
            out.extend([head, ROOT, "data-mount=\"", &*self.0, "\" "]);
            rest = tail;
        }
        while let Some(at) = rest.find("=\"/") {
            let (head, tail) = rest.split_at(at + 2);
            out.push_str(head);
            if is_ours(tail) && ADDRESSES.iter().any(|attribute| head.ends_with(attribute)) {
                out.push_str(&self.0);
            }
            rest = tail;
        }
        out + rest
    }
}

/// From the root of this server, and not of another.
fn is_ours(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

/// Pages and redirects lead where the reader's browser finds us.
pub(crate) async fn lead_back(State(mount): State<Mount>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let moved = response.headers().get(LOCATION).and_then(|to| mount.before(to.to_str().ok()?));
    if let Some(moved) = moved.and_then(|to| HeaderValue::from_str(&to).ok()) {
        response.headers_mut().insert(LOCATION, moved);
    }
    let sort = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    if !sort.is_some_and(|sort| sort.starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.ok().and_then(|page| String::from_utf8(page.into()).ok());
    let Some(page) = page else {
        return WebError::Broken("a page of ours that is no text".to_owned()).into_response();
    };
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(mount.of_page(&page)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mount() -> Mount {
        Mount::new("/atlas").expect("a path")
    }

    #[track_caller]
    fn check(asked: &str, inside: &str) {
        let request = Request::builder().uri(asked).body(Body::empty()).expect("a request");
        assert_eq!(mount().without(request).uri(), inside);
    }

    #[test]
    fn the_path_is_taken_from_what_comes_in() {
        check("/atlas", "/");
        check("/atlas?at=2019", "/?at=2019");
        check("/atlas/ask/with?subject=a", "/ask/with?subject=a");
        check("/atlasses", "/atlasses");
        check("/ask/with", "/ask/with");
    }

    #[test]
    fn addresses_of_ours_bear_it_and_no_others() {
        let page = "<html lang=\"en\"><a href=\"/ask\">a=\"/b</a><a href=\"//other.example\"><a href=\"https://c/\">\
            <form action=\"/search\"><input value=\"/d\"><script src=\"/static/a.js\">";
        assert_eq!(
            mount().of_page(page),
            "<html data-mount=\"/atlas\" lang=\"en\"><a href=\"/atlas/ask\">a=\"/b</a><a href=\"//other.example\">\
            <a href=\"https://c/\"><form action=\"/atlas/search\"><input value=\"/d\"><script src=\"/atlas/static/a.js\">"
        );
    }
}
