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
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("the archive could not be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    #[error("the JSON could not be written: {0}")]
    Json(#[from] serde_json::Error),
}
