//! Answers to questions: under way for all who ask the same, and kept while there is room.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use comity_answer::Answer;
use comity_messages::Language;
use comity_model::{Day, Seq};

use crate::cache::Cache;
use crate::error::WebError;
use crate::flights::Flights;

/// All that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct AnswerKey {
    pub(crate) question: String,
    pub(crate) arguments: BTreeMap<String, String>,
    pub(crate) known: Seq,
    /// An argument may name a state of the register in a way that means another once it has grown.
    pub(crate) head: Seq,
    pub(crate) today: Day,
    /// Its sentences are in it.
    pub(crate) language: Language,
}

/// A refusal is the same for all who wait.
pub(crate) type AnswerOutcome = Result<Arc<Answer>, Arc<WebError>>;

pub(crate) struct Answers {
    /// Under way.
    pub(crate) flights: Flights<AnswerKey, AnswerOutcome>,
    pub(crate) kept: Cache<AnswerKey, Arc<Answer>>,
}

impl Answers {
    /// Keeps answers of about so many bytes.
    pub(crate) fn within(bytes: usize) -> Self {
        Self { flights: Flights::new(), kept: Cache::within(bytes) }
    }

    pub(crate) fn rest(&self, idle: Duration) {
        self.kept.rest(idle);
    }
}

/// In memory an answer takes about three times what it takes as JSON: each text has a place of its own.
pub(crate) fn bytes_of(answer: &Answer) -> usize {
    let mut count = Count(0);
    serde_json::to_writer(&mut count, answer).expect("an answer is plain data, and counting does not fail");
    3 * count.0
}

struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
