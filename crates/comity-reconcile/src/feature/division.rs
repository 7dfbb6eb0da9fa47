//! Whether the candidate lies where the rest of the text puts it: in a state, in a county, beside a larger town.

use comity_gazetteer::PlaceRef;

use crate::feature::Feature;
use crate::hint::Hint;

/// A part of a town lies at most this far from the town's middle, in kilometres.
const PART_KM: f64 = 30.0;
/// So near, the smaller may give its name to the municipality: Gstaad lies in Saanen.
const NEXT_KM: f64 = 12.0;
/// The same in one state, where the town has ten times the people: Chinese cities reach far.
const WIDE_PART_KM: f64 = 60.0;

/// The clearest word of all hints: 1 confirmed, -1 contradicted, -0.1 when the hint names nothing we know, 0 without hints.
///
/// Of a misspelt name less: many names of a state are a slip away from any other.
pub(crate) fn division(hints: &[&Hint<'_>], edits: usize, place: &PlaceRef<'_>) -> Feature {
    let all = hints.iter().map(|hint| one(hint, place));
    let clearest = all
        .max_by(|a, b| a.score.abs().total_cmp(&b.score.abs()).then(a.score.total_cmp(&b.score)))
        .unwrap_or_else(|| Feature::silent("division"));
    let share = if edits > 0 && clearest.score > 0.0 { 0.4 } else { 1.0 };
    Feature { score: clearest.score * share, ..clearest }
}

/// Whether what a text names is the place itself, or a country, division or larger town that it lies in.
pub(crate) fn is_within(hint: &Hint<'_>, place: &PlaceRef<'_>) -> bool {
    let itself = |other: &PlaceRef<'_>| other.canonical() == place.canonical();
    let larger = |town: &&PlaceRef<'_>| town.population() > place.population();
    hint.country == Some(place.country())
        || hint.divisions.iter().any(|division| itself(division) || contains(division, place))
        || hint.towns.iter().any(itself)
        || hint.towns.iter().filter(larger).any(|town| beside(town, place).is_some())
}

fn one(hint: &Hint<'_>, place: &PlaceRef<'_>) -> Feature {
    let said = |score: f32, why: String| Feature::new("division", score, why);
    let itself = |other: &PlaceRef<'_>| other.canonical() == place.canonical();
    if hint.country == Some(place.country()) && !hint.is_code {
        return said(0.9, format!("in {}, as the name says", hint.text));
    }
    // `New York, New York` is a city that bears the name of its state.
    if let Some(container) = hint.divisions.iter().find(|division| contains(division, place)) {
        return said(1.0, format!("in {}, as stated", container.name()));
    }
    if hint.divisions.iter().chain(&hint.towns).any(itself) {
        return said(0.5, format!("`{}` is the place itself", hint.text));
    }
    if hint.country == Some(place.country()) {
        return said(0.5, format!("in the country of the code {}", hint.text));
    }
    if let Some((town, km)) =
        hint.towns.iter().filter(|town| !itself(town)).find_map(|town| beside(town, place))
    {
        let sure = if hint.divisions.is_empty() { 0.9 } else { 0.4 };
        return said(sure, format!("{km:.0} km from {}", town.name()));
    }
    if hint.is_unknown() {
        return said(-0.1, format!("`{}` is not known", hint.text));
    }
    let elsewhere = if hint.divisions.is_empty() { -0.5 } else { -1.0 };
    said(elsewhere, format!("not in `{}`", hint.text))
}

fn contains(division: &PlaceRef<'_>, place: &PlaceRef<'_>) -> bool {
    [place.admin1(), place.admin2()]
        .into_iter()
        .flatten()
        .any(|container| container == *division || container.canonical() == *division)
}

/// The town, and how far it is, if the place could be a part of it.
fn beside<'g>(town: &PlaceRef<'g>, place: &PlaceRef<'_>) -> Option<(PlaceRef<'g>, f64)> {
    let km = town.point()?.km_to(place.point()?);
    let not_dwarfed = place.population() / 4 <= town.population() && !town.is_part_of_city();
    let outranked_by_population = u64::from(town.population()) >= 10 * u64::from(place.population());
    let reach =
        if outranked_by_population && town.admin1() == place.admin1() { WIDE_PART_KM } else { PART_KM };
    (km <= reach
        && town.country() == place.country()
        && (town.population() > place.population() || km <= NEXT_KM && not_dwarfed))
        .then_some((*town, km))
}
