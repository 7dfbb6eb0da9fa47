//! Finding anything by any text: the page of a search, and what is suggested while somebody writes.

use askama::Template;
use axum::response::Response;
use comity_answer::{FoundBy, NameResolution, PlacePair, Question, Search, SearchHit, Typing, questions};
use comity_messages::{Message, message, say};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::address::link;
use crate::error::WebError;
use crate::paging::Turn;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// What a search found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SearchResult {
    q: String,
    /// Where the text names two things: the question what one has with the other.
    answer: Option<Offer>,
    /// On file, the likeliest first.
    entities: Vec<SearchHit>,
    /// Places of the gazetteer with nothing on file, the likeliest first.
    places: Vec<SearchHit>,
    /// Questions in whose words the text occurs.
    questions: Vec<Offer>,
    /// All that were found, as the page shows them.
    #[serde(skip)]
    hits: Vec<SearchHit>,
}

/// A page that can be opened.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "SearchOffer")]
pub(crate) struct Offer {
    pub(crate) title: String,
    pub(crate) href: String,
}

#[derive(Debug, Default, Deserialize)]
struct Searched {
    #[serde(default)]
    q: String,
}

/// Places with nothing on file that a page shows.
const ELSEWHERE: usize = 8;
/// Questions that a page shows.
const QUESTIONS: usize = 3;

/// `GET /search?q=`: whatever the text may mean, in any script, misspelt or not, with the reason it was found.
pub(crate) async fn search(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let q = visit.fields::<Searched>()?.q.trim().to_owned();
    let snapshot = visit.snapshot().await?;
    let found = snapshot.search().results(&q, Typing::Done, turn.limit() as usize);
    let (entities, mut places): (Vec<_>, Vec<_>) = found.hits.iter().cloned().partition(|hit| hit.on_file);
    places.truncate(ELSEWHERE);
    let shown = |hit: &SearchHit| hit.on_file || places.contains(hit);
    let hits = found.hits.iter().filter(|hit| shown(hit)).cloned().collect();
    let (answer, questions) = (found.pair.as_ref().map(with), asked_in(&q));
    let result = SearchResult { q, answer, entities, places, questions, hits };
    Ok(visit.reply(result, |shell, found| SearchPage { shell, found }))
}

/// What is suggested for a text that somebody is writing.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Suggested {
    q: String,
    suggestions: Vec<Completion>,
}

/// One line of a list of suggestions.
#[derive(Debug, Serialize, JsonSchema)]
struct Completion {
    /// The page that it leads to.
    href: String,
    /// What a form takes for it; empty for a question.
    value: String,
    title: String,
    /// What it is, where it is, how much is on file, and why it is suggested.
    about: String,
}

/// Suggestions that a list shows.
const SHOWN: usize = 8;

/// `GET /suggest?q=`: the answer where the text names two things, then entities, then questions.
pub(crate) async fn suggest(visit: Visit) -> Result<Response, WebError> {
    let q = visit.fields::<Searched>()?.q.trim().to_owned();
    let snapshot = visit.snapshot().await?;
    let search = snapshot.search();
    let found = search.results(&q, Typing::Going, SHOWN);
    let mut suggestions: Vec<Completion> = Vec::new();
    suggestions
        .extend(found.pair.as_ref().map(with).map(|offer| of_question(offer, message!("suggest-answer"))));
    let held = found.hits.iter().filter(|hit| hit.on_file);
    suggestions.extend(held.map(|hit| completion(search, hit)));
    suggestions
        .extend(asked_in(&q).into_iter().map(|offer| of_question(offer, message!("suggest-question"))));
    Ok(visit.data(Suggested { q, suggestions }))
}

fn completion(search: Search<'_>, hit: &SearchHit) -> Completion {
    let full = hit.entity.full();
    let is_clear = search.resolve(&full) == NameResolution::One(hit.entity.id.clone());
    let original = hit.entity.original.clone();
    let about = [original, hit.entity.what.clone(), ties(hit), hit.why.clone()];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    Completion {
        href: link(&format!("/entities/{}", hit.entity.id), &[]),
        value: if is_clear { full.clone() } else { hit.entity.id.to_string() },
        title: full,
        about: about.join(" · "),
    }
}

fn of_question(offer: Offer, about: Message) -> Completion {
    Completion { href: offer.href, value: String::new(), title: offer.title, about: about.text() }
}

/// What one has with the other.
pub(crate) fn with(pair: &PlacePair) -> Offer {
    let (one, other) = (&pair.one.entity, &pair.other.entity);
    let fields = [("subject", one.id.as_str()), ("object", other.id.as_str())];
    Offer { title: format!("{} × {}", one.name, other.name), href: link("/ask/with", &fields) }
}

/// Questions of whose words each word of the text begins one.
fn asked_in(q: &str) -> Vec<Offer> {
    let lower = q.to_lowercase();
    let wanted: Vec<&str> = lower.split_whitespace().filter(|word| word.chars().nth(2).is_some()).collect();
    if wanted.is_empty() || wanted.len() > SHOWN {
        return Vec::new();
    }
    let fits = |question: &&Question| wanted.iter().all(|word| says(question, word));
    let found = questions().iter().filter(fits).take(QUESTIONS);
    found
        .map(|question| Offer { title: question.title.text(), href: format!("/ask#{}", question.id) })
        .collect()
}

fn says(question: &Question, word: &str) -> bool {
    let text = format!("{} {}", question.title, question.help).to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|one| one.starts_with(word))
}

/// `13 ties`; nothing where none is on file.
fn ties(hit: &SearchHit) -> String {
    match hit.ties {
        0 => String::new(),
        ties => say!("count-ties", n = ties),
    }
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    found: SearchResult,
}

impl SearchPage {
    /// Whether anything bears the text as a name: else what is shown only comes near.
    fn is_borne(&self) -> bool {
        self.found.answer.is_some() || self.found.hits.iter().any(|hit| hit.found_by != FoundBy::Misspelt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_found_by_their_words() {
        assert!(asked_in("members").iter().any(|offer| offer.href == "/ask#members"));
        assert!(asked_in("zzqqxx").is_empty());
        assert!(asked_in("a b").is_empty());
    }
}
