//! A few places, a few ties and a day, for readers that need some.

use std::sync::{Arc, LazyLock};

use comity_answer::CachedSnapshot;
use comity_gazetteer::Gazetteer;
use comity_model::Day;
use comity_reader::Lexicon;

const PLACES: &str = include_str!("worlds/places.txt");
const COUNTRIES: &str = include_str!("worlds/countries.txt");
const DIVISIONS: &str = include_str!("worlds/divisions.txt");
const WORLD: &str = include_str!("worlds/world.txt");

/// A gazetteer of the places in `worlds`.
pub(crate) fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: LazyLock<Gazetteer> =
        LazyLock::new(|| Gazetteer::open(gazetteer_bytes()).expect("what was compiled opens"));
    &GAZETTEER
}

fn gazetteer_bytes() -> Vec<u8> {
    let mut build = comity_gazetteer::Build::default();
    let read = [
        build.country_info("countries.txt", COUNTRIES.as_bytes()),
        build.first_order("divisions.txt", DIVISIONS.as_bytes()),
        build.places("places.txt", PLACES.as_bytes()),
    ];
    assert!(read.iter().all(Result::is_ok), "{read:?}");
    let (bytes, problems) = build.finish();
    assert_eq!(problems, [], "the places are as the format says");
    bytes
}

/// What is on file in a small world.
pub(crate) fn snapshot() -> &'static Arc<CachedSnapshot> {
    static SNAPSHOT: LazyLock<Arc<CachedSnapshot>> =
        LazyLock::new(|| Arc::new(CachedSnapshot::new(comity_fixtures::small_world(WORLD))));
    &SNAPSHOT
}

/// The names of a small world.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(&comity_fixtures::small_world(WORLD).entities));
    &LEXICON
}

pub(crate) fn today() -> Day {
    Day::from_ymd(2026, 11, 30)
}
