//! What could not be understood in a file the gazetteer was built from, and what was expected there.

use comity_model::{QUOTATION, shortened};

/// One line that is not in the index because it could not be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct GazetteerProblem {
    pub file: String,
    /// Counted from 1; 0 when the file as a whole is meant.
    pub line: u64,
    /// The line as it stands, shortened.
    pub text: String,
    pub expected: String,
}

impl GazetteerProblem {
    pub fn new(file: &str, line: u64, text: &str, expected: &str) -> Self {
        let text = shortened(text, QUOTATION).into_owned();
        Self { file: file.to_owned(), line, text, expected: expected.to_owned() }
    }
}

impl std::fmt::Display for GazetteerProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, text, expected } = self;
        match (line, text.as_str()) {
            (0, "") => write!(f, "{file}: expected {expected}"),
            (0, text) => write!(f, "{file}: `{text}`: expected {expected}"),
            (line, text) => write!(f, "{file}:{line}: expected {expected}, found `{text}`"),
        }
    }
}
