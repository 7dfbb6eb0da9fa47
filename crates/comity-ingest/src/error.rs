//! Why an import could not run. What is wrong with single rows stands in the report.

use comity_register::RegisterError;
use comity_source::SourceError;

/// Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The packaged atlas is damaged: a defect of this program.
    #[error("the built-in atlas cannot be read: {problem}")]
    Atlas { problem: comity_model::Problem },
}
