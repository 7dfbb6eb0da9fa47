//! Towns, villages and wards of East Asia that share a name: 朝日町, Goseong, Fuchū.

use comity_gazetteer::{Gazetteer, NameKind, PlaceRef};
use comity_model::Level;
use comity_names::{cores, fold};

use crate::homonym::OF_A_SIZE;
use crate::kind_word::{FIRST_OF_CJK, LocalWord, latin_words, without_latin_word};
use crate::named_place::{Bearer, NamedPlace, exact};
use crate::readings::Readings;

/// 朝日町 may be any Asahi that we hold in Latin letters only, or under its core.
pub(crate) fn of_the_core<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    readings: &'r Readings,
    first: &NamedPlace<'g, 'r>,
) -> Vec<NamedPlace<'g, 'r>> {
    let place = first.place.canonical();
    let Some(word) = LocalWord::around(first, &place) else { return Vec::new() };
    let heading = fold(place.ascii_name());
    let by_core = readings.cores().iter().flat_map(|reading| exact(gazetteer, reading));
    let by_heading = latin_cores(&heading)
        .into_iter()
        .flat_map(|key| gazetteer.lookup_key(&key))
        .filter(|hit| first.key.is_ascii() || may_be_written_so(&hit.place, hit.kind));
    let by_heading = by_heading.map(|hit| NamedPlace { place: hit.place, kind: hit.kind, ..first.clone() });
    let standing = Bearer::Core;
    let all = by_core.chain(by_heading).map(|named: NamedPlace<'g, 'r>| NamedPlace {
        place: named.place.canonical(),
        standing,
        ..named
    });
    all.filter(|named| {
        named.kind <= NameKind::Romanised
            && named.place.country() == place.country()
            && !named.place.is(Level::State)
            && word.may_be_of(&named.place)
    })
    .collect()
}

/// `Goseong` is what two counties are called, and `Fuchu` a town as well as a city: of a third of the people or more, they
/// may be meant by the name without its word.
pub(crate) fn with_word<'g: 'r, 'r>(
    gazetteer: &'g Gazetteer,
    first: &NamedPlace<'g, 'r>,
) -> Vec<NamedPlace<'g, 'r>> {
    let place = first.place.canonical();
    let is_bare = first.reading.taken.is_empty() && LocalWord::around(first, &place).is_none();
    if !first.key.is_ascii() || !is_bare {
        return Vec::new();
    }
    let words = latin_words(&place);
    let keys = words.flat_map(|word| [format!("{} {word}", first.key), format!("{}{word}", first.key)]);
    let hits = keys.flat_map(|key| gazetteer.lookup_key(&key)).filter(|hit| hit.kind <= NameKind::Other);
    let (people, standing) = (u64::from(place.population()), Bearer::Core);
    hits.map(|hit| NamedPlace { place: hit.place.canonical(), kind: hit.kind, standing, ..first.clone() })
        .filter(|named| {
            let is_large = u64::from(named.place.population()) * OF_A_SIZE >= people;
            named.place.country() == place.country() && !named.place.is(Level::State) && is_large
        })
        .collect()
}

/// The heading, what remains of it without its word, and both as the other way of writing an n before b, m and p has them: the
/// 南部町 of Yamanashi is Nambu, those of Aomori and Tottori are Nanbu.
fn latin_cores(heading: &str) -> Vec<String> {
    let mut keys: Vec<String> = cores(heading).into_iter().map(|core| core.text).collect();
    keys.extend(without_latin_word(heading).map(str::to_owned));
    keys.push(heading.to_owned());
    let others: Vec<String> = keys.iter().flat_map(|key| with_other_n(key)).collect();
    keys.extend(others);
    keys.sort();
    keys.dedup();
    keys
}

fn with_other_n(key: &str) -> impl Iterator<Item = String> {
    let (m, n) = (["mb", "mm", "mp"], ["nb", "nm", "np"]);
    let pairs = m.into_iter().zip(n).chain(n.into_iter().zip(m));
    pairs.map(move |(from, to)| key.replace(from, to))
}

/// What is called so in these letters was found by them. Many municipalities of Japan are filed under their seat, with the
/// seat's letters only.
fn may_be_written_so(place: &PlaceRef<'_>, kind: NameKind) -> bool {
    let is_held_in_signs = place.names().any(|name| name.text.contains(|c| u32::from(c) >= FIRST_OF_CJK));
    !is_held_in_signs || kind == NameKind::Other && place.country().as_str() == "JP"
}
