//! Why one query has no answer. It is never "no match": that is an answer.

use axum::http::StatusCode;
use comity_model::excerpt;

use crate::types::Type;

/// Why a query is not answered while the others of its batch are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
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
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) | Self::Nameless | Self::Type(_) => StatusCode::BAD_REQUEST,
            Self::TooMuch { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoGazetteer => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Whether a batch with nothing else in it is refused as a whole, so that every client shows why.
    pub(crate) fn spoils_a_batch(&self) -> bool {
        matches!(self, Self::Malformed(_) | Self::NoGazetteer)
    }

    pub(crate) fn malformed(why: impl Into<String>) -> Self {
        Self::Malformed(brief(&why.into()))
    }
}

/// Refuses what goes beyond a limit, by its name.
pub(crate) fn at_most(most: usize, n: usize, what: &'static str) -> Result<(), Refusal> {
    if n > most { Err(Refusal::TooMuch { what, n, most }) } else { Ok(()) }
}

/// Characters of what is said to who is refused, whatever was sent.
const DETAIL: usize = 300;

fn brief(detail: &str) -> String {
    match detail.char_indices().nth(DETAIL - 1) {
        Some((end, _)) if detail.chars().nth(DETAIL).is_some() => format!("{}…", detail.split_at(end).0),
        _ => detail.to_owned(),
    }
}
