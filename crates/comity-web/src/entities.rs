//! Everything with a name: the list by kind.

use askama::Template;
use axum::response::Response;
use comity_answer::wording;
use comity_model::{Entity, EntityKind, Level};
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
    let items = rows.items.into_iter();
    let items = items.map(|one| EntityRow { entity: one.clone(), full: full_name(&snapshot, one) });
    let rows = Stretch { items: items.collect(), next: rows.next };
    let here = crate::address::link(
        &visit.path,
        &[("kind", &wanted.kind), ("level", &wanted.level), ("country", &wanted.country)],
    );
    Ok(visit.reply(rows, |shell, rows| EntitiesPage { shell, rows, kind, total, here }))
}

impl EntityRow {
    /// As the reader calls it.
    fn name(&self) -> &str {
        wording::own_language_name(&self.entity).unwrap_or(&self.entity.name)
    }

    /// Where it is, as far as it is known.
    fn place(&self) -> &str {
        self.full.strip_prefix(self.name()).unwrap_or_default().trim_start_matches(", ")
    }
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
