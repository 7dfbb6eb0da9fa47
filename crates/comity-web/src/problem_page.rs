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

use crate::error::WebError;
use crate::policy::EMBEDDED;
use crate::problem::{AsItIs, Problem, panic_text};
use crate::shell::Shell;

/// A handler that broke off; the standard error has where.
#[expect(clippy::needless_pass_by_value, reason = "a layer calls it so")]
pub(crate) fn panicked(why: Box<dyn Any + Send>) -> Response {
    let said = panic_text(&*why);
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    let mut response = status.into_response();
    response.extensions_mut().insert(Problem::new(status, format!("panicked: {said}")));
    response
}

/// What of a refusal's headers is for the client, not for the body.
const KEPT: [HeaderName; 4] =
    [header::ALLOW, header::ACCESS_CONTROL_ALLOW_ORIGIN, header::VARY, header::RETRY_AFTER];

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
        _ if said.is_empty() => "there is nothing at this address".to_owned(),
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
    if is_for_frames(path) {
        let policy = [(header::CONTENT_SECURITY_POLICY, EMBEDDED)];
        return (status, policy, Html(crate::embed::refused(problem))).into_response();
    }
    let page = ProblemPage { shell: Shell::bare(path), problem };
    (status, Html(page.render().expect("the page writes into a string"))).into_response()
}

/// Who shows one of these pages in a frame shows its refusal there too.
fn is_for_frames(path: &str) -> bool {
    path.starts_with("/embed/")
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

impl ProblemPage<'_> {
    /// What the page says under its title; who may choose needs no more words.
    fn lead(&self) -> String {
        if self.asks_which() {
            String::new()
        } else if self.problem.title.starts_with("No match") {
            "Check the spelling or try another language.".to_owned()
        } else {
            crate::words::sentence(&self.problem.detail)
        }
    }

    fn asks_which(&self) -> bool {
        self.problem.title.starts_with("Which ")
    }

    /// What stands over the links.
    fn heading(&self) -> &'static str {
        match self.problem.status {
            410 => "See",
            _ if self.asks_which() => "Choose one",
            _ => "Did you mean",
        }
    }
}
