//! What stands around every answer: its title, its moment, what was looked at, how it was found.

use comity_messages::say;
use comity_snapshot::Snapshot;
use schemars::JsonSchema;
use serde::Serialize;

use super::{AsOf, At, CoverageReport};

/// The frame of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct About {
    /// The question's name.
    pub question: &'static str,
    pub title: String,
    pub moment: AsOf,
    pub looked: CoverageReport,
    pub methods: Vec<Method>,
    /// What a reader should know before using it, in sentences.
    pub caveats: Vec<String>,
}

/// How a figure is made, with the paper its formula comes from; `reference` may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Method {
    pub text: String,
    pub reference: String,
}

impl Method {
    pub(crate) fn new(text: &str, reference: &str) -> Self {
        Self { text: text.to_owned(), reference: reference.to_owned() }
    }

    /// What on record means, said on every answer that uses it.
    pub(crate) fn certainty() -> Self {
        Self::new(&say!("method-on-record"), "ISO 8601-2 (EDTF)")
    }
}

/// The frame of an answer to `question`.
pub(crate) fn about(
    question: &'static str,
    snapshot: &Snapshot,
    title: String,
    at: &At,
    looked: CoverageReport,
) -> About {
    let moment = AsOf {
        at: at.text.clone(),
        words: at.words(),
        known: snapshot.known(),
        head: snapshot.head().to_owned(),
    };
    About { question, title, moment, looked, methods: vec![Method::certainty()], caveats: Vec::new() }
}
