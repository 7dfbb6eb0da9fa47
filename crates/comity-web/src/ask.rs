//! Questions: what can be asked, the answer to one, and the claims behind each of its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::{
    About, Answer, AskError, Cell, Chart, Column, Counted, EntityRef, Evidence, Layer, NetworkMet, Question,
    Range, Shared, Table, Those, With,
};
use comity_model::ClaimId;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::address::link;
use crate::error::{Suggestion, WebError};
use crate::evidence::{EvidencePage, stretch};
use crate::files::{Files, picture};
use crate::paging::Stretch;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;
use crate::work::Lane;

/// Fields of an address that are no arguments of a question.
const NOT_ARGUMENTS: [&str; 3] = ["known", "under", "after"];

/// A question with a link that asks it of something on file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AskedQuestion")]
pub(crate) struct Asked {
    #[serde(flatten)]
    question: &'static Question,
    /// The example, as an address.
    href: String,
    /// The heading of its group, on the first of each.
    #[serde(skip)]
    opens: Option<&'static str>,
}

/// `GET /ask`: every question there is, what it wants to be told, and an example.
pub(crate) async fn questions(visit: Visit) -> Result<Response, WebError> {
    let mut last = None;
    let asked = |question: &'static Question| {
        let group = question.group;
        let opens = (last.replace(group) != Some(group)).then(|| group.title());
        Asked { question, href: example(question), opens }
    };
    let items: Vec<Asked> = comity_answer::questions().iter().map(asked).collect();
    let questions = Stretch { items, next: None };
    Ok(visit.reply(questions, |shell, questions| QuestionsPage { shell, questions }))
}

/// `GET /ask/{question}`: its answer, with the proof beside it.
pub(crate) async fn ask(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let arguments = arguments(&visit)?;
    let answer = answer(&visit, &name, &arguments).await?;
    visit.show(Lane::Short, |visit| async move { Ok(shown(&visit, &name, &arguments, &answer)) }).await
}

fn shown(visit: &Visit, name: &str, arguments: &BTreeMap<String, String>, answer: &Answer) -> Response {
    let question = comity_answer::questions().iter().find(|question| question.id == name);
    let question = question.expect("a question that was answered is on the list");
    let (proof, files) = (Proof::new(name, arguments), Files::new(visit, name, arguments));
    let about = answer.about();
    visit.reply(answer, |shell, answer| AnswerPage { shell, question, about, answer, proof, files })
}

