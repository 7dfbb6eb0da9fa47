//! Which of its bearers a name means, judged by what stands beside it and by what else the text names.

use std::collections::BTreeMap;

use comity_gazetteer::{Hit, NameKind, PlaceRef};
use comity_model::{EntityKind, Level};

use crate::lexicon::Lexicon;
use crate::reading::{MentionCandidate, ReadMention};
use crate::scan::NamedStretch;
use crate::text::Text;

const MOST_CANDIDATES: usize = 5;
/// How near a state or country must stand to say which namesake is meant, in characters: `Rochester (New York)`,
/// `纽约州的罗切斯特`.
const BESIDE: usize = 4;

/// Found names as mentions, their candidates in order.
pub(crate) fn rank(text: &Text, found: &[NamedStretch<'_>], lexicon: &Lexicon) -> Vec<ReadMention> {
    let mix = country_mix(found);
    found.iter().filter_map(|name| mention(text, name, found, &mix, lexicon)).collect()
}

fn mention(
    text: &Text,
    name: &NamedStretch<'_>,
    all: &[NamedStretch<'_>],
    mix: &BTreeMap<String, f64>,
    lexicon: &Lexicon,
) -> Option<ReadMention> {
    let mut candidates: Vec<MentionCandidate> =
        name.bodies.iter().map(|body| body_candidate(*body, lexicon)).collect();
    let beside: Vec<PlaceRef<'_>> = all
        .iter()
        .filter(|other| stand_together(text, name, other))
        .flat_map(|other| other.places.iter().map(|hit| hit.place).filter(|place| is_division(*place)))
        .collect();
    for hit in &name.places {
        add_place(&mut candidates, place_candidate(hit, &beside, mix));
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    candidates.truncate(MOST_CANDIDATES);
    let first = candidates.first()?;
    let is_body = |body: &&usize| lexicon.entry(**body).id == first.id;
    let kind = name.bodies.iter().find(is_body).map_or(EntityKind::Polity, |body| lexicon.entry(*body).kind);
    let written = text.slice(name.start, name.end).to_owned();
    Some(ReadMention { start: name.start, end: name.end, text: written, kind, candidates })
}

/// One candidate for each entity: the division that stands for a city is the city.
fn add_place(candidates: &mut Vec<MentionCandidate>, new: MentionCandidate) {
    match candidates.iter_mut().find(|candidate| candidate.id == new.id) {
        Some(same) if same.score >= new.score => {}
        Some(same) => *same = new,
        None => candidates.push(new),
    }
}

fn body_candidate(body: usize, lexicon: &Lexicon) -> MentionCandidate {
    let entry = lexicon.entry(body);
    MentionCandidate {
        id: entry.id.clone(),
        geonames_id: entry.id.as_geonames(),
        name: entry.name.clone(),
        country: entry.country.clone(),
        lat: None,
        lon: None,
        score: 0.95,
    }
}

fn place_candidate(hit: &Hit<'_>, beside: &[PlaceRef<'_>], mix: &BTreeMap<String, f64>) -> MentionCandidate {
    let place = hit.place.canonical();
    let country = place.country().to_string();
    let point = place.point();
    let contained = beside.iter().any(|division| lies_in(hit.place, *division));
    let share = mix.get(&country).copied().unwrap_or_default();
    let score =
        0.45 * size(place) + 0.25 * trust(hit.kind) + 0.2 * f64::from(u8::from(contained)) + 0.1 * share;
    MentionCandidate {
        id: place.id(),
        geonames_id: Some(place.geonames()),
        name: place.name().to_owned(),
        country,
        lat: point.map(comity_model::Point::lat),
        lon: point.map(comity_model::Point::lon),
        score: (score * 1000.0).round() / 1000.0,
    }
}

/// From 0 for a hamlet to 1 for thirty million, by orders of magnitude; nations count as the largest cities do.
fn size(place: PlaceRef<'_>) -> f64 {
    let inhabitants = f64::from(place.population().max(1));
    let by_size = (inhabitants.log10() / 7.5).min(1.0);
    if place.is(Level::City) || place.is(Level::Nation) { by_size } else { by_size * 0.85 }
}

fn trust(kind: NameKind) -> f64 {
    match kind {
        NameKind::Main => 1.0,
        NameKind::Other => 0.9,
        NameKind::Colloquial | NameKind::Former => 0.5,
        _ => 0.3,
    }
}

fn is_division(place: PlaceRef<'_>) -> bool {
    place.is(Level::State) || place.is(Level::Nation) || place.is(Level::County)
}

fn lies_in(place: PlaceRef<'_>, division: PlaceRef<'_>) -> bool {
    let is_it = |outer: PlaceRef<'_>| outer.canonical() == division.canonical();
    let nation = division.is(Level::Nation) && division.country() == place.country() && place != division;
    place.admin1().is_some_and(is_it) || place.admin2().is_some_and(is_it) || nation
}

/// Whether nothing but a word or two stands between: in a list, neighbours do not explain each other.
fn stand_together(text: &Text, name: &NamedStretch<'_>, other: &NamedStretch<'_>) -> bool {
    let (from, to) = if other.start < name.start { (other.end, name.start) } else { (name.end, other.start) };
    if other.start == name.start || to < from || to - from > BESIDE {
        return false;
    }
    let between = text.slice(from, to);
    let follows = other.start > name.start;
    let lists = |c: char| matches!(c, '、' | ';' | '；' | '。' | ':' | '：') || (c == ',' && !follows);
    !between.contains(lists)
}

/// How much of the text is about each country: its share of the names that only it bears.
fn country_mix(found: &[NamedStretch<'_>]) -> BTreeMap<String, f64> {
    let mut mix: BTreeMap<String, f64> = BTreeMap::new();
    let mut total = 0.0;
    for name in found {
        let Some(first) = name.places.first() else { continue };
        let country = first.place.country();
        if name.places.iter().all(|hit| hit.place.country() == country) {
            *mix.entry(country.to_string()).or_default() += 1.0;
            total += 1.0;
        }
    }
    mix.into_iter().map(|(country, names)| (country, names / f64::max(total, 1.0))).collect()
}
