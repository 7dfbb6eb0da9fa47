//! One city, network, person …: who it is, whom it is tied to, since when, and who says so.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use comity_answer::{
    Answer, Body, CachedSnapshot, Cell, IfEmpty, LeadsTo, NameResolution, Profile, ProfileArgs, Section,
    TieFilter, TieGroup, profile,
};
use comity_export::ReferenceKind;
use comity_messages::say;
use comity_model::{EntityId, EntityKind, Name};
use percent_encoding::percent_decode_str;

use crate::address::link;
use crate::api::API;
use crate::ask::Proof;
use crate::atlas::{self, Reach};
use crate::cite::{Cited, CitedPage, title_of};
use crate::error::WebError;
use crate::fields::fields_of;
use crate::files::Files;
use crate::linked_data;
use crate::problem::Suggestion;
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::{Face, Visit};
use crate::words;

/// Rows of each table on the page where the address does not say; `limit` may ask for more.
const ROWS: usize = 200;
/// With no more ties than this on file a page shows what was searched. Guessed.
const FEW: u64 = 3;

/// `GET /entities/{id}`: its profile on the day asked about; a merged id leads on to what it became.
pub(crate) async fn entity(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let snapshot = visit.snapshot().await?;
    let held = id.parse::<EntityId>().ok().and_then(|id| snapshot.entity_by_id(&id));
    let Some(held) = held else {
        return Err(gone(&visit, "entity", &id, missing(&snapshot, &id)).await);
    };
    if held.id.as_str() != id {
        return Ok(moved(&visit, &held.id));
    }
    let told = visit.fields::<BTreeMap<String, String>>()?;
    let told = |name: &str| told.get(name).map(String::as_str).unwrap_or_default();
    let (limit, only) = (told("limit").trim().parse().unwrap_or(ROWS), TieFilter::of(told));
    let args = ProfileArgs { entity: held.id.clone(), at: visit.clocks.at.clone(), limit, only };
    let profile = profile(&snapshot, &args)?;
    let mut fields = BTreeMap::from([("entity".to_owned(), id)]);
    fields.extend(args.only.chosen().map(|(name, value)| (name.to_owned(), value.to_owned())));
    if visit.clocks.at_written {
        fields.insert("at".to_owned(), visit.clocks.at.text.clone());
    }
    let page = CitedPage {
        path: visit.path.clone(),
        takes: fields_of("/entities/{id}"),
        title: title_of(&snapshot, &held.id),
        kind: ReferenceKind::Dataset,
        known: snapshot.known(),
        has_day: true,
    };
    let cited = Cited::page(&visit, page).await?.followed_at(format!("/entities/{}/feed.atom", held.id));
    let answer = Answer::Profile(profile);
    let proof = Proof::new("profile", &fields).for_answer(&answer);
    let files = Files::new(&visit, "profile", &fields);
    Ok(visit.reply(answer, |shell, answer| EntityPage::new(&snapshot, shell, answer, proof, files, cited)))
}

fn moved(visit: &Visit, id: &EntityId) -> Response {
    let api = if visit.face == Face::Api { API } else { "" };
    let address = format!("{api}/entities/{id}{}", visit.clocks.carry());
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, address)]).into_response()
}

fn missing(snapshot: &CachedSnapshot, id: &str) -> WebError {
    WebError::Missing { noun: "entity", id: id.to_owned(), instead: near(snapshot, id) }
}

/// Names near the last part of an address that leads nowhere.
pub(crate) async fn nowhere(visit: Visit) -> WebError {
    if visit.face == Face::Api {
        return WebError::Missing { noun: "page", id: visit.path, instead: Vec::new() };
    }
    let sought = visit.path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    let sought = percent_decode_str(sought).decode_utf8_lossy();
    let instead = match visit.snapshot().await {
        Ok(snapshot) => near(&snapshot, &sought),
        Err(error) => return error,
    };
    WebError::Missing { noun: "page", id: visit.path.clone(), instead }
}

/// How many names are offered.
const NEAR: usize = 8;

fn near(snapshot: &CachedSnapshot, sought: &str) -> Vec<Suggestion> {
    let near = match snapshot.find(&sought.replace(['-', '_'], " ")) {
        NameResolution::One(id) => {
            let found = snapshot.entity_by_id(&id);
            found.map(|entity| (id.to_string(), entity.name.to_string())).into_iter().collect()
        }
        NameResolution::Several(near) | NameResolution::None(near) => {
            near.into_iter().map(|entity| (entity.id.to_string(), entity.full())).collect::<Vec<_>>()
        }
    };
    near.iter().take(NEAR).map(|(id, name)| suggestion(id, name)).collect()
}

fn suggestion(id: &str, name: &str) -> Suggestion {
    Suggestion { title: format!("{name}, {id}"), href: link(&format!("/entities/{id}"), &[]) }
}

#[derive(Template)]
#[template(path = "entity.html")]
struct EntityPage {
    shell: Shell,
    answer: Answer,
    proof: Proof,
    files: Files,
    /// Where its partners are.
    reach: Option<Reach>,
    cited: Cited,
    /// What it is, for programs; empty: nothing they have a word for.
    linked: String,
}

impl EntityPage {
    fn new(
        snapshot: &CachedSnapshot,
        shell: Shell,
        answer: Answer,
        proof: Proof,
        files: Files,
        cited: Cited,
    ) -> Self {
        let page = Self { shell, answer, proof, files, reach: None, cited, linked: String::new() };
        let reach = atlas::reach(snapshot, page.profile());
        let linked = linked_data::of_entity(snapshot, page.profile(), &page.cited);
        Self { reach, linked, ..page }
    }

    fn profile(&self) -> &Profile {
        let Answer::Profile(profile) = &self.answer else { unreachable!("this page answers `profile`") };
        profile
    }

    /// The sentence that answers, what the page is for, and what stands beside it: ties as lines over time. Those of an
    /// agreement are what it is for.
    fn columns(&self) -> [Vec<Section<'_>>; 3] {
        let is_lead = |section: &Section<'_>| matches!(section.body, Body::Summary(_));
        let is_agreement = self.profile().entity.kind == EntityKind::Agreement;
        let is_beside = |section: &Section<'_>| !is_agreement && matches!(section.body, Body::Lives(_));
        let (lead, rest): (Vec<_>, Vec<_>) = self.answer.sections().into_iter().partition(is_lead);
        let (beside, main) = rest.into_iter().partition(is_beside);
        [lead, main, beside]
    }

    /// Whether so few ties of a place are on file that a reader wants to know first where anybody looked.
    fn is_little_known(&self) -> bool {
        let Profile { entity, ties, .. } = self.profile();
        entity.kind == EntityKind::Polity && ties.iter().map(TieGroup::on_file).sum::<u64>() <= FEW
    }

    fn as_of(&self) -> String {
        words::as_of(&self.profile().about.moment.words)
    }

    /// "city · New York, United States · population 8,804,190 (GeoNames)".
    fn facts_line(&self) -> String {
        let Profile { entity, names, within, population, .. } = self.profile();
        let is_filed = |name: &&Name| name.lang.is_empty() && name.text != entity.country;
        let also = names.iter().find(is_filed).map(|name| say!("profile-also", name = name.text.as_str()));
        let within: Vec<&str> = within.iter().map(|place| place.name.as_str()).collect();
        let people = population.map(|people| say!("entity-population", n = people));
        let parts =
            [also, Some(entity.what.clone()), Some(within.join(", ")), people].map(Option::unwrap_or_default);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}
