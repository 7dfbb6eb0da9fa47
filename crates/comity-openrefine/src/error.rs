//! Why a request as a whole gets no answer; the host tells it in its own form.

use axum::http::StatusCode;
use comity_model::excerpt;
use comity_register::RegisterError;

use crate::refusal::Refusal;

#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    #[error("there is no {noun} {}", excerpt(id))]
    Missing { noun: &'static str, id: String },
    /// What stands after the question mark.
    #[error("`{}` cannot be read as a question", excerpt(text))]
    Address { text: String },
    #[error("{field}: {cause}")]
    Field { field: &'static str, cause: String },
    /// Said in the service's own words.
    #[error("{detail}")]
    Refused { status: StatusCode, detail: String },
    #[error(transparent)]
    Register(#[from] RegisterError),
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { status: refusal.status(), detail: refusal.to_string() }
    }
}
