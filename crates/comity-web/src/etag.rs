//! Entity tags: what a reader holds already is not sent again (RFC 9110, sections 8.8.3 and 13.1.2).

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// A weak tag of what a reply depends on: the same parts, the same tag.
pub(crate) fn etag(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    format!("W/\"{}\"", hasher.finalize().to_hex())
}

/// Whether the reader holds what has this tag, by the weak comparison: `W/` makes no difference.
///
/// A star is not answered here: whether there is anything is known once there is a reply, see [`unless_any`].
pub(crate) fn is_held(method: &Method, headers: &HeaderMap, tag: &str) -> bool {
    reads(method)
        && given(headers).any(|list| tags(list).any(|held| tags(tag.as_bytes()).any(|tag| tag == held)))
}

/// Replies to `If-None-Match: *` with the headers alone where there is something.
pub(crate) async fn unless_any(request: Request, next: Next) -> Response {
    let is_star = |list: &[u8]| list.trim_ascii() == b"*";
    let wants_none = reads(request.method()) && given(request.headers()).any(is_star);
    let response = next.run(request).await;
    if !wants_none || response.status() != StatusCode::OK || !response.headers().contains_key(ETAG) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    parts.status = StatusCode::NOT_MODIFIED;
    for name in &OF_A_BODY {
        parts.headers.remove(name);
    }
    Response::from_parts(parts, Body::empty())
}

const OF_A_BODY: [HeaderName; 4] = [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING, CONTENT_DISPOSITION];

/// To others the condition means that they would rather not write, and nobody here asks for that.
fn reads(method: &Method) -> bool {
    [Method::GET, Method::HEAD].contains(method)
}

/// The header may come on several lines.
fn given(headers: &HeaderMap) -> impl Iterator<Item = &[u8]> {
    headers.get_all(IF_NONE_MATCH).iter().map(axum::http::HeaderValue::as_bytes)
}

/// What stands in quotes: a tag may hold a comma, but no quote, and between tags there is none either.
fn tags(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.split(|byte| *byte == b'"').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: &Method, lines: &[&str], held: bool) {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(IF_NONE_MATCH, line.parse().unwrap());
        }
        assert_eq!(is_held(method, &headers, "W/\"ab\""), held, "{method} {headers:?}");
    }

    #[test]
    fn tags_are_compared_whole_and_weakly() {
        for held in ["W/\"ab\"", "\"ab\"", "\"x\", W/\"ab\"", "\"x,y\",\"ab\"", "\"\",  \"ab\" ,"] {
            check(&Method::GET, &[held], true);
        }
        for other in ["\"abc\"", "\"xW/ab\"", "ab", "\"a\",\"b\"", "\"x,ab\"", "\",\", \"y\"", "*", ""] {
            check(&Method::GET, &[other], false);
        }
    }

    #[test]
    fn every_line_of_the_header_counts_and_writers_are_not_refused() {
        check(&Method::GET, &["\"x\"", "\"ab\""], true);
        check(&Method::HEAD, &["\"ab\""], true);
        check(&Method::POST, &["\"ab\""], false);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_eq!(etag(&[b"a", b"b"]), etag(&[b"a", b"b"]));
        assert_ne!(etag(&[b"a", b"b"]), etag(&[b"ab"]));
        assert_ne!(etag(&[b"ab", b""]), etag(&[b"a", b"b"]));
    }
}
