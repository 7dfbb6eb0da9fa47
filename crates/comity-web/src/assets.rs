//! Styles, scripts, letters and the basemap, embedded from `web/dist`.

use std::sync::LazyLock;

use axum::extract::{Path, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::Embed;

use crate::error::WebError;
use crate::etag::{etag, is_held};

#[derive(Embed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

/// `GET /static/{path}`: asked again each time, sent again only when changed; letters, whose names change with them, never.
pub(crate) async fn asset(Path(path): Path<String>, request: Request) -> Result<Response, WebError> {
    let missing = || WebError::Missing { noun: "file", id: path.clone(), instead: Vec::new() };
    let file = Dist::get(&path).ok_or_else(missing)?;
    let etag = etag(&[&file.metadata.sha256_hash()]);
    if is_held(request.method(), request.headers(), &etag) {
        return Err(WebError::NotModified { etag });
    }
    let headers = [
        (header::CONTENT_TYPE, media_type(&path).to_owned()),
        (header::CACHE_CONTROL, lasting(&path).to_owned()),
        (header::ETAG, etag),
    ];
    Ok((StatusCode::OK, headers, file.data).into_response())
}

/// `GET /notice`: whose work is in the program, and under which licences.
pub(crate) async fn notice() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], include_str!("../../../NOTICE"))
}

/// A file of ours as text; `None` where it was not built.
pub(crate) fn text(path: &str) -> Option<String> {
    String::from_utf8(Dist::get(path)?.data.into_owned()).ok()
}

/// The letters that every page is set in, which a browser fetches beside the styles: `source-sans-…-7ARQTPZU.woff2`.
pub(crate) static LETTERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = Dist::iter().map(|name| name.to_string());
    names.filter(|name| FIRST_LETTERS.iter().any(|first| name.starts_with(first))).collect()
});

/// Latin alone: what else a page needs is fetched when it is met.
const FIRST_LETTERS: [&str; 2] = ["source-serif-4-latin-600-normal-", "source-sans-3-latin-wght-normal-"];

fn lasting(path: &str) -> &'static str {
    if media_type(path) == "font/woff2" {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60, stale-while-revalidate=86400"
    }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
