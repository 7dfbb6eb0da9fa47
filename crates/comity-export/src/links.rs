//! The links as one flat table that any spreadsheet or script opens: who, what, whom, since when, who says so.

use std::collections::BTreeMap;
use std::io::Write;

use comity_answer::wording;
use comity_model::{Certainty, Day, Entity, EntityId, Holdings, LinkAttribute, Polarity, Window, guard_cell};

use crate::error::ExportError;
use crate::notice::Edition;

const COLUMNS: [&str; 21] = [
    "subject_id",
    "subject",
    "subject_country",
    "link",
    "object_id",
    "object",
    "object_country",
    "attributes",
    "said",
    "valid",
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "holds",
    "last_seen",
    "standing",
    "source",
    "locator",
    "claim",
    "release",
];

/// Every link of `holdings`, in order of claim; `at` adds whether it held on some day of that window:
/// `certain`, `possible` or `no`.
///
/// `release` is the state of the register, with its whole head. Days are ISO dates; `..` is an end that stays open, or a start before all dates.
pub fn write_links(
    holdings: &Holdings,
    at: Window,
    edition: &Edition,
    out: impl Write,
) -> Result<u64, ExportError> {
    let entities: BTreeMap<&EntityId, &Entity> =
        holdings.entities.iter().map(|entity| (&entity.id, entity)).collect();
    let name = |id: &EntityId| entities.get(id).map_or(String::new(), |entity| name_of(entity));
    let country = |id: &EntityId| entities.get(id).map_or(String::new(), |entity| country_of(entity));
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS)?;
    let release = edition.release();
    for link in &holdings.links {
        let (start, end) = (link.valid.start(), link.valid.end());
        let denied = link.polarity == Polarity::Denied;
        let row: [String; 21] = [
            link.subject.to_string(),
            name(&link.subject),
            country(&link.subject),
            link.kind.to_string(),
            link.object.to_string(),
            name(&link.object),
            country(&link.object),
            attributes(&link.attributes),
            if denied { "denied".to_owned() } else { "asserted".to_owned() },
            link.valid.as_str().to_owned(),
            day(start.earliest),
            day(start.latest),
            day(end.earliest),
            day(end.latest),
            certainty(link.valid.holds(at).some_day()).to_owned(),
            link.observed.as_ref().map_or(String::new(), ToString::to_string),
            link.standing.to_string(),
            link.source.to_string(),
            link.locator.to_string(),
            link.claim.to_string(),
            release.clone(),
        ];
        table.write_record(row.iter().map(|cell| guard_cell(cell).into_owned()))?;
    }
    table.flush()?;
    Ok(holdings.links.len() as u64)
}

fn name_of(entity: &Entity) -> String {
    wording::place_name(entity).to_string()
}

/// ISO 3166-1 alpha-2; empty where it lies in none.
fn country_of(entity: &Entity) -> String {
    entity.country.as_deref().unwrap_or_default().to_owned()
}

fn day(day: Day) -> String {
    day.to_string()
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
        Certainty::No => "no",
    }
}

fn attributes(attributes: &BTreeMap<LinkAttribute, impl AsRef<str>>) -> String {
    let pairs = attributes.iter().map(|(attribute, value)| format!("{attribute}={}", value.as_ref()));
    pairs.collect::<Vec<_>>().join("; ")
}
