//! What a preview, a flyout and a page say about one thing, in words.

use super::outline::Dot;
use super::subject::Subject;
use crate::words;

/// Ready for a template.
pub(super) struct Facts {
    pub(super) id: String,
    pub(super) name: String,
    /// `City or town`, `City or town, country`.
    pub(super) kind: String,
    /// `New York, United States`; may be empty.
    pub(super) around: String,
    pub(super) about: String,
    /// Label and value, in the order of interest.
    pub(super) rows: Vec<(&'static str, String)>,
    pub(super) dot: Option<Dot>,
    pub(super) is_on_file: bool,
}

/// Other names that are shown.
const NAMES: usize = 4;

impl Facts {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let kinds: Vec<&str> = subject.types().iter().map(|one| one.name()).collect();
        Self {
            id: subject.id().to_string(),
            name: subject.name().to_owned(),
            kind: kinds.join(" and "),
            around: subject.around(),
            about: subject.about().unwrap_or_default().to_owned(),
            rows: rows(subject),
            dot: subject.point().map(Dot::from),
            is_on_file: subject.is_on_file(),
        }
    }
}

fn rows(subject: &Subject<'_>) -> Vec<(&'static str, String)> {
    let others: Vec<&str> =
        subject.names().into_iter().map(|(text, _)| text).filter(|text| *text != subject.name()).collect();
    let point = subject.point().map(|point| format!("{:.3}, {:.3}", point.lat(), point.lon()));
    let rows = [
        ("County", subject.county().map(|place| place.name().to_owned())),
        ("People", subject.population().map(|people| words::number(&people))),
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
