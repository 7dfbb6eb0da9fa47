//! Where to look: the name as it stands first, and only if that fails, further and further from it.

use comity_gazetteer::{Gazetteer, Hit, Iso2, NameKind, Near, PlaceRef, fold};
use comity_model::Level;

use crate::reading::{Reading, parts, without_affixes};
use crate::territory::covers;

/// More than this many namesakes are never weighed.
const MOST: usize = 48;

/// A place found under one reading of the name.
#[derive(Debug, Clone)]
pub(crate) struct Found<'g, 'r> {
    pub(crate) place: PlaceRef<'g>,
    /// The folded name it was found under.
    pub(crate) key: &'r str,
    pub(crate) kind: NameKind,
    pub(crate) edits: usize,
    pub(crate) reading: &'r Reading,
}

/// All readings of a name, with and without the words that say its kind.
pub(crate) struct Readings {
    plain: Vec<Reading>,
    cores: Vec<Reading>,
    respelt: Vec<Reading>,
    umlauts: Vec<Reading>,
    romanised: Vec<Reading>,
    parts: Vec<Reading>,
}

impl Readings {
    pub(crate) fn of(name: &str) -> Self {
        let plain = crate::reading::readings(name);
        let cores = without_affixes(&plain);
        let whole = || plain.iter().filter(|reading| !reading.stands_in && !reading.is_turned).chain(&cores);
        let respelt = whole().flat_map(respellings).collect();
        let umlauts = whole().filter_map(without_e).collect();
        let romanised = whole().flat_map(romanised_otherwise).collect();
        let parts = parts(&plain);
        Self { plain, cores, respelt, umlauts, romanised, parts }
    }

    /// As written, affixes and all.
    fn named(&self) -> impl Iterator<Item = &Reading> {
        self.plain.iter().filter(|reading| !reading.stands_in && !reading.is_turned)
    }

    fn all(&self) -> impl Iterator<Item = &Reading> {
        self.named().chain(&self.cores)
    }
}

/// What was found in the stated country or its territories (or anywhere, if none is stated), and what elsewhere.
pub(crate) struct Where<'g, 'r> {
    pub(crate) here: Vec<Found<'g, 'r>>,
    pub(crate) elsewhere: Vec<Found<'g, 'r>>,
}

/// Places a name may mean, by the first step that finds any in the stated country, else in its territories.
pub(crate) fn find<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    not: &[u32],
    readings: &'r Readings,
) -> Where<'g, 'r> {
    let ruled_out = |place: PlaceRef<'_>| not.contains(&place.canonical().geonames());
    let mut elsewhere = Vec::new();
    for step in
        [as_it_stands, turned, exact_plain, exact_cores, exact_respelt, slips, containers, part_of_name]
    {
        let mut found = step(gazetteer, country, readings);
        found.retain(|found| !ruled_out(found.place));
        let Some(stated) = country.filter(|_| !found.is_empty()) else {
            if found.is_empty() {
                continue;
            }
            return Where { here: best(with_namesake(gazetteer, found)), elsewhere };
        };
        for near in [|stated: Iso2, actual| stated == actual, covers] {
            let here: Vec<_> = found.extract_if(.., |found| near(stated, found.place.country())).collect();
            if !here.is_empty() {
                return Where { here: best(with_namesake(gazetteer, here)), elsewhere: best(elsewhere) };
            }
        }
        if elsewhere.is_empty() {
            elsewhere = found;
        }
    }
    Where { here: Vec::new(), elsewhere: best(elsewhere) }
}

/// `Kuwait` may be its city: where only the country bears the name, the city that is called after it joins.
fn with_namesake<'g: 'r, 'r>(gazetteer: &'g Gazetteer, mut found: Vec<Found<'g, 'r>>) -> Vec<Found<'g, 'r>> {
    let nation =
        found.iter().find(|found| found.place.is(Level::Nation) && !found.place.is(Level::City)).cloned();
    let Some(nation) = nation else { return found };
    let name = nation.place.ascii_name();
    let called_after = |place: &PlaceRef<'_>| {
        place
            .ascii_name()
            .strip_prefix(name)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    let city = gazetteer.places_in(nation.place.country()).take(60).find(called_after);
    found.extend(city.map(|place| Found { place, ..nation }));
    found
}

