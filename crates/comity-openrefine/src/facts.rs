//! What a preview, a flyout and a page say about one thing, in words.

use crate::error::ServiceError;
use crate::host::Host;
use crate::outline::{OutlineDot, land};
use crate::query::in_catalogue;
use crate::subject::Subject;
use comity_answer::wording::number;

/// Ready for a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub id: String,
    pub name: String,
    /// `City or town`, `City or town, country`.
    pub kind: String,
    /// `New York, United States`; may be empty.
    pub around: String,
    /// The line that tells it from its namesakes; may be empty.
    pub about: String,
    /// Label and value, in the order of interest.
    pub rows: Vec<(&'static str, String)>,
    /// Where it lies, if that is known.
    pub dot: Option<OutlineDot>,
    /// Whether the register has it, and not the gazetteer alone.
    pub is_on_file: bool,
}

/// Other names that are shown.
const NAMES: usize = 4;

impl Facts {
    /// About the thing with this id, with the land to draw it on; an error where neither the register nor the gazetteer
    /// has it.
    pub async fn find<H: Host>(host: &H, id: &str) -> Result<(Self, String), ServiceError> {
        let found = in_catalogue(host, |catalogue| catalogue.by_id(id).map(|one| Self::of(&one))).await?;
        let facts = found.ok_or_else(|| ServiceError::Missing { noun: "entity", id: id.to_owned() })?;
        Ok((facts, land(host)))
    }

    pub(crate) fn of(subject: &Subject<'_>) -> Self {
        let kinds: Vec<&str> = subject.types().iter().map(|one| one.name()).collect();
        Self {
            id: subject.id().to_string(),
            name: subject.name().into_owned(),
            kind: kinds.join(" and "),
            around: subject.around(),
            about: subject.about().unwrap_or_default().to_owned(),
            rows: rows(subject),
            dot: subject.point().map(OutlineDot::from),
            is_on_file: subject.is_on_file(),
        }
    }
}

fn rows(subject: &Subject<'_>) -> Vec<(&'static str, String)> {
    let own = subject.name();
    let others: Vec<&str> =
        subject.names().into_iter().map(|(text, _)| text).filter(|text| *text != own).collect();
    let point = subject.point().map(|point| format!("{:.3}, {:.3}", point.lat(), point.lon()));
    let rows = [
        ("County", subject.county().map(|place| place.name().into_owned())),
        ("People", subject.population().map(|people| number(&people))),
        ("Also", (!others.is_empty()).then(|| first(&others))),
        ("Point", point),
        ("GeoNames", subject.geonames().map(|id| id.to_string())),
        ("Wikidata", subject.wikidata().map(str::to_owned)),
        ("UN/LOCODE", subject.unlocode().map(str::to_owned)),
    ];
    rows.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

/// The first few, each once however it is cased.
fn first(names: &[&str]) -> String {
    let mut shown: Vec<&str> = Vec::new();
    for name in names {
        if shown.iter().all(|known| known.to_lowercase() != name.to_lowercase()) {
            shown.push(name);
        }
    }
    shown.truncate(NAMES);
    shown.join(", ")
}
