//! A brief: what there is to know of two, or of one place, on one printed page.

mod entity;
mod pair;
mod part;
mod sources;
mod writer;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use comity_answer::{
    About, Answer, AskError, CachedSnapshot, Cell, EntityRef, MOST_ROWS, Profile, Tie, TieState, With,
};
use comity_export::ReferenceKind;
use comity_messages::say;
use comity_model::EntityId;
use schemars::JsonSchema;
use serde::Serialize;

use crate::address::{link, parts};
use crate::answering::answer;
use crate::atlas::{self, Locator, Reach};
use crate::cite::{Cited, CitedPage};
use crate::error::WebError;
use crate::fields::fields_of;
use crate::named::NamedFields;
use crate::shell::Shell;
use crate::visit::{Face, Visit};
use crate::words;
use crate::work::Lane;

use part::BriefPart;
use sources::{BriefSource, NumberedSources};
use writer::BriefWriter;

/// What a desk takes along: a sentence, the matters that count with who says so, and the sources by number.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Brief {
    title: String,
    /// The day it is about, in words.
    as_of: String,
    /// The address that shows the same for ever.
    permalink: String,
    of: EntityRef,
    with: Option<EntityRef>,
    /// The answer in a sentence or two.
    summary: String,
    /// The page that has all of it.
    whole: String,
    parts: Vec<BriefPart>,
    sources: Vec<BriefSource>,
}

/// Agreements of which there is room for all that is known, in a sentence or two.
const TOLD: usize = 3;

/// `GET /brief?of=…&with=…`: of two, or of one; with neither, the form that asks of whom.
pub(crate) async fn brief(visit: Visit) -> Result<Response, WebError> {
    let fields: Vec<(String, String)> = parts(&visit.query)?;
    let named = NamedFields { page: "/brief", fields };
    let snapshot = visit.snapshot().await?;
    let last = async move { Ok((named.last(&snapshot, "of")?, named.last(&snapshot, "with")?)) };
    let (of, with) = visit.find_out(Lane::Short, Box::pin(last)).await?;
    match (of, with) {
        (Some(of), Some(with)) => of_two(visit, of, with).await,
        (Some(one), None) | (None, Some(one)) => of_one(visit, one).await,
        (None, None) if visit.face == Face::Page => Ok(visit.page(|shell| BriefFormPage { shell })),
        (None, None) => Err(missing()),
    }
}

fn missing() -> WebError {
    let example = link("/brief", &[("of", "rochester-new-york"), ("with", "japan")]);
    AskError::Missing { argument: "of", question: "brief", example }.into()
}

async fn of_two(visit: Visit, of: EntityId, with: EntityId) -> Result<Response, WebError> {
    let told = [("subject", of.as_str()), ("object", with.as_str())];
    let answer = asked(&visit, "with", &told).await?;
    let agreements: Vec<EntityId> =
        on_record(two(&answer)).filter_map(|tie| tie.via.as_ref()).map(|via| via.id.clone()).collect();
    let mut known = BTreeMap::new();
    if agreements.len() <= TOLD {
        for id in agreements {
            let answer = asked(&visit, "profile", &[("entity", id.as_str())]).await?;
            known.insert(id, answer.summary().to_owned());
        }
    }
    let fields = [("of", of.as_str()), ("with", with.as_str())];
    let permalink = permalink(&visit, answer.about(), &fields).await?;
    visit
        .show(Lane::Short, |visit| async move { of_two_shown(&visit, &answer, known, permalink).await })
        .await
}

async fn of_two_shown(
    visit: &Visit,
    answer: &Answer,
    told: BTreeMap<EntityId, String>,
    permalink: String,
) -> Result<Response, WebError> {
    let with = two(answer);
    let snapshot = visit.snapshot().await?;
    let sources = NumberedSources::default();
    let mut writer = BriefWriter { snapshot: &snapshot, side: &with.subject, told, sources };
    let parts = pair::parts(&mut writer, with, visit.clocks.at.window.to.year());
    let brief = Brief {
        title: with.about.title.clone(),
        as_of: with.about.moment.words.clone(),
        permalink,
        of: with.subject.clone(),
        with: Some(with.object.clone()),
        summary: with.summary.clone(),
        whole: pair::whole(with),
        parts,
        sources: writer.sources.0,
    };
    let partners = on_record(with).map(|tie| &tie.other);
    let locator = atlas::locator(partners.chain([&with.object]));
    Ok(visit.reply(brief, |shell, brief| BriefPage {
        shell,
        brief,
        locator,
        reach: None,
        facts: String::new(),
    }))
}

