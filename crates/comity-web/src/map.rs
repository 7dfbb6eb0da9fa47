//! The map's data: places and the ties between them on one day.

use axum::response::Response;
use comity_answer::{Map, MapArgs, MapScope, map, map_columns};
use serde::Deserialize;

use crate::error::WebError;
use crate::visit::Visit;

/// Each column begins at a multiple of so many bytes.
const COLUMN: usize = 4;

/// What an address may narrow the map to.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct MapFilter {
    #[serde(default)]
    entity: String,
    #[serde(default)]
    with: String,
    /// Layers separated by commas; all of them where none is named.
    #[serde(default)]
    layer: String,
}

impl MapFilter {
    pub(crate) fn scope(&self) -> Result<MapScope, WebError> {
        let named = |id: &str| if id.is_empty() { Ok(None) } else { id.parse().map(Some) };
        Ok(MapScope { entity: named(&self.entity)?, with: named(&self.with)? })
    }
}

/// `GET /api/v1/map`: what `web/README.md` says that the map expects.
pub(crate) async fn ties(visit: Visit) -> Result<Response, WebError> {
    let drawn = drawn(&visit).await?;
    Ok(visit.data(drawn))
}

/// `GET /api/v1/map.bin`: the same of all days at once, as columns of bytes (docs/API.md).
pub(crate) async fn columns(visit: Visit) -> Result<Response, WebError> {
    let wanted: MapFilter = visit.fields()?;
    let scope = wanted.scope()?;
    let snapshot = visit.snapshot().await?;
    let map = map_columns(&snapshot, &scope)?;
    let head = serde_json::to_vec(&map.head).map_err(|error| WebError::Broken(error.to_string()))?;
    let length = u32::try_from(head.len()).map_err(|error| WebError::Broken(error.to_string()))?;
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(head);
    bytes.resize(bytes.len().next_multiple_of(COLUMN), 0);
    bytes.extend(map.columns);
    Ok(visit.file("application/octet-stream", "map.bin", bytes))
}

/// The ties that the address asks for.
pub(crate) async fn drawn(visit: &Visit) -> Result<Map, WebError> {
    let wanted: MapFilter = visit.fields()?;
    let scope = wanted.scope()?;
    let networks = scope.entity.is_some() || scope.with.is_some();
    let snapshot = visit.snapshot().await?;
    let args = MapArgs { at: visit.clocks.at.clone(), networks, scope };
    let mut drawn = map(&snapshot, &args)?;
    if !wanted.layer.is_empty() {
        let layers: Vec<&str> = wanted.layer.split(',').collect();
        drawn
            .ties
            .retain(|tie| layers.iter().any(|layer| tie.layer.word().eq_ignore_ascii_case(layer.trim())));
    }
    Ok(drawn)
}
