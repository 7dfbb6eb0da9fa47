//! Whose word a file is and what it copies: both must be on file before the source that names them.

use comity_gazetteer::Gazetteer;
use comity_model::{EntityId, Holdings, Record, Source, SourceId};
use comity_source::ReadOptions;

use crate::atlas::built_in_records;
use crate::error::IngestError;
use crate::place;

/// The records that `source` needs and the register does not hold yet.
///
/// What the reader of the file names must be known. What only a profile names may come with the rows, or never.
pub(crate) fn records(
    reading: &ReadOptions,
    source: Option<&Source>,
    holdings: &Holdings,
    gazetteer: &Gazetteer,
) -> Result<Vec<Record>, IngestError> {
    let mut records = Vec::new();
    if let Some(issuer) = &reading.issuer {
        records.extend(known_issuer(issuer, holdings, gazetteer)?);
    }
    if let Some(parent) = source.and_then(|source| source.derived_from.as_ref()) {
        records.extend(known_parent(parent, holdings)?);
    }
    Ok(records)
}

fn known_issuer(
    issuer: &EntityId,
    holdings: &Holdings,
    gazetteer: &Gazetteer,
) -> Result<Vec<Record>, IngestError> {
    if holdings.entities.iter().any(|entity| entity.id == *issuer) {
        return Ok(Vec::new());
    }
    let Some(place) = gazetteer.place(issuer) else {
        let is_issuer = |record: &Record| matches!(record, Record::Entity(entity) if entity.id == *issuer);
        let built_in = built_in_records()?.into_iter().find(is_issuer);
        return built_in
            .map(|record| vec![record])
            .ok_or_else(|| IngestError::NoIssuer { issuer: issuer.clone() });
    };
    let on_file = |id: &EntityId| holdings.entities.iter().any(|entity| entity.id == *id);
    let named = place::with_containers(gazetteer, place).into_iter();
    Ok(named.filter(|entity| !on_file(&entity.id)).map(Record::Entity).collect())
}

/// The parent as the built-in atlas has it, where the register was filled before it came there.
fn known_parent(parent: &SourceId, holdings: &Holdings) -> Result<Option<Record>, IngestError> {
    if holdings.sources.iter().any(|source| source.id == *parent) {
        return Ok(None);
    }
    let is_parent = |record: &Record| matches!(record, Record::Source(source) if source.id == *parent);
    let built_in = built_in_records()?.into_iter().find(is_parent);
    built_in.map(Some).ok_or_else(|| IngestError::NoParent { parent: parent.clone() })
}