/// The whole text is a name: its parts are not looked at.
fn as_it_stands<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    let found: Vec<_> = readings.plain.iter().take(1).flat_map(|reading| exact(gazetteer, reading)).collect();
    let is_city = |found: &Found<'_, '_>| found.place.canonical().is(Level::City);
    if found.iter().any(is_city) { found } else { Vec::new() }
}

/// The country or the division comes first.
fn turned<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    let readings = readings.plain.iter().filter(|reading| reading.is_turned);
    readings
        .flat_map(|reading| exact(gazetteer, reading).filter(|found| lies_within(gazetteer, found)))
        .collect()
}

fn lies_within(gazetteer: &Gazetteer, found: &Found<'_, '_>) -> bool {
    let country = found.place.country();
    let holds = |text: &String| {
        gazetteer.country_named(text) == Some(country)
            || gazetteer
                .division(country, text)
                .iter()
                .any(|division| [found.place.admin1(), found.place.admin2()].contains(&Some(*division)))
    };
    found.place.is(Level::City) && found.reading.within.iter().all(holds)
}

fn exact_plain<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    readings.named().flat_map(|reading| exact(gazetteer, reading)).collect()
}

fn exact_cores<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    readings.cores.iter().flat_map(|reading| exact(gazetteer, reading)).collect()
}

fn exact_respelt<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    let all = |readings: &'r [Reading]| readings.iter().flat_map(|reading| exact(gazetteer, reading));
    let is_in = |countries: &'static [&'static str]| {
        move |found: &Found<'g, 'r>| countries.contains(&found.place.country().as_str())
    };
    let umlauts = all(&readings.umlauts).filter(is_in(&UMLAUTS));
    let romanised = all(&readings.romanised).filter(is_in(&CYRILLIC));
    all(&readings.respelt).chain(umlauts).chain(romanised).collect()
}

fn exact<'g: 'r, 'r>(gazetteer: &'g Gazetteer, reading: &'r Reading) -> impl Iterator<Item = Found<'g, 'r>> {
    gazetteer.lookup_key(&reading.name).into_iter().map(|hit| found(hit, &reading.name, 0, reading))
}

/// One slip of the pen or two. In a known country both, so that they compete; else the second only for want of the first.
fn slips<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    let one = |reading: &'r Reading| gazetteer.one_edit(&reading.name);
    let two = |reading: &'r Reading| gazetteer.two_edits(&reading.name, country);
    let mut found = near(readings, one);
    if country.is_some() || found.is_empty() {
        found.extend(near(readings, two));
    }
    found
}

fn near<'g: 'r, 'r>(
    readings: &'r Readings,
    search: impl Fn(&'r Reading) -> Vec<Near<'g>>,
) -> Vec<Found<'g, 'r>> {
    let of = |reading: &'r Reading| search(reading).into_iter().flat_map(move |near| all_of(near, reading));
    readings.all().flat_map(of).collect()
}

/// What the place is said to lie in, when it is not known itself.
fn containers<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    _: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    readings
        .plain
        .iter()
        .filter(|reading| reading.stands_in)
        .flat_map(|reading| exact(gazetteer, reading))
        .collect()
}

/// The longest run of the name's words that is known.
fn part_of_name<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    country: Option<Iso2>,
    readings: &'r Readings,
) -> Vec<Found<'g, 'r>> {
    let here = |found: &Found<'_, '_>| country.is_none_or(|country| covers(country, found.place.country()));
    let known = |reading: &'r Reading| exact(gazetteer, reading).filter(here).collect::<Vec<_>>();
    readings.parts.iter().map(known).find(|found| !found.is_empty()).unwrap_or_default()
}

fn all_of<'g: 'r, 'r>(near: Near<'g>, reading: &'r Reading) -> impl Iterator<Item = Found<'g, 'r>> {
    let (key, edits) = (near.key, near.edits);
    let same_numbers = digits(key).eq(digits(&reading.name));
    near.hits.into_iter().filter(move |_| same_numbers).map(move |hit| found(hit, key, edits, reading))
}

/// A wrong digit is another place, not a slip.
fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(char::is_ascii_digit)
}

fn found<'g, 'r>(hit: Hit<'g>, key: &'r str, edits: usize, reading: &'r Reading) -> Found<'g, 'r> {
    Found { place: hit.place, kind: hit.kind, key, edits, reading }
}

