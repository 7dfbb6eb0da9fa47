//! Namesakes: whether another candidate could be meant as well, or is the same town under another record.

use comity_gazetteer::{PlaceRef, cores, fold};
use comity_model::Level;

use crate::reading::is_often_of_the_name;
use crate::score::{COUNTRY, Candidate, DIVISION, KIND, LETTERS, NAME, POINT};

/// A place that has the name as a shorter or another one is a rival from this share of the first one's belief on.
const AS_LIKELY: f32 = 0.25;
/// Of so many times the people, a place is meant by its name: nobody lists the other Essen without a word more.
const DWARFED: u64 = 40;
/// The same in the United States, where a name goes with its state, and lists mean the largest bearer of a shared name
/// in three rows of four only (`docs/NAMES.md`).
const DWARFED_US: u64 = 1_000;
/// A namesake of this many inhabitants could be the one a list means.
const NOTABLE: u32 = 5_000;

/// A namesake as well supported as the first candidate by everything but its size, and large enough to be meant.
///
/// Two names that both are a slip away are no namesakes: between them the shares of belief decide.
pub(crate) fn is_rival(top: &Candidate<'_>, rival: &Candidate<'_>) -> bool {
    let behind = |n: usize, by: f32| rival.features[n].score < top.features[n].score - by;
    let (here, there) = (top.place.population(), rival.place.population());
    let factor = if top.place.country().as_str() == "US" { DWARFED_US } else { DWARFED };
    let dwarfed = u64::from(here) >= factor * u64::from(there);
    let is_town = rival.place.is(Level::City) && !rival.place.is_part_of_city();
    let own_town = top.place.is_part_of_city() && is_town;
    // The source says which one it means, and we do not know the word: `Stolberg (Südharz)`.
    let unplaced = top.features[DIVISION].score < 0.0;
    let large =
        there >= NOTABLE && !dwarfed || u64::from(there) * 3 >= u64::from(here) || own_town || unplaced;
    let other_word = top.features[LETTERS].score < 0.0 && top.place.ascii_name() != rival.place.ascii_name();
    if dwarfs(top, rival) && !other_word {
        return true;
    }
    let as_likely = here == 0 || rival.score >= top.score * AS_LIKELY || is_framed(&top.place, &rival.place);
    let same_name = !behind(NAME, 0.02)
        || as_likely && (!behind(NAME, 0.06) && there >= here / 2)
        || as_likely && (!behind(NAME, 0.08) && u64::from(there) >= 2 * u64::from(here));
    large
        && !other_word
        && same_name
        && !behind(COUNTRY, 0.1)
        && !behind(DIVISION, 0.3)
        && !behind(KIND, 0.2)
        && !behind(POINT, 0.5)
        && !behind(LETTERS, 0.15)
        && !is_one_town(&top.place, &rival.place)
}

/// A state or city of at least as good a name and twenty times the people, whatever the words around the name say:
/// `Iowa` is hardly the village in Louisiana.
fn dwarfs(top: &Candidate<'_>, rival: &Candidate<'_>) -> bool {
    let (here, there) = (u64::from(top.place.population()), u64::from(rival.place.population()));
    let as_good =
        rival.features[NAME].score >= top.features[NAME].score && rival.features[COUNTRY].score > 0.0;
    let governs = rival.place.is(Level::State) || rival.place.is(Level::City);
    as_good
        && governs
        && here > 0
        && there >= here * 20
        && rival.features[DIVISION].score >= top.features[DIVISION].score
}

/// Two entries of one town, a part of it, or the municipality it is the seat of: they lie within walking distance, or
/// the same people were counted.
pub(crate) fn is_one_town(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let reach = if one.is(Level::County) || other.is(Level::County) || is_framed(one, other) {
        25.0
    } else if one.is_part_of_city() || other.is_part_of_city() {
        15.0
    } else {
        10.0
    };
    let counted_alike =
        one.population() > 0 && one.population() == other.population() && one.country() == other.country();
    let is_local = |place: &PlaceRef<'_>| place.is(Level::City) || place.is(Level::County);
    let cities = one.is(Level::City) && other.is(Level::City);
    let alike =
        cities || is_local(one) && is_local(other) && (is_framed(one, other) || same_name(one, other));
    let apart = one.point().zip(other.point()).map(|(a, b)| a.km_to(b));
    let near = || apart.map_or_else(|| is_framed(one, other), |km| km < reach);
    counted_alike || alike && one.admin1() == other.admin1() && near()
}

pub(crate) fn same_name(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    fold(one.ascii_name()) == fold(other.ascii_name())
}

/// `Municipio de La Trinidad` and La Trinidad, `Budapest VI. kerület` and Budapest VI.: one name, in one of them with a word of kind.
fn is_framed(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let (a, b) = (fold(one.ascii_name()), fold(other.ascii_name()));
    let frames = |whole: &str, core: &str| {
        cores(whole).iter().any(|found| found.text == core && !is_often_of_the_name(&found.taken))
    };
    frames(&a, &b) || frames(&b, &a)
}
