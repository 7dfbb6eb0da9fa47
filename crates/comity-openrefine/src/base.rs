//! Under which address a client reached us: the manifest must name whole addresses.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::Authority;

/// `http://localhost:8420`, without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base(pub(crate) String);

/// Where nothing sensible is said.
const USUAL: &str = "localhost:8420";

impl<S: Sync> FromRequestParts<S> for Base {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let said = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let host = parts.uri.authority().map(Authority::as_str).or_else(|| said(HOST.as_str()));
        // A proxy in front of us ends the encryption and says so.
        let scheme = if said("x-forwarded-proto") == Some("https") { "https" } else { "http" };
        let host = host.filter(|host| is_plain(host)).unwrap_or(USUAL);
        let path = said("x-forwarded-prefix").filter(|path| is_plain_path(path)).unwrap_or_default();
        Ok(Self(format!("{scheme}://{host}{path}")))
    }
}

/// A name or number with perhaps a port: nothing that could end an address or carry a password.
fn is_plain(host: &str) -> bool {
    host.parse::<Authority>().is_ok_and(|authority| !authority.as_str().contains('@'))
}

/// `/atlas`: the path under which a proxy hands on what is ours.
fn is_plain_path(path: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    path.starts_with('/') && !path.ends_with('/') && !path.contains("//") && path.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    async fn check(headers: &[(&str, &str)], expected: &str) {
        let mut request = Request::get("/reconcile");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(Base::from_request_parts(&mut parts, &()).await, Ok(Base(expected.to_owned())));
    }

    #[tokio::test]
    async fn the_address_is_the_one_that_was_asked() {
        check(&[("host", "atlas.example")], "http://atlas.example").await;
        check(&[("host", "atlas.example"), ("x-forwarded-proto", "https")], "https://atlas.example").await;
        check(&[("host", "c.example"), ("x-forwarded-prefix", "/atlas")], "http://c.example/atlas").await;
        check(&[("host", "c.example"), ("x-forwarded-prefix", "//evil\"")], "http://c.example").await;
        check(&[("host", "me:secret@evil.example")], "http://localhost:8420").await;
        check(&[], "http://localhost:8420").await;
    }
}
