//! Input that could not be used, said so that someone can mend it.

use serde::Serialize;

use crate::shortened::{MESSAGE, QUOTATION, shortened};

/// One place in a file that could not be understood. Nothing from it was recorded.
///
/// What it quotes is short, however long it stands in the file, and so is the whole when it is shown.
///
/// ```
/// use comity_model::Problem;
/// let problem = Problem::new("twins.csv", 5, "since", &"9".repeat(100_000_000), "a year");
/// assert!(problem.to_string().starts_with("twins.csv, row 5, column since: `999"));
/// assert!(problem.to_string().ends_with("`: expected a year"));
/// assert!(problem.to_string().chars().count() <= 300);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
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

impl Problem {
    pub fn new(file: &str, row: u64, column: &str, text: &str, expected: &str) -> Self {
        let quoted = |words: &str| shortened(words, QUOTATION).into_owned();
        Self {
            file: file.to_owned(),
            row,
            column: quoted(column),
            text: quoted(text),
            expected: shortened(expected, MESSAGE).into_owned(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let row = if self.row > 0 { format!(", row {}", self.row) } else { String::new() };
        let column = if self.column.is_empty() { String::new() } else { format!(", column {}", self.column) };
        let whole = format!("{}{row}{column}: `{}`: expected {}", self.file, self.text, self.expected);
        f.write_str(&shortened(&whole, MESSAGE))
    }
}
