//! Why an import could not run. What is wrong with single rows stands in the report.

use comity_model::{EntityId, SourceId};
use comity_register::RegisterError;
use comity_source::SourceError;

/// Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// Whose own word a file is said to be, and nobody of that id is known.
    #[error("the issuer {issuer} is neither on file nor a place of the gazetteer")]
    NoIssuer { issuer: EntityId },
    /// What a file is said to copy is not on file.
    #[error("it is said to copy the source {parent}, and none of that id is on file")]
    NoParent { parent: SourceId },
    /// The packaged atlas is damaged: a defect of this program.
    #[error("the built-in atlas cannot be read: {problem}")]
    Atlas { problem: comity_model::Problem },
}