/// `GET /ask/{question}/claims`: the claims behind the part of an answer that `under` points to (RFC 6901).
pub(crate) async fn claims(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let mut arguments = arguments(&visit)?;
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

/// What the address says beside the clock of knowing; empty fields of a form are not said.
pub(crate) fn arguments(visit: &Visit) -> Result<BTreeMap<String, String>, WebError> {
    let mut fields: BTreeMap<String, String> = visit.fields()?;
    fields.retain(|name, value| !NOT_ARGUMENTS.contains(&name.as_str()) && !value.trim().is_empty());
    Ok(fields)
}

/// As many rows as a question gives, where it takes a limit.
pub(crate) fn unlimited(name: &str, arguments: &mut BTreeMap<String, String>) {
    let question = comity_answer::questions().iter().find(|question| question.id == name);
    let limit = question.and_then(|question| question.arguments.iter().find(|one| one.name == "limit"));
    if let Some(Range::Whole { most, .. }) = limit.map(|limit| limit.range) {
        arguments.insert("limit".to_owned(), most.to_string());
    }
}

pub(crate) async fn answer(
    visit: &Visit,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Arc<Answer>, WebError> {
    let refused = |error| WebError::Ask { instead: instead(name, arguments, &error), error };
    comity_answer::check(visit.state.today(), name, arguments).map_err(refused)?;
    visit.state.answers().ask(visit, name, arguments).await
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

/// The same question about each thing that the unclear word may have meant.
pub(crate) fn instead(name: &str, arguments: &BTreeMap<String, String>, error: &AskError) -> Vec<Suggestion> {
    let again = |text: &str, entity: &EntityRef| {
        let meant = |value: &String| if value == text { entity.id.to_string() } else { value.clone() };
        let fields: Vec<(&str, String)> =
            arguments.iter().map(|(name, value)| (name.as_str(), meant(value))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let title = format!("{} ({})", entity.full(), entity.what);
        Suggestion { title, href: link(&format!("/ask/{name}"), &fields) }
    };
    match error {
        AskError::Several { text, candidates: entities } | AskError::Unknown { text, near: entities } => {
            entities.iter().map(|entity| again(text, entity)).collect()
        }
        AskError::Question { .. } | AskError::Missing { .. } | AskError::Argument { .. } => {
            let known = comity_answer::questions().iter();
            known
                .map(|question| Suggestion { title: question.title.to_owned(), href: example(question) })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The address that asks the question's example.
fn example(question: &Question) -> String {
    link(&format!("/ask/{}", question.id), question.example)
}

/// Where the claims behind each part of one answer are listed.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    address: String,
}

impl Proof {
    pub(crate) fn new(question: &str, arguments: &BTreeMap<String, String>) -> Self {
        let fields: Vec<(&str, &str)> =
            arguments.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Self { address: link(&format!("/ask/{question}/claims"), &fields) }
    }

    /// `pointer` names the part (RFC 6901); empty means all of it.
    pub(crate) fn of(&self, pointer: &str) -> String {
        link(&self.address, &[("under", pointer)])
    }

    /// The part at this place of a list.
    pub(crate) fn nth(&self, list: &str, place: &impl std::fmt::Display) -> String {
        self.of(&format!("{list}/{place}"))
    }

    /// A row of one of a sheet's tables.
    pub(crate) fn row(&self, table: &impl std::fmt::Display, place: &impl std::fmt::Display) -> String {
        self.of(&format!("/tables/{table}/rows/{place}"))
    }
}

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage {
    shell: Shell,
    questions: Stretch<Asked>,
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
}

impl AnswerPage<'_> {
    /// The charts that show a table's values, each with its drawing.
    fn drawn(&self, of: &str) -> Vec<(Chart, String)> {
        let charts = self.answer.charts();
        let of_table = charts.iter().filter(|chart| chart.table == of);
        of_table.filter_map(|chart| Some((chart.clone(), picture(self.answer, chart)?))).collect()
    }

    /// The pictures that have something to draw.
    fn pictures(&self) -> Vec<Chart> {
        let charts = self.answer.charts();
        charts.iter().filter(|chart| picture(self.answer, chart).is_some()).cloned().collect()
    }

    /// Which columns of a table hold numbers: by the first cell of each that holds anything.
    fn numeric(table: &Table) -> Vec<bool> {
        let in_numbers = |place: usize| {
            let mut cells = table.rows.iter().map(|row| &row.cells[place]);
            cells.find(|cell| **cell != Cell::Empty).is_some_and(Cell::is_number)
        };
        (0..table.columns.len()).map(in_numbers).collect()
    }

    /// A unit that says no more than the heading is not repeated.
    fn has_unit(column: &Column) -> bool {
        !column.unit.is_empty() && !column.title.to_lowercase().ends_with(&column.unit.to_lowercase())
    }

    /// What stands before a cell where a row is a list of facts: "Distance, km".
    fn head(column: &Column) -> String {
        if Self::has_unit(column) {
            format!("{}, {}", column.title, column.unit)
        } else {
            column.title.clone()
        }
    }

    /// The class of a cell: figures stand right, short words are not broken, sentences have room.
    fn shape(cell: &Cell, numeric: &[bool], column: usize) -> &'static str {
        match cell {
            _ if numeric[column] => "n",
            cell if cell.is_short() => "date",
            cell if cell.is_long() => "long",
            _ => "",
        }
    }

    /// Whether some row is of a place within the subject, so that each must say of whom it is.
    fn rolled_up(with: &With) -> bool {
        let rows = with.ties.rows.iter().chain(&with.ended.rows);
        rows.map(|tie| &tie.near.id).any(|near| *near != with.subject.id)
    }

    /// Where what a figure of the coverage counts is listed.
    fn listed(counted: Counted) -> &'static str {
        match counted {
            Counted::Statements => "/claims",
            Counted::Sources => "/sources",
            Counted::Networks | Counted::NetworksWithMembers => "/networks",
            Counted::Waiting => "/review",
        }
    }
}

/// Who of each side is in a network, where that is not the side itself.
fn apart<'w>(with: &'w With, row: &'w NetworkMet) -> Vec<(&'w EntityRef, &'w Those)> {
    let sides = [(&with.subject, &row.near), (&with.object, &row.far)];
    let itself = |(side, those): &(&EntityRef, &Those)| those.n == 1 && those.first[0].id == side.id;
    sides.into_iter().filter(|side| !itself(side)).collect()
}

/// In brackets, who of each side is in it, where that is not the side itself.
fn who_met(with: &With, row: &Shared) -> String {
    let sides = [(&row.a.who, &with.subject), (&row.b.who, &with.object)];
    let within = sides.iter().filter(|(who, side)| who.id != side.id).map(|(who, _)| who.name.as_str());
    let within: Vec<&str> = within.collect();
    if within.is_empty() { String::new() } else { format!(" ({})", within.join(", ")) }
}

/// Others nearby and whom they are tied to, each pair once with all its claims.
fn pairs(with: &With) -> Vec<(String, String)> {
    let mut pairs: BTreeMap<String, Vec<&Evidence>> = BTreeMap::new();
    for tie in &with.peers.ties {
        let title = format!("{}–{}", tie.near.name, tie.other.name);
        pairs.entry(title).or_default().extend(tie.evidence.iter().chain(&tie.rivals));
    }
    pairs.into_iter().map(|(title, proof)| (title, words::proofs(proof))).collect()
}

/// How much of a sheet's last section is folded away.
fn looks_in_all(with: &With) -> String {
    let looks = words::looks(&with.about.looked).len() as u64;
    words::counted(looks, "look at a source", "looks at sources")
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
