//! The identity cases of VOCABULARY, pinned in `cases/identity`, on the compiled gazetteer.

use std::path::Path;

use comity_gazetteer::Gazetteer;

const CASES: &str = include_str!("../../../../cases/identity/identity.tsv");
const COMPILED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/comity.gaz");

#[test]
fn cities_states_and_nations_of_one_name_are_told_apart() {
    let Ok(bytes) = std::fs::read(Path::new(COMPILED)) else {
        comity_fixtures::skip("identity cases (no data/gazetteer/comity.gaz: run `cargo xtask run` once)");
        return;
    };
    let gazetteer = Gazetteer::open(bytes).unwrap();
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let [id, stands, levels, why] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let place =
            gazetteer.by_geonames(id.parse().unwrap()).unwrap_or_else(|| panic!("{why}: {id} is missing"));
        assert_eq!(place.canonical().geonames().to_string(), stands, "{why}");
        let found: Vec<&str> =
            place.canonical().levels().into_iter().map(comity_model::Level::as_str).collect();
        assert_eq!(found.join(" "), levels, "{why}");
    }
}
