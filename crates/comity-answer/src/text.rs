//! Answers as a page of plain text, for a terminal or a letter.

mod between;
mod compare;
mod conflicts;
mod coverage;
mod members;
mod page;
mod presence;
mod profile;
mod timeline;
mod with;

use crate::ask::Answer;
use page::Page;

/// The whole answer in plain words, ending with a line break.
pub fn render_text(answer: &Answer) -> String {
    let about = match answer {
        Answer::Profile(answer) => &answer.about,
        Answer::Members(answer) => &answer.about,
        Answer::Between(answer) => &answer.about,
        Answer::Presence(answer) => &answer.about,
        Answer::With(answer) => &answer.about,
        Answer::Compare(answer) => &answer.about,
        Answer::Timeline(answer) => &answer.about,
        Answer::Conflicts(answer) => &answer.about,
        Answer::Coverage(answer) => &answer.about,
    };
    let mut page = Page::titled(about);
    match answer {
        Answer::Profile(answer) => profile::write(&mut page, answer),
        Answer::Members(answer) => members::write(&mut page, answer),
        Answer::Between(answer) => between::write(&mut page, answer),
        Answer::Presence(answer) => presence::write(&mut page, answer),
        Answer::With(answer) => with::write(&mut page, answer),
        Answer::Compare(answer) => compare::write(&mut page, answer),
        Answer::Timeline(answer) => timeline::write(&mut page, answer),
        Answer::Conflicts(answer) => conflicts::write(&mut page, answer),
        Answer::Coverage(answer) => coverage::write(&mut page, answer),
    }
    page.close(about)
}
