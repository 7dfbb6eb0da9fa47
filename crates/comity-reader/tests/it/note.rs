//! The note that describes the field, and one of our own in its shape: machine Chinese, two columns woven together,
//! cut off.

use comity_fixtures::{case, gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_model::{Entity, EntityId, EntityKind};
use comity_reader::{DocumentReading, Lexicon, Text, read};

/// What must be the first candidate of some mention.
const CITIES: [(&str, u32); 25] = [
    ("New York", 5_128_581),
    ("Los Angeles", 5_368_361),
    ("Chicago", 4_887_398),
    ("Houston", 4_699_066),
    ("Boston", 4_930_956),
    ("San Francisco", 5_391_959),
    ("Johannesburg", 993_800),
    ("Cairo", 360_630),
    ("Lagos", 2_332_459),
    ("São Paulo", 3_448_439),
    ("Mexico City", 3_530_597),
    ("Buenos Aires", 3_435_910),
    ("Seoul", 1_835_848),
    ("Sydney", 2_147_714),
    ("Singapore", 1_880_252),
    ("Berlin", 2_950_159),
    ("Amsterdam", 2_759_794),
    ("Vienna", 2_761_369),
    ("Barcelona", 3_128_760),
    ("Irvine", 5_359_777),
    ("Pittsburgh", 5_206_379),
    ("Rochester", 5_134_086),
    ("Zurich", 2_657_896),
    ("Hong Kong", 1_819_729),
    ("Istanbul", 745_044),
];

const NETWORKS: [&str; 4] = ["c40", "uclg", "iclei", "iula"];

fn reading(bytes: &[u8]) -> DocumentReading {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let network = |id: &str| Entity::new(id.parse().unwrap(), EntityKind::Network, &id.to_uppercase());
    let networks: Vec<Entity> = NETWORKS.map(network).into();
    read("note", &Text::from_bytes(bytes), &gazetteer, &Lexicon::new(&networks))
}

/// Which cities and networks are the first candidate of no mention.
fn missed(reading: &DocumentReading) -> Vec<&'static str> {
    let firsts: Vec<&EntityId> = reading.mentions.iter().map(|mention| &mention.candidates[0].id).collect();
    let cities = CITIES.iter().filter(|(_, id)| !firsts.contains(&&EntityId::geonames(*id)));
    let networks = NETWORKS.into_iter().filter(|id| !firsts.iter().any(|first| first.as_str() == *id));
    cities.map(|(name, _)| *name).chain(networks).collect()
}

#[test]
fn nothing_is_missed_in_woven_columns() {
    assert_eq!(missed(&reading(&case("reader/woven.txt"))), Vec::<&str>::new());
}

#[test]
fn nothing_is_missed_in_the_note() {
    let Some(path) = shared("data/note-302/note-302-zh.txt") else { return };
    assert_eq!(missed(&reading(&std::fs::read(path).unwrap())), Vec::<&str>::new());
}
