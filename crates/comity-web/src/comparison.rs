//! Compare: up to five entities side by side, each figure with its claims; two sources lead to what they say differently.

mod row;
mod shared;
mod side;

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use comity_answer::{Answer, CachedSnapshot, EntityRef, MOST_ROWS, Profile};
use comity_messages::say;
use comity_model::{EntityId, SourceId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::address::{link, parts};
use crate::answering::answer;
use crate::api::API;
use crate::error::WebError;
use crate::named::NamedFields;
use crate::shell::Shell;
use crate::visit::{Face, Visit};
use crate::words;
use crate::work::Lane;

use row::ComparedRow;
use side::ComparedSide;

/// Several side by side.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SideBySide")]
pub(crate) struct Comparison {
    title: String,
    /// The day it is about, in words.
    as_of: String,
    sides: Vec<EntityRef>,
    rows: Vec<ComparedRow>,
}

/// Columns that can be read beside each other.
const MOST: usize = 5;

/// `GET /compare?a=…&a=…`: with one or none, the form that asks for another.
pub(crate) async fn comparison(visit: Visit) -> Result<Response, WebError> {
    let fields: Vec<(String, String)> = parts(&visit.query)?;
    let snapshot = visit.snapshot().await?;
    if let Some(lists) = two_sources(&visit, &snapshot, &fields) {
        return Ok(Redirect::to(&lists).into_response());
    }
    let named = NamedFields { page: "/compare", fields };
    if named.places("a").len() > MOST {
        let cause = visit.language.within(|| say!("compare-too-many", most = MOST));
        return Err(WebError::Field { field: "a", cause });
    }
    let mut ids = visit.find_out(Lane::Short, async move { named.all(&snapshot, "a") }).await?;
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    let mut answers = Vec::new();
    for id in &ids {
        answers.push(profile_of(&visit, id).await?);
    }
    visit.show(Lane::Short, |visit| async move { shown(&visit, &answers).await }).await
}

async fn shown(visit: &Visit, answers: &[Arc<Answer>]) -> Result<Response, WebError> {
    let snapshot = visit.snapshot().await?;
    let profiles: Vec<&Profile> = answers.iter().filter_map(|answer| as_profile(answer)).collect();
    let sides: Vec<ComparedSide<'_>> =
        profiles.iter().map(|profile| ComparedSide::of(&snapshot, profile)).collect();
    let mut rows = side::rows(&sides);
    rows.extend(shared::rows(&sides));
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let names = profiles.iter().map(|profile| profile.entity.name.as_str());
    let comparison = Comparison {
        title: names.collect::<Vec<_>>().join(" · "),
        as_of: visit.clocks.at.words(),
        sides: profiles.iter().map(|profile| profile.entity.clone()).collect(),
        rows,
    };
    Ok(visit.reply(comparison, |shell, comparison| ComparisonPage { shell, comparison }))
}

fn as_profile(answer: &Answer) -> Option<&Profile> {
    match answer {
        Answer::Profile(profile) => Some(profile),
        _ => None,
    }
}

/// With as many rows as a question gives: the first tie of all may be the last row.
async fn profile_of(visit: &Visit, id: &EntityId) -> Result<Arc<Answer>, WebError> {
    let mut told = vec![("entity", id.to_string()), ("limit", MOST_ROWS.to_string())];
    if visit.clocks.at_written {
        told.push(("at", visit.clocks.at.text.clone()));
    }
    let arguments = told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    answer(visit, "profile", &arguments).await
}

/// The question about two sources, where the address names two and nothing else.
fn two_sources(visit: &Visit, snapshot: &CachedSnapshot, fields: &[(String, String)]) -> Option<String> {
    let given = fields.iter().filter(|(name, text)| name == "a" && !text.trim().is_empty());
    let sources: Option<Vec<SourceId>> =
        given.map(|(_, text)| text.trim().parse().ok().filter(|id| snapshot.source(id).is_some())).collect();
    let sources = sources?;
    let [a, b] = sources.as_slice() else { return None };
    let api = if visit.face == Face::Api { API } else { "" };
    let lists = link(&format!("{api}/ask/compare"), &[("a", a.as_str()), ("b", b.as_str())]);
    Some(format!("{lists}{}", visit.clocks.more()))
}

#[derive(Template)]
#[template(path = "comparison.html")]
struct ComparisonPage {
    shell: Shell,
    comparison: Comparison,
}

impl ComparisonPage {
    fn has_room(&self) -> bool {
        self.comparison.sides.len() < MOST
    }

    /// The same without one of the sides.
    fn without(&self, one: &EntityRef) -> String {
        let others = self.comparison.sides.iter().filter(|side| side.id != one.id);
        let fields: Vec<(&str, &str)> = others.map(|side| ("a", side.id.as_str())).collect();
        format!("{}{}", link("/compare", &fields), self.shell.more)
    }
}
