//! Answers as a page of plain text, for a terminal or a letter.

mod between;
mod compare;
mod conflicts;
mod coverage;
mod members;
mod page;
mod profile;
mod sheet;
mod timeline;
mod with;

use crate::answer::Answer;
use page::Page;

/// The whole answer in plain words, ending with a line break.
pub fn render_text(answer: &Answer) -> String {
    let about = answer.about();
    let mut page = Page::titled(about);
    match answer {
        Answer::Profile(answer) => profile::write(&mut page, answer),
        Answer::Members(answer) => members::write(&mut page, answer),
        Answer::Between(answer) => between::write(&mut page, answer),
        Answer::With(answer) => with::write(&mut page, answer),
        Answer::Compare(answer) => compare::write(&mut page, answer),
        Answer::Timeline(answer) => timeline::write(&mut page, answer),
        Answer::Conflicts(answer) => conflicts::write(&mut page, answer),
        Answer::Coverage(answer) => coverage::write(&mut page, answer),
        Answer::Sheet(answer) => sheet::write(&mut page, answer),
    }
    page.close(about)
}
