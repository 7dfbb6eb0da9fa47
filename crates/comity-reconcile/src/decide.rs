//! Match, review or none: sure enough to act on, worth a person's look, or nothing there.

use comity_gazetteer::{CountryMatch, PlaceRef};
use comity_model::Level;
use comity_names::{filler, fold};

use crate::candidate::{Features, WeighedPlace};
use crate::feature::Feature;
use crate::homonym::{NEXT_KIND_OF_NAME, is_ambiguous_with};
use crate::kind_word::FIRST_OF_CJK;
use crate::named_place::Bearer;
use crate::namesake_division::division_of_the_name;
use crate::outcome::{MatchGround, MatchOutcome};
use crate::query::Query;
use crate::sureness::{Sureness, is_exact};

/// Below this share nothing is worth a look.
const MIN_SCORE: f32 = 0.1;
/// A division or a point that says more for a place than this confirms it: a place that is its own hint has 0.5.
const CONFIRMED: f32 = 0.5;
/// The same against it: a division or town that we know and the place does not lie in, a point 130 km away.
const CONTRADICTED: f32 = -0.5;
/// What becomes of a name, on what ground, and the sentence for it.
pub(crate) struct Verdict {
    pub(crate) outcome: MatchOutcome,
    pub(crate) ground: MatchGround,
    pub(crate) why: String,
    /// Where belief alone decided.
    pub(crate) sureness: Option<Sureness>,
}

impl Verdict {
    fn none(why: String) -> Self {
        Self { outcome: MatchOutcome::None, ground: MatchGround::Nothing, why, sureness: None }
    }

    fn review(ground: MatchGround, why: String) -> Self {
        Self { outcome: MatchOutcome::Review, ground, why, sureness: None }
    }
}

