//! The same input gives the same output, byte for byte, whatever the number of threads.

use std::fmt::Write;

use comity_fixtures::{Dice, gazetteer_bytes};
use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, reconcile_all};

#[test]
fn the_same_rows_give_the_same_bytes() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let mut dice = Dice::new(9);
    let places: Vec<_> = gazetteer.places().filter(|_| dice.below(700) == 0).collect();
    let queries: Vec<Query<'_>> = places
        .iter()
        .map(|place| match dice.below(3) {
            0 => Query::named(place.name()),
            1 => Query::named(place.ascii_name()).in_country("Brazil"),
            _ => Query::named(place.name()).in_country("France"),
        })
        .collect();
    assert_eq!(written(&gazetteer, &queries), written(&gazetteer, &queries));
}

fn written(gazetteer: &Gazetteer, queries: &[Query<'_>]) -> String {
    let mut text = String::new();
    for found in reconcile_all(gazetteer, queries) {
        writeln!(text, "{} {:?} {} {:?}", found.decision.as_str(), found.ground, found.reason, found.country)
            .expect("a text takes what is written");
        for candidate in found.candidates {
            writeln!(text, "  {} {:?} {}", candidate.id, candidate.score, candidate.reasons())
                .expect("a text takes what is written");
        }
    }
    text
}
