//! Namesakes: whether another candidate could be meant as well, or is the same town under another record.

use comity_gazetteer::PlaceRef;
use comity_model::Level;
use comity_names::{cores, fold};

use crate::candidate::WeighedPlace;
use crate::feature::Feature;
use crate::further_readings::is_often_of_the_name;
use crate::named_place::Bearer;

/// A place that has the name as a shorter or another one is a rival from this share of the first one's belief on.
const AS_LIKELY: f32 = 0.25;
/// Of so many times the people, a place is meant by its name: nobody lists the other Essen without a word more.
pub(crate) const DWARFED: u64 = 40;
/// The same in the United States, where a name goes with its state, and lists mean the largest bearer of a shared name
/// in three rows of four only (`docs/NAMES.md`).
const DWARFED_US: u64 = 1_000;
/// A namesake of this many inhabitants could be the one a list means.
const NOTABLE: u32 = 5_000;
/// A namesake with at least a third of the people is no smaller one at all, however few they are. Guessed: in a list of
/// villages the larger is not meant for its size.
pub(crate) const OF_A_SIZE: u64 = 3;
/// A division or city of so many times the people is meant, whatever the words around the name say. Guessed: `Iowa` in
/// Louisiana has 3,000 people, and the state a thousand times as many.
const DWARFS: u64 = 20;

/// Countries whose towns, villages and wards share names by the dozen, of which the gazetteer holds few, most of them without
/// their people.
const UNCOUNTED: [&str; 10] = ["CN", "JP", "KR", "KP", "TW", "VN", "IN", "ID", "PH", "TH"];
/// Guessed: a town of fewer people is there no larger than a ward of the name in some city.
pub(crate) const SMALL_TOWN: u32 = 50_000;

// How much less a sign may say for a rival, on its scale from -1 to 1: each lies between two steps of its feature
// (`feature/`). Which step still makes a rival is guessed; a list with its rivals marked by hand would settle it.

/// Of the name: the heading has 1, another name 0.93, a former one 0.88. Within this it is the same kind of name.
const SAME_KIND_OF_NAME: f32 = 0.02;
/// The next kind of name, for one of at least half the people: a heading but for the accents has 0.95.
pub(crate) const NEXT_KIND_OF_NAME: f32 = 0.06;
/// Another name (0.93) beside the heading, for one of at least twice the people.
pub(crate) const ANOTHER_NAME: f32 = 0.08;
/// Of the country: a territory filed under the stated one (0.8) is not in it.
const OF_COUNTRY: f32 = 0.1;
/// Of the division: in what the name itself says (0.9) is as good as in what the source says, its own hint (0.5) is not.
const OF_DIVISION: f32 = 0.3;
/// Of the kind: nearly the kind that is said (-0.2) is as good, a part of a city (-0.3) is not.
const OF_KIND: f32 = 0.2;
/// Of the point: it falls from 1 at 10 km to -1 at 300 km by the logarithm, half a step is a factor of 2.3.
const OF_POINT: f32 = 0.5;
/// Of the letters: one in thirteen changed more, for each share of them counts twice.
const OF_LETTERS: f32 = 0.15;

/// Kilometres within which two entries of one town lie, where one is the municipality around the other: its centre is
/// that of its area.
const REACH_OF_MUNICIPALITY: f64 = 25.0;
/// The same where one is a part of a city.
const REACH_OF_PART: f64 = 15.0;
/// The same of two entries alike. Guessed, all three, from how large towns, cities and municipalities are; pairs of
/// entries marked by hand would settle them.
const REACH: f64 = 10.0;

