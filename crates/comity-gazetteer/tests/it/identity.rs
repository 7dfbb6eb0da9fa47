//! The identity cases of VOCABULARY, pinned in `cases/identity`, on the compiled gazetteer.

use comity_gazetteer::Gazetteer;

const CASES: &str = include_str!("../../../../cases/identity/identity.tsv");

#[test]
fn cities_states_and_nations_of_one_name_are_told_apart() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
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