pub(crate) fn decide(
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    candidates: &[WeighedPlace<'_>],
) -> Verdict {
    let Some((top, rest)) = candidates.split_first() else {
        return Verdict::none(format!("no place is called `{}`", query.name));
    };
    not_found(query, country, top)
        .or_else(|| of_another_kind(query, country, candidates))
        .or_else(|| not_told_apart(query, country, top, rest))
        .or_else(|| out_of_place(top))
        .or_else(|| perhaps_nothing(query, country, top))
        .unwrap_or_else(|| by_belief(country, top, rest))
}

/// Each is named, and a cell is one place.
pub(crate) fn several_places(candidates: &[WeighedPlace<'_>]) -> Verdict {
    let named: Vec<String> = candidates.iter().map(described).collect();
    Verdict::review(MatchGround::Several, format!("several places in one cell: {}", named.join(" and ")))
}

/// Known elsewhere only, or nothing close.
fn not_found(query: &Query<'_>, country: Option<&CountryMatch>, top: &WeighedPlace<'_>) -> Option<Verdict> {
    if top.features.country.score < 0.0 {
        let stated = country.map_or("the stated country", |country| country.iso2.as_str());
        let why = format!("`{}` is known in {}, not in {stated}", query.name, top.place.country());
        return Some(Verdict::review(MatchGround::Elsewhere, why));
    }
    is_hopeless(top).then(|| Verdict::none(format!("nothing we hold is close enough to `{}`", query.name)))
}

/// A county where a city is said, what the place lies in, or one of two kinds of government of the name.
fn of_another_kind(
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    candidates: &[WeighedPlace<'_>],
) -> Option<Verdict> {
    let (top, rest) = candidates.split_first()?;
    if top.features.kind.score <= -1.0 {
        return Some(speaks_against(MatchGround::Kind, top, &top.features.kind));
    }
    if top.is_container {
        return Some(speaks_against(MatchGround::Container, top, &top.features.name));
    }
    let country_says = country.is_some_and(|country| country.within.is_some());
    if let Some(county) = county_or_city(query, country_says, top, rest) {
        let (one, other) = (described(top), described(county));
        let why = format!("{one} or {other}: the city or what it lies in");
        return Some(Verdict::review(MatchGround::Kind, why));
    }
    if let Some(state) = division_of_the_name(query, top, rest) {
        let why = format!("{} or {}, which does not hold it", described(top), described(state));
        return Some(Verdict::review(MatchGround::Kind, why));
    }
    let nation = namesake_nation(query, top, candidates)?;
    let name = nation.place.name();
    let why = format!("{name} the country or the city of its name: nothing says which");
    Some(Verdict::review(MatchGround::Kind, why))
}

/// The country is not understood, or a namesake could be meant as well.
fn not_told_apart(
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    top: &WeighedPlace<'_>,
    rest: &[WeighedPlace<'_>],
) -> Option<Verdict> {
    if let Some(unknown) = query.country.filter(|_| country.is_none()) {
        let why = format!("the country `{unknown}` is not understood");
        return Some(Verdict::review(MatchGround::Country, why));
    }
    if top.standing == Bearer::LongerName {
        let why = format!("{}: only the beginning of its name is written", described(top));
        return Some(Verdict::review(MatchGround::Homonyms, why));
    }
    let is_placed = is_placed(top);
    if is_ward_of_one_sign(query.name) && !is_placed {
        let why = format!("{}: wards of several cities are called `{}`", described(top), query.name.trim());
        return Some(Verdict::review(MatchGround::Homonyms, why));
    }
    let homonym = rest
        .iter()
        .find(|homonym| is_ambiguous_with(top, homonym) || is_at_home(homonym, top))
        .or_else(|| rest.iter().find(|homonym| is_another_core(homonym, is_placed)))?;
    let why =
        format!("{} or {}: nothing but their size tells them apart", described(top), described(homonym));
    Some(Verdict::review(MatchGround::Homonyms, why))
}

/// In the division or at the point that the source gives.
fn is_placed(candidate: &WeighedPlace<'_>) -> bool {
    let Features { division, point, .. } = &candidate.features;
    division.score > CONFIRMED || point.score > CONFIRMED
}

/// In the stated country, where the likelier lies in a territory of it.
fn is_at_home(other: &WeighedPlace<'_>, top: &WeighedPlace<'_>) -> bool {
    top.standing == Bearer::Territory && other.features.country.score > top.features.country.score
}

/// Another town or ward of the core, unless only the likelier lies where the source says.
fn is_another_core(homonym: &WeighedPlace<'_>, top_is_placed: bool) -> bool {
    homonym.standing == Bearer::Core && (!top_is_placed || is_placed(homonym))
}

/// 北区, 港区, 중구: north, harbour, middle. Most cities of wards have them, and we hold those of few.
fn is_ward_of_one_sign(name: &str) -> bool {
    let name = name.trim();
    name.ends_with(['区', '區', '구']) && name.chars().count() == 2
}

/// Not in the division or at the point that the source gives.
fn out_of_place(top: &WeighedPlace<'_>) -> Option<Verdict> {
    let Features { division, point, .. } = &top.features;
    if division.score <= CONTRADICTED {
        return Some(speaks_against(MatchGround::Division, top, division));
    }
    (point.score < CONTRADICTED).then(|| speaks_against(MatchGround::Point, top, point))
}

/// `none`, and nothing that says that the place of this name is meant; names of one letter are abbreviations.
fn perhaps_nothing(
    query: &Query<'_>,
    country: Option<&CountryMatch>,
    top: &WeighedPlace<'_>,
) -> Option<Verdict> {
    let is_filler = country.is_none() && filler(query.name).is_some();
    let mut letters = query.name.chars().filter(|c| c.is_alphanumeric());
    let is_letter = letters.next().is_some_and(|c| u32::from(c) < FIRST_OF_CJK) && letters.next().is_none();
    let why = format!("{}: `{}` may say nothing", described(top), query.name.trim());
    (is_filler || is_letter).then(|| Verdict::review(MatchGround::Unsure, why))
}

/// One piece of evidence is enough for a person to look.
fn speaks_against(ground: MatchGround, top: &WeighedPlace<'_>, feature: &Feature) -> Verdict {
    Verdict::review(ground, format!("{}: {}", described(top), feature.why))
}

/// Nothing speaks against it: is there enough that speaks for it?
fn by_belief(country: Option<&CountryMatch>, top: &WeighedPlace<'_>, rest: &[WeighedPlace<'_>]) -> Verdict {
    let is_placed = country.is_some() || is_placed(top);
    let sureness = Sureness::of(is_placed, top, rest);
    let why = &top.features.name.why;
    if !sureness.is_enough() {
        let why = format!("{} is likely, not certain: {why}", described(top));
        return Verdict { sureness: Some(sureness), ..Verdict::review(MatchGround::Unsure, why) };
    }
    let ground =
        if top.features.edit_distance.score < 0.0 { MatchGround::Spelling } else { MatchGround::Name };
    Verdict { outcome: MatchOutcome::Match, ground, why: why.clone(), sureness: Some(sureness) }
}

/// So many times the people of a town, and its county may be meant by its name in a list that names both alike.
const MUCH_LARGER: u64 = 5;

/// `Eagle, CO`, where Eagle County has many times the people; `Carlow County Council`, where a town is called Carlow;
/// `Greater Manchester`, which is neither the city nor the borough.
fn county_or_city<'c, 'g>(
    query: &Query<'_>,
    country_says: bool,
    top: &WeighedPlace<'_>,
    rest: &'c [WeighedPlace<'g>],
) -> Option<&'c WeighedPlace<'g>> {
    let people = |candidate: &WeighedPlace<'_>| u64::from(candidate.place.population());
    let is_county = |place: &PlaceRef<'_>| place.is(Level::County) && !place.is(Level::City);
    let name = fold(query.name);
    let of_a_council = name.ends_with("county council");
    let stated = top.features.division.score >= 1.0 && query.admin.is_none() && !country_says;
    let mut others = rest
        .iter()
        .filter(|other: &&WeighedPlace<'_>| {
            other.features.name.score >= top.features.name.score - NEXT_KIND_OF_NAME
                && other.features.division.score >= top.features.division.score
                && other.features.edit_distance.score >= 0.0
        })
        .filter(|_| query.level.is_none());
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
    top: &WeighedPlace<'_>,
    candidates: &'c [WeighedPlace<'g>],
) -> Option<&'c WeighedPlace<'g>> {
    let is_nation = |candidate: &&WeighedPlace<'_>| candidate.place.is(Level::Nation);
    let said = query.country.is_some() || query.level.is_some() || top.features.division.score > CONFIRMED;
    let nation = candidates
        .iter()
        .filter(is_nation)
        .find(|candidate: &&WeighedPlace<'_>| {
            candidate.features.name.score >= top.features.name.score - NEXT_KIND_OF_NAME
        })
        .filter(|_| !said)?;
    (candidates.len() > 1 && !nation.place.is(Level::City)).then_some(nation)
}

/// Not worth a look: a name with letters changed that hardly anything speaks for.
pub(crate) fn is_hopeless(top: &WeighedPlace<'_>) -> bool {
    top.score < MIN_SCORE && !is_exact(top)
}

fn described(candidate: &WeighedPlace<'_>) -> String {
    let place = &candidate.place;
    let state = place.admin1().map_or(String::new(), |state| format!(", {}", state.name()));
    format!("{}{state} ({})", place.name(), place.country())
}
