//! Everything that can be refused, mapped to a status once; `problem_page.rs` shows it.

use std::sync::Arc;

use axum::http::header::{ETAG, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use comity_answer::AskError;
use comity_export::ExportError;
use comity_ingest::DecideError;
use comity_model::{BadDate, BadId, UnknownWord, excerpt};
use comity_register::RegisterError;

use crate::address::BadQuery;
use crate::problem::{Problem, Suggestion};
use crate::session::NoChance;

/// Why a request gets no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WebError {
    #[error("there is no {noun} {}", excerpt(id))]
    Missing { noun: &'static str, id: String, instead: Vec<Suggestion> },
    #[error("what was here was taken down on {day}: {why}")]
    Gone { day: String, why: String, list: Suggestion },
    #[error(transparent)]
    Address(#[from] BadQuery),
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
    /// Of work that broke off, with what it said.
    #[error("the work ended before its time: {0}")]
    Broken(String),
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
            Self::Address(_)
            | Self::Field { .. }
            | Self::Ask { .. }
            | Self::Date(_)
            | Self::Id(_)
            | Self::Word(_)
            | Self::Decide(_)
            | Self::Register(
                R::Known { .. }
                | R::Timestamp { .. }
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
            | Self::Broken(_)
            | Self::Chance(_)
            | Self::Register(
                R::Open { .. }
                | R::BrokenOff { .. }
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
        let problem = Problem::new(self.status(), self.to_string()).beside(self.instead().to_vec());
        match self.title() {
            Some(title) => problem.titled(title),
            None => problem,
        }
    }

    /// What a page is called that asks back.
    fn title(&self) -> Option<String> {
        match self {
            Self::Ask { error: AskError::Several { text, .. }, .. } => {
                Some(format!("Which {}?", excerpt(text)))
            }
            Self::Ask { error: AskError::Unknown { text, .. }, .. } => {
                Some(format!("No match for “{}”", excerpt(text)))
            }
            Self::Shared(error) => error.title(),
            _ => None,
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

/// Left for [`crate::problem_page::present`] to show: only there is it known who asked.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_several_asks_which() {
        let check = |error: AskError, title: &str| assert_eq!(WebError::from(error).problem().title, title);
        check(AskError::Several { text: "China".to_owned(), candidates: Vec::new() }, "Which China?");
        check(AskError::Unknown { text: "Rochster".to_owned(), near: Vec::new() }, "No match for “Rochster”");
        check(AskError::Same { name: "China".to_owned() }, "This cannot be answered");
    }
}
