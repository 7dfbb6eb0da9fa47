//! Why one query has no answer. It is never "no match": that is an answer.

use axum::http::StatusCode;
use comity_model::excerpt;

use super::types::Type;
use crate::error::{WebError, brief};

/// Why a query is not answered while the others of its batch are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    /// It does not have the form of a query.
    #[error("{0}")]
    Malformed(String),
    #[error("nothing to look for: a name in `query`, or an identifier among the properties, is needed")]
    Nameless,
    /// Stated as a must.
    #[error("there is no type `{}`; there are: {}", excerpt(.0), Type::list())]
    Type(String),
    #[error("{what}: {n}, at most {most} are taken")]
    TooMuch { what: &'static str, n: usize, most: usize },
    #[error("nothing on file is called so, and places were not looked at: this server has no gazetteer")]
    NoGazetteer,
}

impl Refusal {
    /// As if the query had come alone.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) | Self::Nameless | Self::Type(_) => StatusCode::BAD_REQUEST,
            Self::TooMuch { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoGazetteer => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Whether a batch with nothing else in it is refused as a whole, so that every client shows why.
    pub(super) fn spoils_a_batch(&self) -> bool {
        matches!(self, Self::Malformed(_) | Self::NoGazetteer)
    }

    pub(super) fn malformed(why: impl Into<String>) -> Self {
        Self::Malformed(brief(&why.into()))
    }
}

/// Where the request as a whole is refused.
impl From<Refusal> for WebError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { status: refusal.status(), detail: refusal.to_string() }
    }
}

/// Refuses what goes beyond a limit, by its name.
pub(super) fn at_most(most: usize, n: usize, what: &'static str) -> Result<(), Refusal> {
    if n > most { Err(Refusal::TooMuch { what, n, most }) } else { Ok(()) }
}
