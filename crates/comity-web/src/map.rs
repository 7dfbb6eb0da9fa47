//! The map's data: places and the ties between them on one day.

use axum::response::Response;
use comity_answer::{Map, MapArgs, map};
use comity_model::EntityId;
use serde::Deserialize;

use crate::error::WebError;
use crate::visit::Visit;

/// What an address may narrow the map to.
#[derive(Debug, Default, Deserialize)]
struct MapFilter {
    #[serde(default)]
    entity: String,
    /// Layers separated by commas; all of them where none is named.
    #[serde(default)]
    layer: String,
}

/// `GET /api/v1/map`: what `web/README.md` says that the map expects.
pub(crate) async fn ties(visit: Visit) -> Result<Response, WebError> {
    let drawn = drawn(&visit).await?;
    Ok(visit.data(drawn))
}

/// The ties that the address asks for.
pub(crate) async fn drawn(visit: &Visit) -> Result<Map, WebError> {
    let wanted: MapFilter = visit.fields()?;
    let entity: Option<EntityId> = if wanted.entity.is_empty() { None } else { Some(wanted.entity.parse()?) };
    let snapshot = visit.snapshot().await?;
    let args = MapArgs { at: visit.clocks.at.clone(), networks: entity.is_some(), entity };
    let mut drawn = map(&snapshot, &args)?;
    if !wanted.layer.is_empty() {
        let layers: Vec<&str> = wanted.layer.split(',').collect();
        drawn
            .ties
            .retain(|tie| layers.iter().any(|layer| tie.layer.word().eq_ignore_ascii_case(layer.trim())));
    }
    Ok(drawn)
}
