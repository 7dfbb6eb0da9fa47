//! One city, network, person …: who it is, whom it is tied to, since when, and who says so.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use comity_answer::{
    Answer, Body, CachedSnapshot, Cell, IfEmpty, LeadsTo, NameResolution, Profile, ProfileArgs, profile,
};
use comity_model::{EntityId, EntityKind};

use crate::address::link;
use crate::api::API;
use crate::ask::Proof;
use crate::error::WebError;
use crate::files::Files;
use crate::problem::Suggestion;
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::{Face, Visit};
use crate::words;

/// Rows of each table on the page; the API's `ask/profile` takes more.
const ROWS: usize = 200;

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
    let args = ProfileArgs { entity: held.id.clone(), at: visit.clocks.at.clone(), limit: ROWS };
    let profile = profile(&snapshot, &args)?;
    let mut fields = BTreeMap::from([("entity".to_owned(), id)]);
    if visit.clocks.at_written {
        fields.insert("at".to_owned(), visit.clocks.at.text.clone());
    }
    let (proof, files) = (Proof::new("profile", &fields), Files::new(&visit, "profile", &fields));
    Ok(visit.reply(Answer::Profile(profile), |shell, answer| EntityPage { shell, answer, proof, files }))
}

fn moved(visit: &Visit, id: &EntityId) -> Response {
    let api = if visit.face == Face::Api { API } else { "" };
    let address = format!("{api}/entities/{id}{}", visit.clocks.carry());
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, address)]).into_response()
}

fn missing(snapshot: &CachedSnapshot, id: &str) -> WebError {
    let near = match snapshot.find(&id.replace('-', " ")) {
        NameResolution::One(id) => snapshot
            .entity_by_id(&id)
            .map(|entity| (id.to_string(), entity.name.to_string()))
            .into_iter()
            .collect(),
        NameResolution::Several(near) | NameResolution::None(near) => {
            near.into_iter().map(|entity| (entity.id.to_string(), entity.full())).collect::<Vec<_>>()
        }
    };
    let instead = near.iter().take(8).map(|(id, name)| Suggestion {
        title: format!("{name}, {id}"),
        href: link(&format!("/entities/{id}"), &[]),
    });
    WebError::Missing { noun: "entity", id: id.to_owned(), instead: instead.collect() }
}

#[derive(Template)]
#[template(path = "entity.html")]
struct EntityPage {
    shell: Shell,
    answer: Answer,
    proof: Proof,
    files: Files,
}

impl EntityPage {
    fn profile(&self) -> &Profile {
        let Answer::Profile(profile) = &self.answer else { unreachable!("this page answers `profile`") };
        profile
    }
}
