//! Why a table could not be reconciled. What is wrong with single rows stands in the summary.

use comity_source::SourceError;
use rust_xlsxwriter::XlsxError;

use super::writer::{MOST_COLUMNS, MOST_ROWS};

/// Options are named as the command line has them.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    #[error("the table has no rows")]
    Empty,
    #[error("there is no column `{wanted}`; the file has: {}", names.join(", "))]
    NoColumn { wanted: String, names: Vec<String> },
    #[error(
        "{option} is given for {given} of {names} columns of names: give it for each, in their order; `-` where there \
        is none"
    )]
    Uneven { option: &'static str, given: usize, names: usize },
    #[error("--kind is given {given} times for {names} names: give it once, or once for each")]
    UnevenKinds { given: usize, names: usize },
    #[error("there is no kind `{0}`: there are city, county, metro, state and country")]
    Kind(String),
    #[error("{given} needs {missing}")]
    HalfAPosition { given: &'static str, missing: &'static str },
    #[error("a position needs a column: give --lat and --lon, or --point")]
    PositionWithoutColumn,
    #[error("{rows} rows do not fit a sheet of XLSX, which has {MOST_ROWS}: write to .csv")]
    TooManyRows { rows: u64 },
    #[error("{columns} columns do not fit a sheet of XLSX, which has {MOST_COLUMNS}: write to .csv")]
    TooManyColumns { columns: usize },
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error("row {row}: {cause}")]
    Row { row: u64, cause: Box<TableError> },
    #[error(transparent)]
    Write(#[from] std::io::Error),
    #[error(transparent)]
    Workbook(#[from] XlsxError),
    #[error("`{0}` is no number for a cell")]
    Number(String),
}
