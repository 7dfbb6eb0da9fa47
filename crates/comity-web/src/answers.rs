//! Answers to questions: computed once for all who ask the same, and kept while there is room.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use comity_answer::Answer;
use comity_model::{Day, Seq};
use tokio::time::timeout;

use crate::ask::instead;
use crate::cache::Cache;
use crate::error::WebError;
use crate::flights::Flights;
use crate::visit::Visit;
use crate::work::Lane;

/// All that an answer depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    question: String,
    arguments: BTreeMap<String, String>,
    known: Seq,
    /// An argument may name a state of the register in a way that means another once it has grown.
    head: Seq,
    today: Day,
}

/// A refusal is the same for all who wait.
type Outcome = Result<Arc<Answer>, Arc<WebError>>;

pub(crate) struct Answers {
    flights: Flights<Key, Outcome>,
    kept: Cache<Key, Arc<Answer>>,
}

impl Answers {
    /// Keeps answers of about so many bytes.
    pub(crate) fn within(bytes: usize) -> Self {
        Self { flights: Flights::new(), kept: Cache::within(bytes) }
    }

    pub(crate) fn rest(&self, idle: Duration) {
        self.kept.rest(idle);
    }

    /// The answer at the visit's clocks, computed by the workers; `TooLong` when that takes longer than anyone may wait.
    pub(crate) async fn ask(
        &self,
        visit: &Visit,
        question: &str,
        arguments: &BTreeMap<String, String>,
    ) -> Result<Arc<Answer>, WebError> {
        let key = Key {
            question: question.to_owned(),
            arguments: arguments.clone(),
            known: visit.known().await?,
            head: visit.head.seq,
            today: visit.state.today(),
        };
        if let Some(kept) = self.kept.get(&key) {
            return Ok(kept);
        }
        let flight = self.flights.join(key.clone(), || computed(visit.clone(), key));
        Ok(flight.await?)
    }
}

async fn computed(visit: Visit, key: Key) -> Outcome {
    let state = visit.state.clone();
    let answered = state.work().run(Lane::Long, answered(visit, key));
    let answered = timeout(state.patience(), answered).await.unwrap_or(Err(WebError::TooLong));
    answered.and_then(|answered| answered).map_err(Arc::new)
}

async fn answered(visit: Visit, key: Key) -> Result<Arc<Answer>, WebError> {
    let Key { question, arguments, today, .. } = &key;
    let snapshot = visit.snapshot().await?;
    let earlier = visit.state.door().earlier(arguments).await?;
    let answer = comity_answer::ask_beside(&snapshot, earlier.as_deref(), *today, question, arguments)
        .map_err(|error| WebError::Ask { instead: instead(question, arguments, &error), error })?;
    let bytes = bytes(&answer);
    let answer = Arc::new(answer);
    visit.state.answers().kept.keep(key, Arc::clone(&answer), bytes);
    Ok(answer)
}

/// In memory an answer takes about three times what it takes as JSON: each text has a place of its own.
fn bytes(answer: &Answer) -> usize {
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
