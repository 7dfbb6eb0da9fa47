//! An answer on a terminal: one screen, tables that fit it, sources as numbered notes.

mod columns;
mod notes;
mod sheet;
mod wrap;

use crate::answer::Answer;

use super::section;
use sheet::Sheet;

/// How much room there is, and where sources stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TerminalOptions {
    /// Columns of a line.
    pub width: usize,
    /// Lines of a page; rows beyond are counted. `None`: as many as there are.
    pub lines: Option<usize>,
    pub sources: SourceNotes,
}

/// Where an answer on a terminal says who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceNotes {
    /// By number, the first dozen sources at the end.
    Notes,
    /// All of them at the end, with what each says and where, and how figures are made.
    Full,
    Nowhere,
}

impl Default for TerminalOptions {
    /// A screen of 100 columns and 60 lines, with notes.
    fn default() -> Self {
        Self { width: 100, lines: Some(60), sources: SourceNotes::Notes }
    }
}

/// The answer in plain words, as lines that each end with a line break.
///
/// What does not fit is said to be left out: rows as "… and 93 more", columns and whole parts by name. Only the summary and
/// what a reader must know first are always whole.
pub fn render_terminal(answer: &Answer, options: &TerminalOptions) -> String {
    let sections = answer.sections();
    let blocks = sections.iter().filter(|section| section.is_shown()).map(section::block).collect();
    Sheet::fitted(answer.about(), blocks, *options).text()
}
