//! Whose word a file is and what it copies: both must be on file before the source that names them.

use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{EntityId, Record, Source, SourceId};
use comity_register::Lookup;
use comity_source::ReadOptions;

use crate::atlas::built_in_records;
use crate::error::IngestError;
use crate::place;

/// The records that `source` needs and the register does not hold yet.
///
/// What the reader of the file names must be known. What only a profile names may come with the rows, or never.
pub(crate) async fn records(
    reading: &ReadOptions,
    source: Option<&Source>,
    on_file: &mut Lookup,
    gazetteer: &Gazetteer,
) -> Result<Vec<Record>, IngestError> {
    let mut records = Vec::new();
    if let Some(issuer) = &reading.issuer {
        records.extend(known_issuer(issuer, on_file, gazetteer).await?);
    }
    if let Some(parent) = source.and_then(|source| source.derived_from.as_ref()) {
        records.extend(known_parent(parent, on_file).await?);
    }
    Ok(records)
}

async fn known_issuer(
    issuer: &EntityId,
    on_file: &mut Lookup,
    gazetteer: &Gazetteer,
) -> Result<Vec<Record>, IngestError> {
    let place = gazetteer.place(issuer);
    let chain = place.map(|place| place::chain(gazetteer, place)).unwrap_or_default();
    let ids: Vec<EntityId> = chain.iter().map(PlaceRef::id).collect();
    let held = on_file.entities(ids.iter().chain([issuer])).await?;
    if held.contains_key(issuer) {
        return Ok(Vec::new());
    }
    if chain.is_empty() {
        let is_issuer = |record: &Record| matches!(record, Record::Entity(entity) if entity.id == *issuer);
        let built_in = built_in_records()?.into_iter().find(is_issuer);
        return built_in
            .map(|record| vec![record])
            .ok_or_else(|| IngestError::NoIssuer { issuer: issuer.clone() });
    }
    let named = chain.into_iter().filter(|place| !held.contains_key(&place.id()));
    Ok(named.map(|place| Record::Entity(place::entity(gazetteer, place))).collect())
}

/// The parent as the built-in atlas has it, where the register was filled before it came there.
async fn known_parent(parent: &SourceId, on_file: &Lookup) -> Result<Option<Record>, IngestError> {
    if on_file.source(parent).await?.is_some() {
        return Ok(None);
    }
    let is_parent = |record: &Record| matches!(record, Record::Source(source) if source.id == *parent);
    let built_in = built_in_records()?.into_iter().find(is_parent);
    built_in.map(Some).ok_or_else(|| IngestError::NoParent { parent: parent.clone() })
}
