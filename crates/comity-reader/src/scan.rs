//! The stretches of a text that some place or body is called by.

use comity_gazetteer::{Gazetteer, Hit, NameKind};
use comity_model::Level;
use comity_names::fold;

use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::word::{ends, is_unspaced, may_begin};

/// A stretch and who bears it as a name.
#[derive(Debug)]
pub(crate) struct NamedStretch<'g> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Bearers in the lexicon.
    pub(crate) bodies: Vec<usize>,
    pub(crate) places: Vec<Hit<'g>>,
}

/// Leftmost, and of those the longest.
pub(crate) fn scan<'g>(text: &Text, gazetteer: &'g Gazetteer, lexicon: &Lexicon) -> Vec<NamedStretch<'g>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let here = if may_begin(text, at) { longest(text, at, gazetteer, lexicon) } else { None };
        match here {
            Some(name) => {
                at = name.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    found
}

fn longest<'g>(
    text: &Text,
    start: usize,
    gazetteer: &'g Gazetteer,
    lexicon: &Lexicon,
) -> Option<NamedStretch<'g>> {
    let ends = ends(text, start);
    let exact = ends.iter().find_map(|end| {
        let written = text.slice(start, *end);
        let key = fold(written);
        let bodies = if is_written_as_a_name(written) { lexicon.bearers(&key).to_vec() } else { Vec::new() };
        let places = if is_plain_word(written, &key) { Vec::new() } else { places(gazetteer, written, &key) };
        let nobody = bodies.is_empty() && places.is_empty();
        (!nobody).then_some(NamedStretch { start, end: *end, bodies, places })
    });
    exact.or_else(|| {
        ends.iter().find_map(|end| {
            let places = sound_alikes(gazetteer, text.slice(start, *end));
            (!places.is_empty()).then_some(NamedStretch { start, end: *end, bodies: Vec::new(), places })
        })
    })
}

/// Bearers of the name; in scripts without spaces also of the name before its `市`, `州` or `县`.
fn places<'g>(gazetteer: &'g Gazetteer, written: &str, key: &str) -> Vec<Hit<'g>> {
    let plain = gazetteer.lookup_key(key);
    let unspaced = written.chars().all(is_unspaced);
    let length = written.chars().count();
    if !plain.is_empty() {
        let well_known = |hit: &Hit<'_>| !unspaced || is_known_enough(hit, length);
        let known: Vec<Hit<'_>> = plain.into_iter().filter(well_known).collect();
        return if unspaced { with_namesakes(gazetteer, known) } else { known };
    }
    let stem = SUFFIXES.iter().find_map(|(c, level)| Some((key.strip_suffix(*c)?, *level)));
    let Some((stem, level)) = stem.filter(|_| unspaced && length > 2) else { return Vec::new() };
    let mut hits = with_namesakes(gazetteer, gazetteer.lookup_key(stem));
    hits.extend(hits.clone().iter().filter_map(namesake_state));
    hits.into_iter().filter(|hit| hit.place.is(level) && is_known_enough(hit, length)).collect()
}

/// The state a city shares its name with: 纽约州 is the state of 纽约.
fn namesake_state<'g>(hit: &Hit<'g>) -> Option<Hit<'g>> {
    let state = hit.place.admin1()?;
    let name = fold(state.name());
    let shared = hit.place.names().any(|other| fold(other.text) == name);
    shared.then_some(Hit { place: state, kind: hit.kind })
}

/// Large cities whose name is written with other characters of the same sound: 拉各斯 for 拉哥斯.
fn sound_alikes<'g>(gazetteer: &'g Gazetteer, written: &str) -> Vec<Hit<'g>> {
    if written.chars().count() < 3 || !written.chars().all(is_unspaced) {
        return Vec::new();
    }
    let large = |hit: &Hit<'_>| hit.kind == NameKind::Romanised && hit.place.population() >= 1_000_000;
    gazetteer.lookup_romanised(written).into_iter().filter(large).collect()
}

/// A city's name put into another script stands for all that bear the name it was put from: who wrote one
/// Rochester in Chinese wrote them all.
fn with_namesakes<'g>(gazetteer: &'g Gazetteer, hits: Vec<Hit<'g>>) -> Vec<Hit<'g>> {
    let mut all = hits.clone();
    for hit in hits.into_iter().filter(|hit| hit.kind > NameKind::Main && hit.place.is(Level::City)) {
        let names = gazetteer.lookup(hit.place.name()).into_iter();
        for namesake in names.filter(|other| other.kind == NameKind::Main && other.place.is(Level::City)) {
            if all.iter().all(|known| known.place != namesake.place) {
                all.push(Hit { place: namesake.place, kind: NameKind::Romanised });
            }
        }
    }
    all
}

/// What follows a name in Chinese and Japanese and says what it is.
const SUFFIXES: [(char, Level); 6] = [
    ('市', Level::City),
    ('州', Level::State),
    ('县', Level::County),
    ('省', Level::State),
    ('郡', Level::County),
    ('国', Level::Nation),
];

/// Two or three characters are common words far more often than small places.
fn is_known_enough(hit: &Hit<'_>, length: usize) -> bool {
    let place = hit.place;
    let division = place.is(Level::Nation) || place.is(Level::State);
    match length {
        0..=2 => division || place.population() >= 500_000,
        3 => division || place.population() >= 15_000,
        _ => true,
    }
}

/// A name begins with a capital where its script has capitals.
fn is_written_as_a_name(written: &str) -> bool {
    written.chars().next().is_some_and(|first| !first.is_lowercase())
}

/// Words that are also places, but nearly always words (`Of` in Turkey, `Most` in Czechia), codes, and
/// names too short to tell.
fn is_plain_word(written: &str, key: &str) -> bool {
    let short = written.chars().all(|c| !is_unspaced(c)) && key.chars().count() < 4;
    let has_digit = key.chars().any(|c| c.is_ascii_digit());
    short || has_digit || !is_written_as_a_name(written) || PLAIN_WORDS.binary_search(&key).is_ok()
}

/// In order.
const PLAIN_WORDS: [&str; 56] = [
    "also",
    "best",
    "both",
    "center",
    "central",
    "city",
    "come",
    "county",
    "data",
    "date",
    "east",
    "enter",
    "even",
    "fire",
    "global",
    "good",
    "green",
    "here",
    "hope",
    "international",
    "land",
    "like",
    "long",
    "many",
    "march",
    "mayor",
    "mobile",
    "most",
    "much",
    "nice",
    "north",
    "note",
    "online",
    "over",
    "page",
    "police",
    "programme",
    "reading",
    "republic",
    "same",
    "south",
    "split",
    "state",
    "such",
    "than",
    "that",
    "they",
    "this",
    "union",
    "university",
    "west",
    "when",
    "which",
    "with",
    "work",
    "world",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_in_order() {
        assert!(PLAIN_WORDS.is_sorted());
        assert!(is_plain_word("Most", "most"));
        assert!(is_plain_word("Of", "of"));
        assert!(!is_plain_word("Bari", "bari"));
        assert!(is_plain_word("bari", "bari"));
    }
}
