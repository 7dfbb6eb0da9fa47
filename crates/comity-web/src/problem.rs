//! A refusal in plain data (RFC 9457), with what exists instead.

use std::any::Any;

use axum::http::{Method, StatusCode};
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use crate::session::fresh_secret;

/// RFC 9457, with what exists instead.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub(crate) struct Problem {
    pub(crate) title: String,
    pub(crate) status: u16,
    pub(crate) detail: String,
    /// The number under which the cause stands in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) instead: Vec<Suggestion>,
    /// For the log alone.
    #[serde(skip)]
    cause: String,
}

/// Something that does exist, for a reader who asked for something that does not.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Suggestion {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// Letters of the number of a failure: none comes twice in a log that somebody reads.
const NUMBER: usize = 10;

impl Problem {
    /// What was said is for the reader, unless something broke inside: then it is for the log.
    pub(crate) fn new(status: StatusCode, said: String) -> Self {
        let inside = status == StatusCode::INTERNAL_SERVER_ERROR;
        let (detail, cause) = if inside { (String::new(), said) } else { (brief(&said), String::new()) };
        Self { title: title(status).to_owned(), status: status.as_u16(), detail, cause, ..Self::default() }
    }

    /// With what does exist.
    pub(crate) fn beside(self, instead: Vec<Suggestion>) -> Self {
        Self { instead, ..self }
    }

    /// With a title of its own.
    pub(crate) fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// Notes the cause under a number, and tells the reader the number.
    pub(crate) fn numbered(mut self, method: &Method, path: &str) -> Self {
        let number: String = fresh_secret().unwrap_or_default().chars().take(NUMBER).collect();
        tracing::error!(id = number, %method, path, cause = self.cause, "a request failed");
        self.detail = format!("whoever runs this server finds the cause in its log, under {number}");
        self.id = Some(number);
        self
    }
}

/// What a panic said.
pub(crate) fn panic_text(why: &(dyn Any + Send)) -> &str {
    let said = why.downcast_ref::<String>().map(String::as_str);
    said.or_else(|| why.downcast_ref::<&str>().copied()).unwrap_or("without a word")
}

/// Characters of what is said to who is refused, whatever was sent.
const DETAIL: usize = 300;

fn brief(detail: &str) -> String {
    match detail.char_indices().nth(DETAIL - 1) {
        Some((end, _)) if detail.chars().nth(DETAIL).is_some() => format!("{}…", detail.split_at(end).0),
        _ => detail.to_owned(),
    }
}

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "Page not found",
        StatusCode::BAD_REQUEST => "This cannot be answered",
        StatusCode::GONE => "Taken down",
        StatusCode::FORBIDDEN => "Not allowed",
        StatusCode::CONFLICT => "Not possible any more",
        StatusCode::MISDIRECTED_REQUEST => "Not by this name",
        StatusCode::PAYLOAD_TOO_LARGE => "Too much",
        StatusCode::SERVICE_UNAVAILABLE => "Not available now",
        StatusCode::METHOD_NOT_ALLOWED => "Not possible here",
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => "Took too long",
        status if status.is_client_error() => "This cannot be answered",
        _ => "Something broke",
    }
}

/// A refusal that is already in the form its reader expects.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsItIs;

/// Keeps [`crate::problem_page::present`] from showing it in another form.
pub(crate) fn as_it_is(mut response: Response) -> Response {
    response.extensions_mut().insert(AsItIs);
    response
}
