//! Who may write: a person at this machine, or whoever holds the admin token; never a stranger's page.

use std::collections::HashMap;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Uri, header};

use crate::error::WebError;
use crate::state::AppState;

/// Proof that the request may write.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MayWrite;

impl FromRequestParts<AppState> for MayWrite {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, WebError> {
        if bears(&parts.headers, state.admin_token()) {
            return Ok(Self);
        }
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
        if !peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback()) || is_forwarded(&parts.headers) {
            return Err(WebError::Forbidden(
                "only this machine, or a request with the admin token, may change the register",
            ));
        }
        from_own_page(&parts.headers)
    }
}

/// Compared in constant time: how long it takes must not tell how much was right.
fn bears(headers: &HeaderMap, token: &str) -> bool {
    let said = headers.get(header::AUTHORIZATION).and_then(|said| said.to_str().ok());
    let Some(said) = said.and_then(|said| said.strip_prefix("Bearer ")) else { return false };
    let differing = said.bytes().zip(token.bytes()).fold(0, |acc, (a, b)| acc | (a ^ b));
    !token.is_empty() && said.len() == token.len() && differing == 0
}

/// Behind a proxy every visitor seems to come from this machine.
fn is_forwarded(headers: &HeaderMap) -> bool {
    const MARKS: [HeaderName; 3] =
        [header::FORWARDED, header::VIA, HeaderName::from_static("x-forwarded-for")];
    MARKS.iter().any(|mark| headers.contains_key(mark))
}

/// A name that only resolves to this machine (DNS rebinding), and a form of our own (CSRF).
fn from_own_page(headers: &HeaderMap) -> Result<MayWrite, WebError> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST).unwrap_or_default();
    if !is_this_machine(host) {
        return Err(WebError::Forbidden("changes go to localhost by that name, not by another"));
    }
    match text(header::ORIGIN) {
        None => Ok(MayWrite),
        Some(origin) if origin.split_once("://").is_some_and(|(_, from)| from == host) => Ok(MayWrite),
        Some(_) => Err(WebError::Forbidden("the form belongs to another site")),
    }
}

fn is_this_machine(host: &str) -> bool {
    let name = Uri::try_from(format!("http://{host}/")).ok();
    let name = name.as_ref().and_then(Uri::host).unwrap_or_default();
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Whoever wrote last from this browser, to fill in the next form; empty at first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named(pub(crate) String);

impl FromRequestParts<AppState> for Named {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Self::Rejection> {
        let cookies = parts.headers.get(header::COOKIE).and_then(|cookies| cookies.to_str().ok());
        let mut pairs = cookies.unwrap_or_default().split("; ");
        Ok(pairs.find_map(remembered).unwrap_or_default())
    }
}

fn remembered(cookie: &str) -> Option<Named> {
    let written = cookie.strip_prefix("by=")?;
    let fields: HashMap<String, String> = crate::address::parts(&format!("by={written}")).ok()?;
    fields.get("by").map(|by| Named(by.clone()))
}

/// Remembers the person for a year, in this browser alone.
pub(crate) fn remember(by: &str) -> String {
    format!(
        "by={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict",
        crate::address::escaped(by).replace(',', "%2C")
    )
}

/// The person a form names, or a refusal.
pub(crate) fn named(by: &str) -> Result<&str, WebError> {
    let by = by.trim();
    let plain = by.chars().count() <= 80 && !by.chars().any(char::is_control);
    if by.is_empty() || !plain {
        let cause = "every change names a person, in at most 80 letters".to_owned();
        return Err(WebError::Field { field: "by", cause });
    }
    Ok(by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_form_of_our_own_page() {
        let own = [(header::HOST, "localhost:8420"), (header::ORIGIN, "http://localhost:8420")];
        assert!(from_own_page(&headers(&own)).is_ok());
        let strange = [(header::HOST, "localhost:8420"), (header::ORIGIN, "https://evil.example")];
        assert!(from_own_page(&headers(&strange)).is_err());
        let rebound = [(header::HOST, "evil.example:8420"), (header::ORIGIN, "http://evil.example:8420")];
        assert!(from_own_page(&headers(&rebound)).is_err());
        assert!(is_this_machine("127.0.0.1:8420") && is_this_machine("[::1]:8420"));
    }

    #[test]
    fn the_token_must_be_whole() {
        let said = |text: &str| headers(&[(header::AUTHORIZATION, text)]);
        assert!(bears(&said("Bearer secret"), "secret"));
        assert!(!bears(&said("Bearer secre"), "secret"));
        assert!(!bears(&said("Bearer "), ""));
    }
}
