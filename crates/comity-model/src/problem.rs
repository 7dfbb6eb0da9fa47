//! Input that could not be used, said so that someone can mend it.

use serde::Serialize;

/// One place in a file that could not be understood. Nothing from it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub file: String,
    /// 1-based, the header included; 0 when it concerns the file as a whole.
    pub row: u64,
    /// The column's name; empty when it concerns the whole row.
    pub column: String,
    /// What stood there.
    pub text: String,
    /// What was expected instead.
    pub expected: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if self.row > 0 {
            write!(f, ", row {}", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": `{}`: expected {}", self.text, self.expected)
    }
}
