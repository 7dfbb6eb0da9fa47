//! Match, review or none: sure enough to act on, worth a person's look, or nothing there.

use comity_gazetteer::{CountryMatch, PlaceRef, cores, fold};
use comity_model::Level;

use crate::query::Query;
use crate::reading::is_often_of_the_name;
use crate::score::Candidate;

/// What is to be done with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// The first candidate is meant.
    Match,
    /// A person should choose among the candidates.
    Review,
    /// No place we hold is meant.
    None,
}

impl Decision {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Review => "review",
            Self::None => "none",
        }
    }
}

/// What a decision rests on, for counting and sorting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The source gives an identifier.
    Identifier,
    /// The name is written as the place's is.
    Name,
    /// The name is misspelt.
    Spelling,
    /// Namesakes that only their size tells apart.
    Homonyms,
    /// Known in another country only.
    Elsewhere,
    /// Only what it lies in is known.
    Container,
    /// Not in the division or town that the source names.
    Division,
    /// Far from the point that the source gives.
    Point,
    /// Of another kind than the source says.
    Kind,
    /// The stated country is not understood.
    Country,
    /// Likely, but not sure.
    Unsure,
    /// Nothing is called so.
    Nothing,
}

impl Ground {
    /// The ground in the words of a summary.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identifier => "by identifier",
            Self::Name => "by name",
            Self::Spelling => "by name, misspelt",
            Self::Homonyms => "several places of that name",
            Self::Elsewhere => "known in another country only",
            Self::Container => "only what it lies in is known",
            Self::Division => "not where the source puts it",
            Self::Point => "far from the stated point",
            Self::Kind => "of another kind",
            Self::Country => "country not understood",
            Self::Unsure => "likely, not certain",
            Self::Nothing => "nothing of that name",
        }
    }
}

/// From this share of belief on a candidate is taken, where the source says in which country or division it lies.
const SURE: f32 = 0.7;
/// The same where letters had to be changed: such a row may as well mean a village we do not hold.
const SURE_MISSPELT: f32 = 0.76;
/// The same where the name is the heading itself: its rivals were found before, only hamlets are left.
const SURE_HEADING: f32 = 0.4;
/// The same where the source says nothing but the name.
const SURE_ALONE: f32 = 0.9;
/// The same of a misspelt name.
const SURE_ALONE_MISSPELT: f32 = 0.97;
/// Below this share nothing is worth a look.
const HOPELESS: f32 = 0.1;
/// A place that has the name as a shorter or another one is a rival from this share of the first one's belief on.
const AS_LIKELY: f32 = 0.25;
/// Of so many times the people, a place is meant by its name: nobody lists the other Essen without a word more.
const DWARFED: u64 = 40;
/// The same in the United States, where a name goes with its state, and lists mean the largest bearer of a shared name
/// in three rows of four only (`docs/NAMES.md`).
const DWARFED_US: u64 = 1_000;
/// A namesake of this many inhabitants could be the one a list means.
const NOTABLE: u32 = 5_000;

/// A decision, its ground, and the sentence for it.
pub(crate) type Verdict = (Decision, Ground, String);

pub(crate) fn decide(
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    candidates: &[Candidate<'_>],
) -> Verdict {
    let Some((top, rest)) = candidates.split_first() else {
        return (Decision::None, Ground::Nothing, format!("no place is called `{}`", query.name));
    };
    if top.features[COUNTRY].score < 0.0 {
        let stated = country.map_or("the stated country", |country| country.iso2.as_str());
        return (
            Decision::Review,
            Ground::Elsewhere,
            format!("`{}` is known in {}, not in {stated}", query.name, top.place.country()),
        );
    }
    if is_hopeless(top) {
        return (
            Decision::None,
            Ground::Nothing,
            format!("nothing we hold is close enough to `{}`", query.name),
        );
    }
    if top.features[KIND].score <= -1.0 {
        return (Decision::Review, Ground::Kind, format!("{}: {}", described(top), top.features[KIND].why));
    }
    if top.stands_in {
        return (
            Decision::Review,
            Ground::Container,
            format!("{}: {}", described(top), top.features[NAME].why),
        );
    }
    let country_says = country.is_some_and(|country| country.within.is_some());
    if let Some(county) = county_or_city(query, country_says, top, rest) {
        let (one, other) = (described(top), described(county));
        return (Decision::Review, Ground::Kind, format!("{one} or {other}: the city or what it lies in"));
    }
    if let Some(nation) = namesake_nation(query, top, candidates) {
        return (
            Decision::Review,
            Ground::Kind,
            format!("{} the country or the city of its name: nothing says which", nation.place.name()),
        );
    }
    if let Some(unknown) = query.country.filter(|_| country.is_none()) {
        return (Decision::Review, Ground::Country, format!("the country `{unknown}` is not understood"));
    }
    if let Some(rival) = rest.iter().find(|rival| is_rival(top, rival)) {
        return (
            Decision::Review,
            Ground::Homonyms,
            format!("{} or {}: nothing but their size tells them apart", described(top), described(rival)),
        );
    }
    if top.features[DIVISION].score <= -0.5 {
        return (
            Decision::Review,
            Ground::Division,
            format!("{}: {}", described(top), top.features[DIVISION].why),
        );
    }
    if top.features[POINT].score < -0.5 {
        return (Decision::Review, Ground::Point, format!("{}: {}", described(top), top.features[POINT].why));
    }
    let placed = country.is_some() || top.features[DIVISION].score > 0.5 || top.features[POINT].score > 0.5;
    if sureness(placed, top, rest) < needed(placed, top) {
        return (
            Decision::Review,
            Ground::Unsure,
            format!("{} is likely, not certain: {}", described(top), top.features[NAME].why),
        );
    }
    let ground = if top.features[LETTERS].score < 0.0 { Ground::Spelling } else { Ground::Name };
    (Decision::Match, ground, top.features[NAME].why.clone())
}

/// So many times the people of a town, and its county may be meant by its name in a list that names both alike.
const MUCH_LARGER: u64 = 5;

/// `Eagle, CO`, where Eagle County has many times the people; `Carlow County Council`, where a town is called Carlow;
/// `Greater Manchester`, which is neither the city nor the borough.
fn county_or_city<'c, 'g>(
    query: &Query<'_>,
    country_says: bool,
    top: &Candidate<'_>,
    rest: &'c [Candidate<'g>],
) -> Option<&'c Candidate<'g>> {
    let as_good = |other: &&Candidate<'_>| {
        other.features[NAME].score >= top.features[NAME].score - 0.06
            && other.features[DIVISION].score >= top.features[DIVISION].score
            && other.features[LETTERS].score >= 0.0
    };
    let people = |candidate: &Candidate<'_>| u64::from(candidate.place.population());
    let is_county = |place: &PlaceRef<'_>| place.is(Level::County) && !place.is(Level::City);
    let name = fold(query.name);
    let of_a_council = name.ends_with("county council");
    let stated = top.features[DIVISION].score >= 1.0 && query.admin.is_none() && !country_says;
    let mut others = rest.iter().filter(as_good).filter(|_| query.level.is_none());
    if of_a_council && !top.place.is(Level::City) {
        return others.find(|other| other.place.is(Level::City));
    }
    if name.starts_with("greater ") && !fold(top.place.ascii_name()).starts_with("greater ") {
        return others.find(|other| is_county(&other.place) != is_county(&top.place));
    }
    others
        .filter(|_| stated && top.place.is(Level::City))
        .find(|other| is_county(&other.place) && people(other) > MUCH_LARGER * people(top))
}