/// A namesake as well supported as the first candidate by everything but its size, and large enough to be meant.
///
/// Two names that both are a slip away are no namesakes: between them the shares of belief decide.
pub(crate) fn is_ambiguous_with(top: &WeighedPlace<'_>, homonym: &WeighedPlace<'_>) -> bool {
    let (first, other) = (&top.features, &homonym.features);
    let (here, there) = (top.place.population(), homonym.place.population());
    let factor = if top.place.country().as_str() == "US" { DWARFED_US } else { DWARFED };
    let outranked_by_population = u64::from(here) >= factor * u64::from(there);
    let is_town = homonym.place.is(Level::City) && !homonym.place.is_part_of_city();
    let own_town = top.place.is_part_of_city() && is_town;
    // The source says which one it means, and we do not know the word: `Stolberg (Südharz)`.
    let unplaced = top.features.division.score < 0.0;
    let of_many = is_of_many(&top.place, &homonym.place);
    let large = there >= NOTABLE && !outranked_by_population
        || u64::from(there) * OF_A_SIZE >= u64::from(here)
        || own_town
        || unplaced
        || of_many;
    let other_word =
        top.features.edit_distance.score < 0.0 && top.place.ascii_name() != homonym.place.ascii_name();
    if dwarfs(top, homonym) && !other_word {
        return true;
    }
    let as_likely = here == 0
        || homonym.score >= top.score * AS_LIKELY
        || is_framed(&top.place, &homonym.place)
        || there > here && goes_on(&homonym.place, &top.place)
        || homonym.standing == Bearer::LongerName;
    let same_name = !is_behind(&other.name, &first.name, SAME_KIND_OF_NAME)
        || of_many && !is_behind(&other.name, &first.name, NEXT_KIND_OF_NAME)
        || as_likely && (!is_behind(&other.name, &first.name, NEXT_KIND_OF_NAME) && there >= here / 2)
        || as_likely
            && (!is_behind(&other.name, &first.name, ANOTHER_NAME)
                && u64::from(there) >= 2 * u64::from(here));
    // Funabashi's 640,000 people are filed under its middle, a part of it; the village of its name has 3,000.
    let dwarfing_part = homonym.place.is_part_of_city() && u64::from(there) >= u64::from(here) * DWARFS;
    large
        && !other_word
        && same_name
        && (!is_behind(&other.country, &first.country, OF_COUNTRY) || homonym.standing == Bearer::Territory)
        && !is_behind(&other.division, &first.division, OF_DIVISION)
        && (!is_behind(&other.kind, &first.kind, OF_KIND) || dwarfing_part)
        && !is_behind(&other.point, &first.point, OF_POINT)
        && !is_behind(&other.edit_distance, &first.edit_distance, OF_LETTERS)
        && !is_one_town(&top.place, &homonym.place)
}

/// Of small towns there that are filed under one name none is meant before another: `Gulou`, `Shimizu`.
fn is_of_many(top: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let is_here = UNCOUNTED.contains(&top.country().as_str());
    let bare = |place: &PlaceRef<'_>| fold(place.ascii_name().split(',').next().unwrap_or_default());
    is_here && top.population() < SMALL_TOWN && bare(top) == bare(other)
}

/// Whether a sign says less for the other by more than this.
fn is_behind(other: &Feature, first: &Feature, by: f32) -> bool {
    other.score < first.score - by
}

/// A division or city of at least as good a name and twenty times the people, whatever the words around the name say:
/// `Iowa` is hardly the village in Louisiana, nor `Leyte` the town in the province.
fn dwarfs(top: &WeighedPlace<'_>, homonym: &WeighedPlace<'_>) -> bool {
    let (here, there) = (u64::from(top.place.population()), u64::from(homonym.place.population()));
    let as_good =
        homonym.features.name.score >= top.features.name.score && homonym.features.country.score > 0.0;
    let governs = [Level::State, Level::County, Level::City].into_iter().any(|level| homonym.place.is(level));
    as_good
        && governs
        && here > 0
        && there >= here * DWARFS
        && homonym.features.division.score >= top.features.division.score
}

/// Two entries of one town, a part of it, or the municipality it is the seat of: they lie within walking distance, or
/// the same people were counted.
pub(crate) fn is_one_town(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let reach = if one.is(Level::County) || other.is(Level::County) || is_framed(one, other) {
        REACH_OF_MUNICIPALITY
    } else if one.is_part_of_city() || other.is_part_of_city() {
        REACH_OF_PART
    } else {
        REACH
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

/// Nowy Dwór Mazowiecki, where Nowy Dwór is a smaller place.
fn goes_on(longer: &PlaceRef<'_>, short: &PlaceRef<'_>) -> bool {
    let (longer, short) = (fold(longer.ascii_name()), fold(short.ascii_name()));
    longer.strip_prefix(&short).is_some_and(|rest| rest.starts_with(' '))
}

pub(crate) fn same_name(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    fold(one.ascii_name()) == fold(other.ascii_name())
}

/// `Municipio de La Trinidad` and La Trinidad, `Budapest VI. kerület` and Budapest VI.: one name, in one of them with a word of kind.
fn is_framed(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
    let (a, b) = (fold(one.ascii_name()), fold(other.ascii_name()));
    frames(&a, &b) || frames(&b, &a)
}

/// Whether the whole is the core with a word of kind around it.
fn frames(whole: &str, core: &str) -> bool {
    cores(whole).iter().any(|found| found.text == core && !is_often_of_the_name(&found.taken))
}
