//! Addresses: reading the part after the question mark, and writing values into it.

use axum::extract::Query;
use axum::http::Uri;
use comity_model::excerpt;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;

/// A query that is not one.
#[derive(Debug, thiserror::Error)]
#[error("`{}` cannot be read as a question", excerpt(text))]
pub(crate) struct BadQuery {
    pub(crate) text: String,
}

/// The fields of a query; what it has besides is left alone.
pub(crate) fn parts<T: DeserializeOwned>(query: &str) -> Result<T, BadQuery> {
    let unread = || BadQuery { text: query.to_owned() };
    let uri = Uri::builder().path_and_query(format!("/?{query}")).build().map_err(|_| unread())?;
    Query::try_from_uri(&uri).map(|Query(parts)| parts).map_err(|_| unread())
}

/// All but what RFC 3986 calls unreserved; a slash and a comma mean nothing in our queries and are easier to read.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b',');

/// Percent-encoded, so that it may stand in a path or after a question mark.
pub(crate) fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// `path` with these fields, empty ones left out.
pub(crate) fn link(path: &str, fields: &[(&str, &str)]) -> String {
    let mut out = path.to_owned();
    let mut mark = if path.contains('?') { "&" } else { "?" };
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.extend([mark, &escaped(name), "=", &escaped(value)]);
        mark = "&";
    }
    out
}

/// An address on the web that may stand in a link: never a script.
pub(crate) fn web(text: &str) -> Option<&str> {
    (text.starts_with("https://") || text.starts_with("http://")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_only_what_is_stated() {
        assert_eq!(link("/search", &[("q", "São & Co"), ("kind", "")]), "/search?q=S%C3%A3o%20%26%20Co");
        assert_eq!(link("/claims?entity=c40", &[("after", "7")]), "/claims?entity=c40&after=7");
        assert_eq!(link("/x", &[("a#b&c", "1"), ("at_least", "2")]), "/x?a%23b%26c=1&at_least=2");
        assert_eq!(escaped("a-b._~/,'(c)+*"), "a-b._~/,%27%28c%29%2B%2A");
    }
}