/// Where `ae`, `oe`, `ue` may stand for ä, ö, ü.
const UMLAUTS: [&str; 12] = ["DE", "AT", "CH", "LI", "LU", "IT", "SE", "FI", "NO", "DK", "EE", "HU"];

/// `Muenchen` without its e.
fn without_e(reading: &Reading) -> Option<Reading> {
    let name = reading.name.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    (name != reading.name).then(|| respelt(reading, &name))
}

/// Where names are written in Cyrillic letters, or were, and come in several romanisations.
const CYRILLIC: [&str; 15] =
    ["RU", "UA", "BY", "KZ", "KG", "TJ", "TM", "UZ", "MN", "BG", "MK", "RS", "ME", "BA", "MD"];

/// The same letters in other romanisations, at the end of a word and within.
const ENDS: [(&str, &str); 8] = [
    ("sky", "skiy"),
    ("sky", "skyi"),
    ("sky", "skyy"),
    ("skiy", "sky"),
    ("skyi", "skyy"),
    ("yi", "yy"),
    ("yi", "iy"),
    ("iy", "y"),
];
const WITHIN: [(&str, &str); 4] = [("yo", "e"), ("yo", "jo"), ("ye", "e"), ("kh", "h")];

/// `Velykyi` as `Velykyy`, `Cheryomushki` as `Cheremushki`.
fn romanised_otherwise(reading: &Reading) -> Vec<Reading> {
    let ended = |(end, other): &(&str, &str)| {
        let word = |word: &str| {
            word.strip_suffix(end).map_or_else(|| word.to_owned(), |stem| format!("{stem}{other}"))
        };
        reading.name.split(' ').map(word).collect::<Vec<_>>().join(" ")
    };
    let mut forms: Vec<String> = ENDS.iter().map(ended).collect();
    forms.extend(WITHIN.iter().map(|(letters, other)| reading.name.replace(letters, other)));
    forms.retain(|form| *form != reading.name);
    forms.iter().map(|form| respelt(reading, form)).collect()
}

/// Words that lists abbreviate, and what for.
const SHORT: [(&str, &str); 16] = [
    ("st", "saint"),
    ("st", "sankt"),
    ("ste", "sainte"),
    ("ft", "fort"),
    ("mt", "mount"),
    ("mt", "mont"),
    ("pt", "port"),
    ("pt", "point"),
    ("sta", "santa"),
    ("sto", "santo"),
    ("s", "san"),
    ("s", "south"),
    ("n", "north"),
    ("e", "east"),
    ("w", "west"),
    ("and", "und"),
];

/// Other spellings of the same sounds: `St` as Saint, another alphabet, words run together.
fn respellings(reading: &Reading) -> Vec<Reading> {
    let name = &reading.name;
    let long = |(short, long): &(&str, &str)| {
        let words: Vec<&str> =
            name.split(' ').map(|word| if word == *short { *long } else { word }).collect();
        words.join(" ")
    };
    let mut forms: Vec<String> = SHORT.iter().map(long).collect();
    forms.extend([comity_gazetteer::romanise(name), name.replace(' ', "")]);
    forms.retain(|form| form != name && !form.is_empty());
    forms.dedup();
    forms.iter().map(|form| respelt(reading, form)).collect()
}

fn respelt(reading: &Reading, form: &str) -> Reading {
    let how = match reading.how.as_str() {
        "" => format!("spelt `{form}`"),
        how => format!("{how}, spelt `{form}`"),
    };
    Reading { how, trust: reading.trust - 0.04, name: fold(form), ..reading.clone() }
}

/// Each place once, by the way that fits it best; the likeliest first.
fn best<'g, 'r>(mut found: Vec<Found<'g, 'r>>) -> Vec<Found<'g, 'r>> {
    let rank = |found: &Found<'_, '_>| (found.edits, found.kind, trust(found));
    found.sort_by(|a, b| a.place.geonames().cmp(&b.place.geonames()).then_with(|| rank(a).cmp(&rank(b))));
    found.dedup_by_key(|found| found.place.geonames());
    found.sort_by_key(|found| {
        (found.edits, std::cmp::Reverse(found.place.population()), found.place.geonames())
    });
    found.truncate(MOST);
    found
}

/// Distrust in thousandths, so that it can be ordered.
#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1000")]
fn trust(found: &Found<'_, '_>) -> i32 {
    ((1.0 - found.reading.trust) * 1000.0) as i32
}
