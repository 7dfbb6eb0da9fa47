//! Countries and divisions are reconciled by the same engine: `cases/names/countries.tsv`.

use std::fmt::Write;

use comity_fixtures::gazetteer_bytes;
use comity_gazetteer::Gazetteer;
use comity_model::Level;
use comity_reconcile::{Query, reconcile};

const CASES: &str = include_str!("../../../../cases/names/countries.tsv");

#[test]
fn countries_and_divisions_are_found_as_entities() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let mut wrong = String::new();
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let [text, level, decision, id, _why] = line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        let level = if level == "nation" { Level::Nation } else { Level::State };
        let found = reconcile(&gazetteer, &Query { level: Some(level), ..Query::named(text) });
        let first = found.candidates.first().map_or(String::new(), |first| first.id.to_string());
        if found.decision.as_str() != decision || first != id {
            writeln!(wrong, "{line}\n    got {} {first}: {}", found.decision.as_str(), found.reason).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
