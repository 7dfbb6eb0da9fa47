//! Everything that can be refused, mapped to a status once; `problem.rs` shows it.

use axum::http::header::ETAG;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use comity_answer::AskError;
use comity_export::ExportError;
use comity_ingest::DecideError;
use comity_model::{BadDate, BadId, UnknownWord};
use comity_register::RegisterError;
use serde::Serialize;

use crate::problem::Problem;
use crate::session::NoChance;

/// Why a request gets no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WebError {
    #[error("there is no {noun} {id}")]
    Missing { noun: &'static str, id: String, instead: Vec<Suggestion> },
    #[error("what was here was taken down on {day}: {why}")]
    Gone { day: String, why: String, list: Suggestion },
    #[error("`{text}` cannot be read as a question")]
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
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Register(
                R::AlreadyUndone { .. } | R::NotUndoable(_) | R::CopyExists { .. } | R::InUse { .. },
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
                | R::Nobody { .. }
                | R::SeveralOfName { .. }
                | R::ReasonNames
                | R::OwnErasure { .. },
            ) => StatusCode::BAD_REQUEST,
            Self::File { .. }
            | Self::Chance(_)
            | Self::Register(
                R::Open { .. }
                | R::OldFormat { .. }
                | R::Version { .. }
                | R::NoRandomness(_)
                | R::Damaged { .. }
                | R::Derived { .. }
                | R::Store(_),
            ) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn problem(self) -> Problem {
        let problem = Problem::new(self.status(), self.to_string());
        match self {
            Self::Missing { instead, .. } | Self::Ask { instead, .. } => problem.beside(instead),
            Self::Gone { list, .. } => problem.beside(vec![list]),
            _ => problem,
        }
    }
}

/// Left for [`crate::problem::present`] to show: only there is it known who asked.
impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let status = self.status();
        if let Self::NotModified { etag } = &self {
            let etag = HeaderValue::from_str(etag).expect("a tag is hexadecimal in quotes");
            return (status, [(ETAG, etag)]).into_response();
        }
        let mut response = status.into_response();
        response.extensions_mut().insert(self.problem());
        response
    }
}
