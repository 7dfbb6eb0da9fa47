//! Why a file could not be written.

/// What went wrong while writing.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the file could not be written: {0}")]
    Write(#[from] std::io::Error),
    #[error("the table could not be written: {0}")]
    Table(#[from] csv::Error),
    #[error("the picture could not be rendered: {why}")]
    Picture { why: String },
    #[error("the JSON could not be written: {0}")]
    Json(#[from] serde_json::Error),
}
