//! Why a question cannot be answered, and what could be asked instead.

use comity_model::excerpt;
use comity_snapshot::{EntityRef, NotOnFile, SourceRef};

/// What the asker may do: choose, correct, or ask something else. Said in at most 300 characters, however long what
/// was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    #[error("there is no question `{}`; there are: {}", excerpt(text), first_of(exists.iter().copied(), ", "))]
    Question { text: String, exists: Vec<&'static str> },
    /// `meant`: the one that it needs and was not given.
    #[error("{question} takes no `{}`{} It takes: {}", excerpt(text), perhaps(*meant), takes.join(", "))]
    Argument { text: String, question: &'static str, takes: Vec<&'static str>, meant: Option<&'static str> },
    #[error("{question} needs `{argument}`; for example: {example}")]
    Missing { argument: &'static str, question: &'static str, example: String },
    #[error("nothing on file is called `{}`{}", excerpt(text), near_misses(near))]
    Unknown { text: String, near: Vec<EntityRef> },
    #[error("`{}` may be several: {}", excerpt(text), with_slugs(candidates))]
    Several { text: String, candidates: Vec<EntityRef> },
    #[error("{} is {}, and this question is about a {wanted}", excerpt(name), one(what))]
    Kind { name: String, what: String, wanted: &'static str },
    /// Not what the argument is declared to be: `given` is how it begins.
    #[error("{argument}: expected {expected}, not `{given}`")]
    Value { argument: &'static str, given: String, expected: String },
    #[error("there is no source `{}`{}", excerpt(text), near_sources(near))]
    Source { text: String, near: Vec<SourceRef> },
    #[error("both sides are {}", excerpt(name))]
    Same { name: String },
}

impl From<NotOnFile> for AskError {
    fn from(NotOnFile { id }: NotOnFile) -> Self {
        Self::Unknown { text: id.to_string(), near: Vec::new() }
    }
}

fn perhaps(meant: Option<&str>) -> String {
    meant.map_or_else(|| ".".to_owned(), |name| format!(": did you mean `{name}`?"))
}

fn near_misses(near: &[EntityRef]) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", with_slugs(near)) }
}

fn with_slugs(all: &[EntityRef]) -> String {
    let one = |entity: &EntityRef| format!("{} ({}: {})", excerpt(&entity.full()), entity.what, entity.id);
    first_of(all.iter().map(one), "; ")
}

fn near_sources(near: &[SourceRef]) -> String {
    let ids = near.iter().map(|source| source.id.as_str());
    if near.is_empty() { String::new() } else { format!("; there are: {}", first_of(ids, ", ")) }
}

/// As many as a line holds, one at least, and how many more there are.
fn first_of<T: AsRef<str>>(all: impl Iterator<Item = T>, between: &str) -> String {
    // With what stands before them, no message has more than 300 characters.
    const ROOM: usize = 120;
    let mut text = String::new();
    let mut more = 0;
    for one in all {
        let one = one.as_ref();
        if text.is_empty() {
            one.clone_into(&mut text);
        } else if more == 0 && text.len() + one.len() <= ROOM {
            text = [text.as_str(), one].join(between);
        } else {
            more += 1;
        }
    }
    if more == 0 { text } else { format!("{text}{between}and {more} more") }
}

/// "a network", "an office"; by its sound "a university", "a un body", "an ngo".
fn one(what: &str) -> String {
    let as_consonant = ["eu", "one", "un ", "uni"].iter().any(|start| what.starts_with(start));
    let as_vowel = what.starts_with("ngo") || what.starts_with(['a', 'e', 'i', 'o', 'u']);
    let article = if as_vowel && !as_consonant { "an" } else { "a" };
    format!("{article} {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_goes_by_the_sound() {
        let whats = ["network", "office", "university", "unit", "un body", "ngo", "act"];
        let said = ["a network", "an office", "a university", "a unit", "a un body", "an ngo", "an act"];
        assert_eq!(whats.map(one), said);
    }

    #[test]
    fn a_line_holds_a_few() {
        assert_eq!(first_of(["a", "b"].into_iter(), ", "), "a, b");
        let many = std::iter::repeat_n("x".repeat(50), 1000);
        assert!(first_of(many, ", ").ends_with("x, and 998 more"));
    }
}
