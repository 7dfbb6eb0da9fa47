//! What is found for one name: the cells beside it, and what is to be counted.

use comity_gazetteer::{Gazetteer, Iso2, PlaceRef};
use comity_model::Level;
use comity_reconcile::{
    Candidate, MatchGround, MatchOutcome, PointCheck, ReciprocalHint, Reconciled, point_check, reconcile,
};

use super::name_column::{BadCell, NameColumn, RowQuery};

pub(super) struct NameResult {
    /// In the order of [`super::columns::ADDED`].
    pub(super) cells: [String; 13],
    pub(super) decision: MatchOutcome,
    /// In the words of a summary.
    pub(super) reason: &'static str,
    /// The matched place, by GeoNames id.
    pub(super) place: Option<u32>,
    pub(super) country: Option<Iso2>,
    /// Matched in the country that only the row from the other end gives.
    pub(super) by_reciprocal: bool,
    pub(super) repaired: bool,
    pub(super) conflict: Option<PointConflict>,
    pub(super) bad: Vec<BadCell>,
}

/// How a name and a point contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointConflict {
    /// The point is outside the country; with a sign turned it would lie inside.
    Sign,
    /// With latitude and longitude exchanged it would lie inside.
    Swap,
    Elsewhere,
    /// In the country, but far from the place.
    Far,
}

/// `heard` is what another row says of the name.
pub(super) fn resolve(
    gazetteer: &Gazetteer,
    column: &NameColumn,
    row: &csv::StringRecord,
    heard: Option<&ReciprocalHint>,
) -> NameResult {
    let RowQuery { mut query, exchanged, bad } = column.row_query(row);
    if query.name.trim().is_empty() && query.identifier.is_none() {
        return nameless(bad);
    }
    if let Some(heard) = heard {
        query.country = Some(&heard.country);
        query.admin = query.admin.or(heard.admin.as_deref());
    }
    let found = reconcile(gazetteer, &query);
    let conflict = conflict(gazetteer, &found, query.point, exchanged);
    let top = found.candidates.first().filter(|_| found.decision == MatchOutcome::Match);
    let mut cells = cells(&found, conflict);
    if let Some(heard) = heard {
        cells[9] = format!("{}; {}, says the row from the other end", cells[9], heard.country);
    }
    NameResult {
        cells,
        decision: found.decision,
        reason: found.ground.as_str(),
        place: top.map(|top| top.place.canonical().geonames()),
        country: top.map(|top| top.place.country()),
        by_reciprocal: heard.is_some() && top.is_some(),
        repaired: found.repaired,
        conflict,
        bad,
    }
}

fn nameless(bad: Vec<BadCell>) -> NameResult {
    let mut cells = [const { String::new() }; 13];
    let reason = "no name is given";
    (cells[8], cells[9]) = (MatchOutcome::None.as_str().to_owned(), reason.to_owned());
    reason.clone_into(&mut cells[12]);
    NameResult {
        cells,
        decision: MatchOutcome::None,
        reason,
        place: None,
        country: None,
        by_reciprocal: false,
        repaired: false,
        conflict: None,
        bad,
    }
}

/// The stated country is asked; where none is stated, that of the likeliest place, if it lies far from the point.
fn conflict(
    gazetteer: &Gazetteer,
    found: &Reconciled<'_>,
    point: Option<comity_model::Point>,
    exchanged: Option<comity_model::Point>,
) -> Option<PointConflict> {
    let far = found.ground == MatchGround::Point;
    let likeliest = || Some(found.candidates.first()?.place.country()).filter(|_| far || point.is_none());
    let country: Iso2 = found.country.as_ref().map(|country| country.iso2).or_else(likeliest)?;
    let check = match (point, exchanged) {
        (Some(point), _) => point_check(gazetteer, country, point),
        (None, Some(point)) if point_check(gazetteer, country, point) == PointCheck::Inside => {
            PointCheck::Swap
        }
        (None, Some(_)) => PointCheck::Elsewhere,
        (None, None) => return None,
    };
    match check {
        PointCheck::Inside => far.then_some(PointConflict::Far),
        PointCheck::Sign => Some(PointConflict::Sign),
        PointCheck::Swap => Some(PointConflict::Swap),
        PointCheck::Elsewhere => Some(PointConflict::Elsewhere),
    }
}

impl PointConflict {
    /// What to add to the reasons; the engine says itself that a place is far.
    const fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Sign => Some(PointCheck::Sign.sentence()),
            Self::Swap => Some(PointCheck::Swap.sentence()),
            Self::Elsewhere => Some(PointCheck::Elsewhere.sentence()),
            Self::Far => None,
        }
    }
}

fn cells(found: &Reconciled<'_>, conflict: Option<PointConflict>) -> [String; 13] {
    let top = found.candidates.first().filter(|_| found.decision != MatchOutcome::None);
    let of = |say: &dyn Fn(&Candidate<'_>) -> String| top.map(say).unwrap_or_default();
    let degrees = |degrees: f64| format!("{degrees:.5}");
    [
        of(&|top| top.id.to_string()),
        of(&|top| top.place.canonical().geonames().to_string()),
        of(&|top| top.place.name().to_owned()),
        of(&|top| top.place.country().to_string()),
        of(&|top| top.place.admin1().map_or(String::new(), |state| state.name().to_owned())),
        of(&|top| top.place.point().map_or(String::new(), |point| degrees(point.lat()))),
        of(&|top| top.place.point().map_or(String::new(), |point| degrees(point.lon()))),
        of(&|top| format!("{:.3}", top.score)),
        found.decision.as_str().to_owned(),
        reasons(found, top, conflict),
        alternatives(found),
        of(&|top| level(&top.place).to_owned()),
        found.ground.as_str().to_owned(),
    ]
}

/// What the place governs, the smallest of it: Singapore is a city.
fn level(place: &PlaceRef<'_>) -> &'static str {
    match place.levels().first() {
        _ if place.is_part_of_city() => "part of a city",
        Some(Level::Nation) => "country",
        Some(level) => level.as_str(),
        None => "place",
    }
}

fn reasons(found: &Reconciled<'_>, top: Option<&Candidate<'_>>, conflict: Option<PointConflict>) -> String {
    let mut reasons = match (found.decision, top) {
        (MatchOutcome::Match, Some(top)) => top.reasons(),
        (_, Some(top)) => format!("{}; {}", found.reason, top.reasons()),
        (_, None) => found.reason.clone(),
    };
    if let Some(sentence) = conflict.and_then(PointConflict::sentence) {
        reasons.push_str("; ");
        reasons.push_str(sentence);
    }
    reasons
}

/// `gn5043473 Rochester, Minnesota (US) 0.415 | …`, at most five; for `none` what came nearest.
fn alternatives(found: &Reconciled<'_>) -> String {
    let skip = usize::from(found.decision != MatchOutcome::None);
    found.candidates.iter().skip(skip).take(5).map(alternative).collect::<Vec<_>>().join(" | ")
}

fn alternative(candidate: &Candidate<'_>) -> String {
    let place = &candidate.place;
    let state = place.admin1().map_or(String::new(), |state| format!(", {}", state.name()));
    format!("{} {}{state} ({}) {:.3}", candidate.id, place.name(), place.country(), candidate.score)
}
