//! In which language a page is made: as its address says, else as the reader chose before, else as the browser prefers.

use std::collections::BTreeMap;

use axum::extract::OriginalUri;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use comity_messages::Language;

use crate::address::parts;
use crate::api::API;

/// The field of an address that says it.
pub(crate) const LANG: &str = "lang";
/// The cookie that keeps it, under a name of our own: others may stand on the same host.
const COOKIE_NAME: &str = "comity-lang";
/// A reader who chose a language is asked for it again after a year.
const KEPT_SECONDS: u32 = 365 * 24 * 60 * 60;

/// Of a request. What programs read is the same in every language; but what is suggested is for whoever writes.
pub(crate) fn language_of(request: &Parts) -> Language {
    let uri = request.extensions.get::<OriginalUri>().map_or(&request.uri, |original| &original.0);
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    let bare = path.strip_prefix(API);
    match bare.unwrap_or(path) {
        "/suggest" => chosen(query).unwrap_or_default(),
        _ if bare.is_some() || is_file(path) || !is_translated(path) => Language::English,
        _ => chosen(query).or_else(|| of_headers(&request.headers)).unwrap_or_default(),
    }
}

/// What is kept as a file, or read by a program, is the same for everybody.
fn is_file(path: &str) -> bool {
    let marks = ["/cite/", "/charts/", "/tables/", "/static/"];
    let below = ["/explore/", "/files/", "/reconcile"];
    marks.iter().any(|mark| path.contains(mark))
        || below.iter().any(|below| path.starts_with(below))
        || path.rsplit_once('.').is_some_and(|(_, ending)| ending == "atom")
}

/// Whether a page is written in every language: what the script of the explorer draws is in English alone.
pub(crate) fn is_translated(path: &str) -> bool {
    path != "/explore" && !path.starts_with("/embed/")
}

/// Pages whose own words are in English alone, whatever stands around them is in.
pub(crate) fn is_english(path: &str) -> bool {
    let below = ["/about", "/claims", "/changes", "/enter", "/files", "/review", "/sources", "/takedowns"];
    below.iter().any(|below| path.starts_with(below)) || path.ends_with("/claims") || !is_translated(path)
}

/// As the address says it.
pub(crate) fn chosen(query: &str) -> Option<Language> {
    let fields: BTreeMap<String, String> = parts(query).ok()?;
    Language::of_tag(fields.get(LANG)?)
}

fn of_headers(headers: &HeaderMap) -> Option<Language> {
    let said = |name: HeaderName| headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let cookies = said(COOKIE).flat_map(|line| line.split(';'));
    let mut kept = cookies.filter_map(|cookie| {
        let (name, value) = cookie.trim().split_once('=')?;
        Language::of_tag(value).filter(|_| name == COOKIE_NAME)
    });
    kept.next().or_else(|| said(ACCEPT_LANGUAGE).find_map(Language::preferred))
}

/// Keeps what the address chose.
pub(crate) fn kept(language: Language) -> String {
    format!("{COOKIE_NAME}={}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax", language.code())
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    #[track_caller]
    fn check(address: &str, cookie: &str, accepted: &str, expect: &str) {
        let request =
            Request::builder().uri(address).header(COOKIE, cookie).header(ACCEPT_LANGUAGE, accepted);
        let (parts, ()) = request.body(()).unwrap().into_parts();
        assert_eq!(language_of(&parts).code(), expect, "{address}");
    }

    #[test]
    fn the_address_comes_before_the_cookie_and_that_before_the_browser() {
        check("/", "", "", "en");
        check("/", "", "zh-CN,zh;q=0.9", "zh");
        check("/", "lang=zh; comity-lang=en", "zh-CN", "en");
        check("/search?q=x&lang=zh", "comity-lang=en", "en", "zh");
        check("/?lang=fr", "comity-lang=zh", "", "zh");
    }

    #[test]
    fn what_is_not_translated_is_english() {
        check("/explore?lang=zh", "comity-lang=zh", "zh", "en");
        check("/embed/ask/with/charts/years?lang=zh", "", "zh", "en");
        check("/explored", "", "zh", "zh");
    }

    #[test]
    fn what_programs_read_and_what_is_kept_is_the_same_for_all() {
        check("/api/v1/entities/gn5128581?lang=zh", "comity-lang=zh", "zh", "en");
        check("/ask/with/tables/ties.csv?lang=zh", "comity-lang=zh", "zh", "en");
        check("/feed.atom?lang=zh", "", "zh", "en");
        check("/api/v1/suggest?q=x&lang=zh", "", "", "zh");
        check("/api/v1/suggest?q=x", "comity-lang=zh", "zh", "en");
    }
}
