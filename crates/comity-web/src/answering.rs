//! The answer to a question at the clocks of a visit: computed once for all who ask the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use comity_answer::{Answer, AskError, CachedSnapshot, EntityRef, Question, Range};
use tokio::time::timeout;

use crate::address::link;
use crate::answers::{AnswerKey, AnswerOutcome, bytes_of};
use crate::error::WebError;
use crate::language::LANG;
use crate::problem::Suggestion;
use crate::search::{Offer, with};
use crate::visit::Visit;
use crate::work::Lane;

/// Fields of an address that are no arguments of a question.
const NOT_ARGUMENTS: [&str; 4] = ["known", "under", "after", LANG];

/// What the address says to the question beside the clock of knowing; empty fields of a form are not said. The day stands
/// in every address: a question without a day of its own does without.
pub(crate) fn arguments(visit: &Visit, name: &str) -> Result<BTreeMap<String, String>, WebError> {
    let has_no_day = question(name).is_some_and(|question| !takes(question, "at"));
    let mut fields: BTreeMap<String, String> = visit.fields()?;
    fields.retain(|name, value| !NOT_ARGUMENTS.contains(&name.as_str()) && !value.trim().is_empty());
    fields.retain(|name, _| !(has_no_day && name == "at"));
    Ok(fields)
}

/// The question of this name.
pub(crate) fn question(name: &str) -> Option<&'static Question> {
    comity_answer::questions().iter().find(|question| question.id == name)
}

/// Whether a question can be told something of this name.
pub(crate) fn takes(question: &Question, name: &str) -> bool {
    question.arguments.iter().any(|argument| argument.name == name)
}

/// As many rows as a question gives, where it takes a limit.
pub(crate) fn unlimited(name: &str, arguments: &mut BTreeMap<String, String>) {
    let limit = question(name).and_then(|one| one.arguments.iter().find(|argument| argument.name == "limit"));
    if let Some(Range::Whole { most, .. }) = limit.map(|limit| limit.range) {
        arguments.insert("limit".to_owned(), most.to_string());
    }
}

/// Computed by the workers, if not lately; `TooLong` when that takes longer than anyone may wait.
pub(crate) async fn answer(
    visit: &Visit,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Arc<Answer>, WebError> {
    let refused = |error| WebError::Ask { instead: instead(name, arguments, &error), error };
    comity_answer::check(visit.state.today(), name, arguments).map_err(refused)?;
    let key = AnswerKey {
        question: name.to_owned(),
        arguments: arguments.clone(),
        known: visit.known().await?,
        head: visit.head.seq,
        today: visit.state.today(),
        language: visit.language,
    };
    let answers = visit.state.answers();
    if let Some(kept) = answers.kept.get(&key) {
        return Ok(kept);
    }
    let flight = answers.flights.join(key.clone(), || computed(visit.clone(), key));
    Ok(flight.await?)
}

async fn computed(visit: Visit, key: AnswerKey) -> AnswerOutcome {
    let state = visit.state.clone();
    let answered = state.work().run(Lane::Long, key.language, answered(visit, key));
    let answered = timeout(state.patience(), answered).await.unwrap_or(Err(WebError::TooLong));
    answered.and_then(|answered| answered).map_err(Arc::new)
}

async fn answered(visit: Visit, key: AnswerKey) -> Result<Arc<Answer>, WebError> {
    let AnswerKey { question, arguments, today, .. } = &key;
    let snapshot = visit.snapshot().await?;
    let earlier = visit.state.door().earlier(arguments).await?;
    let answer = comity_answer::ask_beside(&snapshot, earlier.as_deref(), *today, question, arguments)
        .map_err(|error| refused(&snapshot, &key, error))?;
    let bytes = bytes_of(&answer);
    let answer = Arc::new(answer);
    visit.state.answers().kept.keep(key, Arc::clone(&answer), bytes);
    Ok(answer)
}

/// With what could be asked instead; where one field names two things, that is what they have with each other.
fn refused(snapshot: &CachedSnapshot, key: &AnswerKey, error: AskError) -> WebError {
    let mut instead = instead(&key.question, &key.arguments, &error);
    if let AskError::Unknown { text, .. } = &error {
        let offer = snapshot.search().pair(text).map(|pair| with(&pair));
        instead.splice(0..0, offer.map(|Offer { title, href }| Suggestion { title, href }));
    }
    WebError::Ask { error, instead }
}

/// The same question about each thing that the unclear word may have meant.
fn instead(name: &str, arguments: &BTreeMap<String, String>, error: &AskError) -> Vec<Suggestion> {
    match error {
        AskError::Several { text, candidates: entities } | AskError::Unknown { text, near: entities } => {
            entities.iter().map(|entity| again(name, arguments, text, entity)).collect()
        }
        AskError::Question { .. } => comity_answer::questions().iter().map(for_example).collect(),
        AskError::Missing { .. } => examples_of(name).collect(),
        AskError::Argument { text, meant, .. } => {
            let renamed = meant.map(|meant| renamed(name, arguments, (text, meant)));
            renamed.into_iter().chain(examples_of(name)).collect()
        }
        _ => Vec::new(),
    }
}

/// The question, as the catalogue asks it.
fn for_example(question: &Question) -> Suggestion {
    Suggestion { title: question.title.text(), href: example(question) }
}

fn examples_of(name: &str) -> impl Iterator<Item = Suggestion> {
    question(name).map(for_example).into_iter()
}

/// The same question with one argument by the name that it has.
fn renamed(name: &str, arguments: &BTreeMap<String, String>, (from, to): (&str, &str)) -> Suggestion {
    let fields = arguments.iter().map(|(name, value)| (if name == from { to } else { name }, value.as_str()));
    let fields: Vec<(&str, &str)> = fields.collect();
    let said: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    Suggestion { title: said.join(", "), href: link(&format!("/ask/{name}"), &fields) }
}

/// The same question about `entity`, in the place of what `text` said.
fn again(name: &str, arguments: &BTreeMap<String, String>, text: &str, entity: &EntityRef) -> Suggestion {
    let id = entity.id.to_string();
    let fields =
        arguments.iter().map(|(name, value)| (name.as_str(), if value == text { &id } else { value }));
    let fields: Vec<(&str, &str)> = fields.map(|(name, value)| (name, value.as_str())).collect();
    let title = format!("{} ({})", entity.full(), entity.what);
    Suggestion { title, href: link(&format!("/ask/{name}"), &fields) }
}

/// The address that asks the question's example.
pub(crate) fn example(question: &Question) -> String {
    link(&format!("/ask/{}", question.id), question.example)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_addresses() {
        let all: Vec<String> = comity_answer::questions().iter().map(example).collect();
        assert!(all.contains(&"/ask/with?subject=rochester-new-york&object=japan".to_owned()), "{all:?}");
        assert!(all.contains(&"/ask/members?network=c40&at=2019".to_owned()), "{all:?}");
        assert!(all.iter().any(|href| href.contains("c40%20summit")), "{all:?}");
    }
}
