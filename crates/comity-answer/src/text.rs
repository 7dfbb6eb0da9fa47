//! Answers as a page of plain text, for a terminal or a letter.

mod page;
mod section;
mod terminal;

use crate::answer::Answer;
use page::Page;
pub use terminal::{SourceNotes, TerminalOptions, render_terminal};

/// The whole answer in plain words, ending with a line break.
pub fn render_text(answer: &Answer) -> String {
    let about = answer.about();
    let mut page = Page::titled(about);
    for part in answer.sections().iter().filter(|section| section.is_shown()) {
        page.block(&section::block(part));
    }
    page.close(about)
}
