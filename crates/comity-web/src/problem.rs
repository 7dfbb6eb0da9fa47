//! A refusal as its reader expects it: a page for browsers, problem+json for programs, and for the log what is for
//! neither.

use std::any::Any;
use std::time::Instant;

use askama::Template;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{self, CONTENT_TYPE};
use axum::http::{HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use comity_model::{MESSAGE, shortened};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::{Suggestion, WebError, brief};
use crate::session::fresh_secret;
use crate::shell::Shell;

/// RFC 9457, with what exists instead.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub(crate) struct Problem {
    title: String,
    status: u16,
    detail: String,
    /// The number under which the cause stands in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instead: Vec<Suggestion>,
    /// For the log alone.
    #[serde(skip)]
    cause: String,
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

    /// Notes the cause under a number, and tells the reader the number.
    fn numbered(mut self, method: &Method, path: &str) -> Self {
        let number: String = fresh_secret().unwrap_or_default().chars().take(NUMBER).collect();
        tracing::error!(id = number, %method, path, cause = self.cause, "a request failed");
        self.detail = format!("whoever runs this server finds the cause in its log, under {number}");
        self.id = Some(number);
        self
    }
}

/// A handler that broke off; the standard error has where.
#[expect(clippy::needless_pass_by_value, reason = "a layer calls it so")]
pub(crate) fn panicked(why: Box<dyn Any + Send>) -> Response {
    let said = panic_text(&*why);
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let mut response = status.into_response();
    response.extensions_mut().insert(Problem::new(status, format!("panicked: {said}")));
    response
}

/// What a panic said.
pub(crate) fn panic_text(why: &(dyn Any + Send)) -> &str {
    let said = why.downcast_ref::<String>().map(String::as_str);
    said.or_else(|| why.downcast_ref::<&str>().copied()).unwrap_or("without a word")
}

fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "Not here",
        StatusCode::BAD_REQUEST => "Not understood",
        StatusCode::GONE => "Not here any more",
        StatusCode::FORBIDDEN => "Not allowed",
        StatusCode::CONFLICT => "Not possible any more",
        StatusCode::MISDIRECTED_REQUEST => "Not by this name",
        StatusCode::PAYLOAD_TOO_LARGE => "Too much",
        StatusCode::SERVICE_UNAVAILABLE => "Not available now",
        StatusCode::METHOD_NOT_ALLOWED => "Not possible here",
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => "Took too long",
        status if status.is_client_error() => "Not understood",
        _ => "Something broke",
    }
}

/// What of a refusal's headers is for the client, not for the body.
const KEPT: [HeaderName; 4] =
    [header::ALLOW, header::ACCESS_CONTROL_ALLOW_ORIGIN, header::VARY, header::RETRY_AFTER];

/// A refusal that is already in the form its reader expects.
#[derive(Debug, Clone, Copy)]
struct AsItIs;

/// Keeps [`present`] from showing it in another form.
pub(crate) fn as_it_is(mut response: Response) -> Response {
    response.extensions_mut().insert(AsItIs);
    response
}

/// The longest refusal of the framework that is shown.
const REFUSAL_BYTES: usize = 2_000;

/// Shows every refusal, ours and the framework's, in the form its reader expects.
pub(crate) async fn present(request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let began = Instant::now();
    let response = next.run(request).await;
    let status = response.status();
    tracing::debug!(%method, path = noted(&path), status = status.as_u16(), took = ?began.elapsed(), "answered");
    let is_refusal = status.is_client_error() || status.is_server_error();
    if !is_refusal || response.extensions().get::<AsItIs>().is_some() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let problem = match parts.extensions.get::<Problem>() {
        Some(problem) => problem.clone(),
        None => foreign(status, &to_bytes(body, REFUSAL_BYTES).await.unwrap_or_default()),
    };
    let broke = status == StatusCode::INTERNAL_SERVER_ERROR;
    let mut problem = if broke { problem.numbered(&method, noted(&path)) } else { problem };
    problem.detail = shortened(&problem.detail, MESSAGE).into_owned();
    let mut shown =
        if method == Method::HEAD { status.into_response() } else { show(&path, status, &problem) };
    let kept =
        parts.headers.into_iter().filter(|(name, _)| name.as_ref().is_some_and(|name| KEPT.contains(name)));
    shown.headers_mut().extend(kept);
    shown
}

fn foreign(status: StatusCode, body: &[u8]) -> Problem {
    let said = String::from_utf8_lossy(body).trim().to_owned();
    let said = match status {
        StatusCode::GATEWAY_TIMEOUT => WebError::TooLong.to_string(),
        _ if said.is_empty() => "nothing lives at this address".to_owned(),
        _ => said,
    };
    Problem::new(status, said)
}

/// A path as the log may hold it: the rest of a link's opens a session.
fn noted(path: &str) -> &str {
    const LINK: &str = "/enter/";
    if path.starts_with(LINK) { LINK } else { path }
}

fn show(path: &str, status: StatusCode, problem: &Problem) -> Response {
    if is_for_programs(path) {
        let json = serde_json::to_vec(problem).expect("a problem is plain data");
        return (status, [(CONTENT_TYPE, "application/problem+json")], json).into_response();
    }
    let page = ProblemPage { shell: Shell::bare(path), problem };
    (status, Html(page.render().expect("the page writes into a string"))).into_response()
}

/// Pages of the reconciliation service are those that a link leads to.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/reconcile") && !path.starts_with("/reconcile/view/")
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    shell: Shell,
    problem: &'a Problem,
}