/// `Guatemala` and nothing else: the country competes with its capital.
fn namesake_nation<'c, 'g>(
    query: &Query<'_>,
    top: &Candidate<'_>,
    candidates: &'c [Candidate<'g>],
) -> Option<&'c Candidate<'g>> {
    let is_nation = |candidate: &&Candidate<'_>| candidate.place.is(Level::Nation);
    let as_good =
        |candidate: &&Candidate<'_>| candidate.features[NAME].score >= top.features[NAME].score - 0.06;
    let said = query.country.is_some() || query.level.is_some() || top.features[DIVISION].score > 0.5;
    let nation = candidates.iter().filter(is_nation).find(as_good).filter(|_| !said)?;
    (candidates.len() > 1 && !nation.place.is(Level::City)).then_some(nation)
}

/// Not worth a look: a name with letters changed that hardly anything speaks for.
pub(crate) fn is_hopeless(top: &Candidate<'_>) -> bool {
    top.score < HOPELESS && !is_exact(top)
}

/// Entries of one town speak for it together. A name written as it stands competes with other places, not with "none".
fn sureness(placed: bool, top: &Candidate<'_>, rest: &[Candidate<'_>]) -> f32 {
    let speaks = |other: &&Candidate<'_>| is_exact(top) || same_name(&top.place, &other.place);
    let one_town = rest.iter().filter(speaks).filter(|other| is_one_town(&top.place, &other.place));
    let one_town = one_town.map(|other| other.score);
    let held: f32 = top.score + rest.iter().map(|other| other.score).sum::<f32>();
    let of_all = if placed && is_exact(top) { held } else { 1.0 };
    (top.score + one_town.sum::<f32>()) / of_all.max(f32::MIN_POSITIVE)
}

/// The less is said, the surer it must be.
fn needed(placed: bool, top: &Candidate<'_>) -> f32 {
    match (placed, is_exact(top) && top.features[NAME].score >= 0.97) {
        (true, true) => SURE_HEADING,
        (true, false) if is_exact(top) => SURE,
        (true, false) => SURE_MISSPELT,
        _ if is_exact(top) => SURE_ALONE,
        _ => SURE_ALONE_MISSPELT,
    }
}

fn is_exact(top: &Candidate<'_>) -> bool {
    top.features[LETTERS].score >= 0.0 && top.features[KIND].score > -1.0
}

const NAME: usize = 0;
const COUNTRY: usize = 1;
const DIVISION: usize = 2;
const KIND: usize = 3;
const POINT: usize = 4;
const LETTERS: usize = 6;

/// A namesake as well supported as the first candidate by everything but its size, and large enough to be meant.
///
/// Two names that both are a slip away are no namesakes: between them the shares of belief decide.
fn is_rival(top: &Candidate<'_>, rival: &Candidate<'_>) -> bool {
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
fn is_one_town(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
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

fn same_name(one: &PlaceRef<'_>, other: &PlaceRef<'_>) -> bool {
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

fn described(candidate: &Candidate<'_>) -> String {
    let place = &candidate.place;
    let state = place.admin1().map_or(String::new(), |state| format!(", {}", state.name()));
    format!("{}{state} ({})", place.name(), place.country())
}
