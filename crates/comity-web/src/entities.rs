//! Everything with a name: the list by kind, and finding one in any script.

use askama::Template;
use axum::response::Response;
use comity_answer::Snapshot;
use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{Entity, EntityId, EntityKind, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::WebError;
use crate::names::full_name;
use crate::paging::{Stretch, Turn, cut_at};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

#[derive(Debug, Default, Deserialize)]
struct EntityFilter {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    country: String,
}

/// A line of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct EntityRow {
    #[serde(flatten)]
    entity: Entity,
    #[serde(skip)]
    full: String,
}

/// `GET /entities`: by kind, level and country, in order of id.
pub(crate) async fn entities(visit: Visit) -> Result<Response, WebError> {
    let wanted: EntityFilter = visit.fields()?;
    let kind: Option<EntityKind> = if wanted.kind.is_empty() { None } else { Some(wanted.kind.parse()?) };
    list(&visit, kind, &wanted).await
}

/// `GET /networks`: the networks among them.
pub(crate) async fn networks(visit: Visit) -> Result<Response, WebError> {
    list(&visit, Some(EntityKind::Network), &visit.fields()?).await
}

async fn list(visit: &Visit, kind: Option<EntityKind>, wanted: &EntityFilter) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let (limit, after) = (turn.limit(), turn.after::<usize>()?.unwrap_or(0));
    let level: Option<Level> = if wanted.level.is_empty() { None } else { Some(wanted.level.parse()?) };
    let snapshot = visit.snapshot().await?;
    let mut fitting: Vec<&Entity> = snapshot.entities().iter().collect();
    fitting.retain(|entity| {
        !entity.name.is_empty()
            && kind.is_none_or(|kind| kind == entity.kind)
            && level.is_none_or(|level| entity.is(level))
            && (wanted.country.is_empty() || entity.country.as_deref() == Some(wanted.country.as_str()))
    });
    fitting.sort_by_cached_key(|entity| (entity.name.to_lowercase(), entity.id.clone()));
    let total = fitting.len();
    let rows = cut_at(fitting, after, limit);
    let rows =
        Stretch { items: rows.items.into_iter().map(|one| row(&snapshot, one)).collect(), next: rows.next };
    let here = crate::address::link(
        &visit.path,
        &[("kind", &wanted.kind), ("level", &wanted.level), ("country", &wanted.country)],
    );
    Ok(visit.reply(rows, |shell, rows| EntitiesPage { shell, rows, kind, total, here }))
}

impl EntityRow {
    /// Where it is, as far as it is known.
    fn place(&self) -> &str {
        let after = self.full.strip_prefix(self.entity.name.as_str()).unwrap_or_default();
        after.trim_start_matches(", ")
    }
}

fn row(snapshot: &Snapshot, entity: &Entity) -> EntityRow {
    EntityRow { entity: entity.clone(), full: full_name(snapshot, entity) }
}

/// What a search found.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SearchResult {
    q: String,
    entities: Vec<EntityRow>,
    /// Places of that name of which nothing is on file.
    places: Vec<Place>,
}

/// A place of the gazetteer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PlaceNotOnFile")]
struct Place {
    id: EntityId,
    name: String,
}

#[derive(Debug, Default, Deserialize)]
struct Searched {
    #[serde(default)]
    q: String,
}

/// `GET /search?q=`: entities by name, whatever the script, the accents and the case.
pub(crate) async fn search(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let q = visit.fields::<Searched>()?.q.trim().to_owned();
    let (limit, known, snapshot) = (turn.limit(), visit.known().await?, visit.snapshot().await?);
    let found = visit.state.register().search(&q, known, limit).await?;
    let entities = found.iter().map(|entity| row(&snapshot, entity)).collect();
    let places = visit.state.gazetteer().map(|places| elsewhere(places, &snapshot, &q)).unwrap_or_default();
    Ok(visit.reply(SearchResult { q, entities, places }, |shell, found| SearchPage { shell, found }))
}

/// The largest places that bear the name and are not on file.
fn elsewhere(places: &Gazetteer, snapshot: &Snapshot, q: &str) -> Vec<Place> {
    const SHOWN: usize = 8;
    let hits = places.lookup(q).into_iter().map(|hit| hit.place.canonical());
    let mut unknown: Vec<Place> = Vec::new();
    for place in hits.filter(|place| snapshot.entity_by_id(&place.id()).is_none()) {
        if unknown.len() < SHOWN && unknown.iter().all(|one| one.id != place.id()) {
            unknown.push(Place { id: place.id(), name: place_name(place) });
        }
    }
    unknown
}

#[derive(Template)]
#[template(path = "entities.html")]
struct EntitiesPage {
    shell: Shell,
    rows: Stretch<EntityRow>,
    kind: Option<EntityKind>,
    total: usize,
    here: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    found: SearchResult,
}

/// `Rochester, New York, US`.
fn place_name(place: PlaceRef<'_>) -> String {
    let division = place.admin1().map(|division| format!(", {}", division.name())).unwrap_or_default();
    format!("{}{division}, {}", place.name(), place.country())
}
