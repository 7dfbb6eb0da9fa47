//! Everything that can be refused, mapped once: a page for browsers, problem+json for programs.

use std::sync::Arc;

use askama::Template;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{self, CONTENT_TYPE, ETAG, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use comity_answer::AskError;
use comity_export::ExportError;
use comity_ingest::DecideError;
use comity_model::{BadDate, BadId, MESSAGE, UnknownWord, excerpt, shortened};
use comity_register::RegisterError;
use serde::Serialize;

use crate::session::NoChance;
use crate::shell::Shell;

/// Why a request gets no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WebError {
    #[error("there is no {noun} {}", excerpt(id))]
    Missing { noun: &'static str, id: String, instead: Vec<Suggestion> },
    #[error("what was here was taken down on {day}: {why}")]
    Gone { day: String, why: String, list: Suggestion },
    #[error("`{}` cannot be read as a question", excerpt(text))]
    Address { text: String },
    #[error("{field}: {cause}")]
    Field { field: &'static str, cause: String },
    #[error(transparent)]
    Date(#[from] BadDate),
    #[error(transparent)]
    Id(#[from] BadId),
    #[error(transparent)]
    Word(#[from] UnknownWord),
    #[error("{0}")]
    Forbidden(&'static str),
    #[error("what was asked for has not changed")]
    NotModified { etag: String },
    #[error("{error}")]
    Ask { error: AskError, instead: Vec<Suggestion> },
    #[error("{name}: {error}")]
    File { name: String, error: ExportError },
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// Said in the caller's own words.
    #[error("{detail}")]
    Refused { status: StatusCode, detail: String },
    #[error(transparent)]
    Decide(DecideError),
    #[error(transparent)]
    Chance(#[from] NoChance),
    #[error("too many requests are waiting: ask again in a moment")]
    Busy,
    #[error("the answer takes longer than anyone may wait here: ask about less, or with `comity ask`")]
    TooLong,
    #[error("the work ended before its time")]
    Broken,
    /// Of work that several wait for.
    #[error(transparent)]
    Shared(#[from] Arc<WebError>),
}

impl From<DecideError> for WebError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Register(error) => Self::Register(error),
            other => Self::Decide(other),
        }
    }
}

/// For questions that a page asks by itself: there is nothing to choose.
impl From<AskError> for WebError {
    fn from(error: AskError) -> Self {
        Self::Ask { error, instead: Vec::new() }
    }
}

/// Something that does exist, for a reader who asked for something that does not.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Suggestion {
    pub(crate) title: String,
    pub(crate) href: String,
}

/// RFC 9457, with what exists instead.
#[derive(Debug, Clone, Serialize)]
struct Problem {
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instead: Vec<Suggestion>,
}

impl WebError {
    fn status(&self) -> StatusCode {
        use RegisterError as R;
        match self {
            Self::Refused { status, .. } => *status,
            Self::Missing { .. }
            | Self::Ask {
                error: AskError::Question { .. } | AskError::Unknown { .. } | AskError::Source { .. },
                ..
            }
            | Self::Decide(DecideError::NothingThere(_) | DecideError::NoEntity(_))
            | Self::Register(R::NoBatch(_) | R::NothingToErase { .. }) => StatusCode::NOT_FOUND,
            Self::Gone { .. } => StatusCode::GONE,
            Self::NotModified { .. } => StatusCode::NOT_MODIFIED,
            Self::Forbidden(_) | Self::Register(R::ReadOnly { .. }) => StatusCode::FORBIDDEN,
            Self::Register(
                R::AlreadyUndone { .. }
                | R::NotUndoable(_)
                | R::Doubtful(_)
                | R::CopyExists { .. }
                | R::InUse { .. }
                | R::Occupied { .. }
                | R::Exists { .. },
            ) => StatusCode::CONFLICT,
            Self::Address { .. }
            | Self::Field { .. }
            | Self::Ask { .. }
            | Self::Date(_)
            | Self::Id(_)
            | Self::Word(_)
            | Self::Decide(_)
            | Self::Register(
                R::Known { .. }
                | R::Moment { .. }
                | R::Head { .. }
                | R::Nobody { .. }
                | R::SeveralOfName { .. }
                | R::ReasonNames
                | R::OwnErasure { .. },
            ) => StatusCode::BAD_REQUEST,
            Self::Busy | Self::Register(R::Away { .. }) => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooLong => StatusCode::GATEWAY_TIMEOUT,
            Self::Shared(error) => error.status(),
            Self::File { .. }
            | Self::Broken
            | Self::Chance(_)
            | Self::Register(
                R::Open { .. }
                | R::Missing { .. }
                | R::Foreign { .. }
                | R::Newer { .. }
                | R::Outdated { .. }
                | R::OldFormat { .. }
                | R::Version { .. }
                | R::NoBackup { .. }
                | R::Digest { .. }
                | R::File { .. }
                | R::WalUnreadable { .. }
                | R::NoRandomness(_)
                | R::Damaged { .. }
                | R::Derived { .. }
                | R::Store(_),
            ) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn problem(&self) -> Problem {
        let status = self.status();
        let inside = status == StatusCode::INTERNAL_SERVER_ERROR;
        if inside {
            tracing::error!(error = %self, "a request failed");
        }
        Problem {
            title: title(status).to_owned(),
            status: status.as_u16(),
            detail: if inside {
                "the register could not be read".to_owned()
            } else {
                brief(&self.to_string())
            },
            instead: self.instead().to_vec(),
        }
    }

    fn instead(&self) -> &[Suggestion] {
        match self {
            Self::Missing { instead, .. } | Self::Ask { instead, .. } => instead,
            Self::Gone { list, .. } => std::slice::from_ref(list),
            Self::Shared(error) => error.instead(),
            _ => &[],
        }
    }
}

/// As long as an ordinary question takes, a few of them.
const RETRY_SECONDS: &str = "5";

/// Characters of what is said to who is refused, whatever was sent.
const DETAIL: usize = 300;

pub(crate) fn brief(detail: &str) -> String {
    match detail.char_indices().nth(DETAIL - 1) {
        Some((end, _)) if detail.chars().nth(DETAIL).is_some() => format!("{}…", detail.split_at(end).0),
        _ => detail.to_owned(),
    }
}

/// Left for [`present`] to show: only there is it known who asked.
impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let status = self.status();
        if let Self::NotModified { etag } = &self {
            let etag = HeaderValue::from_str(etag).expect("a tag is hexadecimal in quotes");
            return (status, [(ETAG, etag)]).into_response();
        }
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
        }
        response.extensions_mut().insert(self.problem());
        response
    }
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
    let path = request.uri().path().to_owned();
    let bodiless = request.method() == Method::HEAD;
    let response = next.run(request).await;
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    if !is_refusal || response.extensions().get::<AsItIs>().is_some() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let mut problem = match parts.extensions.get::<Problem>() {
        Some(problem) => problem.clone(),
        None => foreign(status, &to_bytes(body, REFUSAL_BYTES).await.unwrap_or_default()),
    };
    problem.detail = shortened(&problem.detail, MESSAGE).into_owned();
    let mut shown = if bodiless { status.into_response() } else { show(&path, status, &problem) };
    let kept =
        parts.headers.into_iter().filter(|(name, _)| name.as_ref().is_some_and(|name| KEPT.contains(name)));
    shown.headers_mut().extend(kept);
    shown
}

fn foreign(status: StatusCode, body: &[u8]) -> Problem {
    let said = String::from_utf8_lossy(body).trim().to_owned();
    let detail = match status {
        StatusCode::GATEWAY_TIMEOUT => WebError::TooLong.to_string(),
        _ if said.is_empty() => "nothing lives at this address".to_owned(),
        _ => brief(&said),
    };
    Problem { title: title(status).to_owned(), status: status.as_u16(), detail, instead: Vec::new() }
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
