//! `cases/names/*.tsv`: a name, its country and division as written, the decision, the GeoNames id, why it is a case.

use std::fmt::Write;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, reconcile};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/names");

#[test]
fn every_case_is_decided_as_written_down() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
    let cases = std::fs::read_to_string(format!("{FOLDER}/decisions.tsv")).unwrap();
    let mut wrong = String::new();
    for line in cases.lines().filter(|line| !line.starts_with('#')) {
        let [name, country, admin, decision, id, _why] =
            line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        let found = reconcile(&gazetteer, &Query::named(name).in_country(country).in_admin(admin));
        let first = found
            .candidates
            .first()
            .map_or(String::new(), |candidate| candidate.place.geonames().to_string());
        if found.decision.as_str() != decision || (!id.is_empty() && first != id) {
            writeln!(wrong, "{line}\n    got {} {first}: {}", found.decision.as_str(), found.reason).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
