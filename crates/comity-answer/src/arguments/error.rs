//! Why a question cannot be answered, and what could be asked instead.

use crate::report::{BadAt, EntityRef, SourceRef};
use crate::world::NotOnFile;

/// What the asker may do: choose, correct, or ask something else.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    #[error("there is no question `{text}`; there are: {}", exists.join(", "))]
    Question { text: String, exists: Vec<&'static str> },
    #[error("{question} takes no `{text}`; it takes: {}", takes.join(", "))]
    Argument { text: String, question: &'static str, takes: Vec<&'static str> },
    #[error("{question} needs `{argument}`; for example: {example}")]
    Missing { argument: &'static str, question: &'static str, example: &'static str },
    #[error("nothing on file is called `{text}`{}", near_misses(near))]
    Unknown { text: String, near: Vec<EntityRef> },
    #[error("`{text}` may be several: {}", with_slugs(candidates))]
    Several { text: String, candidates: Vec<EntityRef> },
    #[error("{name} is a {what}, and this question is about a {wanted}")]
    Kind { name: String, what: String, wanted: &'static str },
    #[error(transparent)]
    Date(#[from] BadAt),
    #[error("`{text}` is not a {argument}: expected {expected}")]
    Value { argument: &'static str, text: String, expected: &'static str },
    #[error("there is no source `{text}`{}", near_sources(near))]
    Source { text: String, near: Vec<SourceRef> },
    #[error("both sides are {name}")]
    Same { name: String },
}

impl From<NotOnFile> for AskError {
    fn from(NotOnFile { id }: NotOnFile) -> Self {
        Self::Unknown { text: id.to_string(), near: Vec::new() }
    }
}

fn near_misses(near: &[EntityRef]) -> String {
    if near.is_empty() { String::new() } else { format!("; perhaps {}", with_slugs(near)) }
}

fn with_slugs(all: &[EntityRef]) -> String {
    let one = |entity: &EntityRef| format!("{} ({}: {})", entity.full(), entity.what, entity.id);
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn near_sources(near: &[SourceRef]) -> String {
    let ids: Vec<&str> = near.iter().map(|source| source.id.as_str()).collect();
    if ids.is_empty() { String::new() } else { format!("; there are: {}", ids.join(", ")) }
}
