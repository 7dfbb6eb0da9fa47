//! Questions: what can be asked, the answer to one, and the claims behind each of its figures.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::{About, Answer, Body, Cell, IfEmpty, LeadsTo, Question, Row, Table};
use comity_model::ClaimId;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::address::link;
use crate::answering::{answer, arguments, example, question, unlimited};
use crate::cite::Cited;
use crate::cite_files::{answer_in_english, cited_answer};
use crate::error::WebError;
use crate::evidence::{EvidencePage, stretch};
use crate::files::Files;
use crate::paging::Stretch;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;
use crate::work::Lane;

/// A question with a link that asks it of something on file.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct AskedQuestion {
    #[serde(flatten)]
    question: &'static Question,
    /// The example, as an address.
    href: String,
    /// The heading of its group, on the first of each.
    #[serde(skip)]
    opens: Option<String>,
}

/// `GET /ask`: every question there is, what it wants to be told, and an example.
pub(crate) async fn questions(visit: Visit) -> Result<Response, WebError> {
    let (mut items, mut last) = (Vec::new(), None);
    for question in comity_answer::questions() {
        let group = question.group;
        let opens = (last.replace(group) != Some(group)).then(|| group.title().text());
        items.push(AskedQuestion { question, href: example(question), opens });
    }
    let questions = Stretch { items, next: None };
    Ok(visit.reply(questions, |shell, questions| QuestionsPage { shell, questions }))
}

/// `GET /ask/{question}`: its answer, with the proof beside it.
pub(crate) async fn ask(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let arguments = arguments(&visit, &name)?;
    let answer = answer(&visit, &name, &arguments).await?;
    let cited = answer_in_english(&visit, &name, &arguments).await?;
    let show = |visit| async move { shown(&visit, &name, &arguments, [&answer, &cited]).await };
    visit.show(Lane::Short, show).await
}

async fn shown(
    visit: &Visit,
    name: &str,
    arguments: &BTreeMap<String, String>,
    [answer, cited]: [&Answer; 2],
) -> Result<Response, WebError> {
    let question = question(name).expect("a question that was answered is on the list");
    let (proof, files) = (Proof::new(name, arguments).for_answer(answer), Files::new(visit, name, arguments));
    let about = answer.about();
    let cited = cited_answer(visit, name, cited).await?;
    Ok(visit.reply(answer, |shell, answer| AnswerPage {
        shell,
        question,
        about,
        answer,
        proof,
        files,
        cited,
    }))
}

/// `GET /ask/{question}/claims`: the claims behind the part of an answer that `under` points to (RFC 6901).
pub(crate) async fn claims(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let mut arguments = arguments(&visit, &name)?;
    let under = visit.fields::<BTreeMap<String, String>>()?.remove("under").unwrap_or_default();
    let here = Proof::new(&name, &arguments).of(&under);
    unlimited(&name, &mut arguments);
    let answer = answer(&visit, &name, &arguments).await?;
    let lane = if visit.clocks.known.is_some() { Lane::Long } else { Lane::Short };
    visit.show(lane, |visit| async move { behind(&visit, &answer, under, here).await }).await
}

async fn behind(visit: &Visit, answer: &Answer, under: String, here: String) -> Result<Response, WebError> {
    let whole = serde_json::to_value(answer).expect("an answer is plain data");
    let Some(part) = whole.pointer(&under) else {
        let (noun, instead) = ("part of this answer called", Vec::new());
        return Err(WebError::Missing { noun, id: under, instead });
    };
    let mut ids = BTreeSet::new();
    gather(part, &mut ids);
    let snapshot = visit.snapshot().await?;
    let evidence = stretch(visit, &snapshot, &ids, here).await?;
    Ok(visit.reply(evidence, |shell, evidence| EvidencePage { shell, evidence }))
}

/// Every claim named anywhere in a part of an answer.
fn gather(part: &Value, claims: &mut BTreeSet<ClaimId>) {
    match part {
        Value::Object(fields) => {
            let claim = fields.get("claim").and_then(Value::as_str);
            claims.extend(claim.and_then(|id| id.parse::<ClaimId>().ok()));
            fields.values().for_each(|field| gather(field, claims));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, claims)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Where the claims behind each part of one answer are listed.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    address: String,
    /// Whom a profile is of; empty for other questions.
    entity: String,
}

impl Proof {
    pub(crate) fn new(question: &str, arguments: &BTreeMap<String, String>) -> Self {
        let fields: Vec<(&str, &str)> =
            arguments.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Self { address: link(&format!("/ask/{question}/claims"), &fields), entity: String::new() }
    }

    /// The same of the profile of an entity, by its id.
    pub(crate) fn for_answer(self, answer: &Answer) -> Self {
        match answer {
            Answer::Profile(profile) => Self { entity: profile.entity.id.to_string(), ..self },
            _ => self,
        }
    }

    /// Where the agreements are that a row of a roll-up counts, which carries no claims itself; empty: nowhere.
    pub(crate) fn rolled_up(&self, table: &Table, row: &Row) -> String {
        match (table.id, row.cells.first()) {
            ("by-country", Some(Cell::Entity(one))) if one.id.as_str() != self.entity => {
                link("/ask/with", &[("subject", self.entity.as_str()), ("object", one.id.as_str())])
            }
            ("most-tied", Some(Cell::Entity(one))) => link("/ask/profile", &[("entity", one.id.as_str())]),
            _ => String::new(),
        }
    }

    /// `pointer` names the part (RFC 6901); empty means all of it.
    pub(crate) fn of(&self, pointer: &str) -> String {
        link(&self.address, &[("under", pointer)])
    }

    /// The part at this place of a list.
    pub(crate) fn nth(&self, list: &str, place: &impl std::fmt::Display) -> String {
        self.of(&format!("{list}/{place}"))
    }
}

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage {
    shell: Shell,
    questions: Stretch<AskedQuestion>,
}

#[derive(Template)]
#[template(path = "answer.html")]
struct AnswerPage<'a> {
    shell: Shell,
    question: &'static Question,
    about: &'a About,
    answer: &'a Answer,
    proof: Proof,
    files: Files,
    cited: Cited,
}