/// The agreements that are on record.
fn on_record(with: &With) -> impl Iterator<Item = &Tie> {
    with.ties.rows.iter().filter(|tie| tie.record.standing.state == TieState::OnRecord)
}

fn two(answer: &Answer) -> &With {
    let Answer::With(with) = answer else { unreachable!("the question `with` is answered so") };
    with
}

async fn of_one(visit: Visit, of: EntityId) -> Result<Response, WebError> {
    let answer = asked(&visit, "profile", &[("entity", of.as_str())]).await?;
    let permalink = permalink(&visit, answer.about(), &[("of", of.as_str())]).await?;
    visit.show(Lane::Short, |visit| async move { of_one_shown(&visit, &answer, permalink).await }).await
}

async fn of_one_shown(visit: &Visit, answer: &Answer, permalink: String) -> Result<Response, WebError> {
    let Answer::Profile(profile) = answer else { unreachable!("the question `profile` is answered so") };
    let snapshot = visit.snapshot().await?;
    let (told, sources) = (BTreeMap::new(), NumberedSources::default());
    let mut writer = BriefWriter { snapshot: &snapshot, side: &profile.entity, told, sources };
    let parts = entity::parts(&mut writer, profile);
    let brief = Brief {
        title: profile.about.title.clone(),
        as_of: profile.about.moment.words.clone(),
        permalink,
        of: profile.entity.clone(),
        with: None,
        summary: profile.summary.clone(),
        whole: writer::page_of(&profile.entity),
        parts,
        sources: writer.sources.0,
    };
    let reach = atlas::reach(&snapshot, profile);
    let locator = if reach.is_some() { None } else { atlas::locator(located(&snapshot, profile).iter()) };
    let facts = facts(profile);
    Ok(visit.reply(brief, |shell, brief| BriefPage { shell, brief, locator, reach, facts }))
}

/// What is drawn of one: the places within it that have most, else itself.
fn located(snapshot: &CachedSnapshot, profile: &Profile) -> Vec<EntityRef> {
    let rows = profile.rolled_up.iter().flat_map(|rolled| &rolled.most_tied.rows);
    let places = rows.filter_map(|row| match row.cells.first() {
        Some(Cell::Entity(one)) => Some(one.id.clone()),
        _ => None,
    });
    let ids = places.take(LOCATED).chain([profile.entity.id.clone()]);
    ids.filter_map(|id| snapshot.node(&id)).map(|node| snapshot.refer(node)).collect()
}

/// Places of a country that its small map shows.
const LOCATED: usize = 8;

/// "city · New York, United States · population 209,802".
fn facts(profile: &Profile) -> String {
    let Profile { entity, population, .. } = profile;
    let people = population.map(|people| say!("brief-population", n = people));
    let facts = [entity.what.clone(), people.unwrap_or_default()];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A question asked by the page itself, on the day of the visit.
/// With as many rows as a question gives: what is coming may stand in the last one.
async fn asked(visit: &Visit, question: &str, told: &[(&str, &str)]) -> Result<Arc<Answer>, WebError> {
    let at = visit.clocks.at_written.then_some(("at", visit.clocks.at.text.as_str()));
    let most = MOST_ROWS.to_string();
    let told = told.iter().copied().chain(at).chain([("limit", most.as_str())]);
    let arguments = told.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    answer(visit, question, &arguments).await
}

/// The address of the brief by ids and at both clocks.
async fn permalink(visit: &Visit, about: &About, fields: &[(&str, &str)]) -> Result<String, WebError> {
    let mut by_id = visit.clone();
    link("", fields).trim_start_matches('?').clone_into(&mut by_id.query);
    let page = CitedPage {
        path: "/brief".to_owned(),
        takes: fields_of("/brief"),
        title: about.title.clone(),
        kind: ReferenceKind::Dataset,
        known: about.moment.known,
        has_day: true,
    };
    Ok(Cited::page(&by_id, page).await?.permalink())
}

#[derive(Template)]
#[template(path = "brief.html")]
struct BriefPage {
    shell: Shell,
    brief: Brief,
    /// Where the partners are.
    locator: Option<Locator>,
    /// The same of one place with several partners: how far away they are.
    reach: Option<Reach>,
    /// What it is and how many live there; empty of two.
    facts: String,
}

#[derive(Template)]
#[template(path = "brief_form.html")]
struct BriefFormPage {
    shell: Shell,
}
