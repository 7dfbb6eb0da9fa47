//! A US name of the twin list that two US places over 5,000 people bear is never matched on its size alone.

use std::collections::BTreeSet;

use comity_fixtures::{case, gazetteer_bytes, shared};
use comity_gazetteer::{Gazetteer, NameKind, PlaceRef};
use comity_model::Level;
use comity_reconcile::{MatchOutcome, Query, reconcile};

#[test]
fn names_of_several_towns_wait_for_a_person() {
    let Some(list) = shared("data/twin-cities-wikipedia/twin_cities_raw.csv") else { return };
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let mut table = csv::ReaderBuilder::new().flexible(true).from_path(list).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let ends = rows.iter().flat_map(|row| [(&row[0], &row[1]), (&row[2], &row[3])]);
    let names: BTreeSet<&str> =
        ends.filter(|(_, country)| *country == "United States").map(|(name, _)| name).collect();
    let shared_names: Vec<&str> = names.into_iter().filter(|name| bearers(&gazetteer, name) > 1).collect();
    let taken: Vec<&&str> = shared_names.iter().filter(|name| is_matched(&gazetteer, name)).collect();
    assert_eq!((shared_names.len(), taken.len()), (290, 0), "{taken:?}");
}

#[test]
fn names_of_several_towns_of_our_own_list_wait_for_a_person() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let names = String::from_utf8(case("names/homonyms.txt")).unwrap();
    for name in names.lines() {
        assert!(bearers(&gazetteer, name) > 1, "{name} is borne by one town");
        assert!(!is_matched(&gazetteer, name), "{name} is matched on its size alone");
    }
}

fn bearers(gazetteer: &Gazetteer, name: &str) -> usize {
    let us = "US".parse().expect("a country code");
    let is_town = |place: &PlaceRef<'_>| {
        place.country() == us
            && place.is(Level::City)
            && !place.is_part_of_city()
            && place.population() > 5_000
    };
    let hits =
        gazetteer.lookup(name).into_iter().filter(|hit| hit.kind == NameKind::Main && is_town(&hit.place));
    let states: BTreeSet<u32> =
        hits.filter_map(|hit| hit.place.admin1()).map(|state| state.geonames()).collect();
    states.len()
}

fn is_matched(gazetteer: &Gazetteer, name: &str) -> bool {
    reconcile(gazetteer, &Query::named(name).in_country("United States")).decision == MatchOutcome::Match
}
