//! The 372 Italian twinnings an earlier resolver failed on: each is matched, waits for a person, or is said to be unknown.

use std::collections::BTreeMap;

use comity_fixtures::{gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, reconcile};

#[test]
fn no_row_is_lost() {
    let Some(list) = shared("data/gemellaggi-italy/twinings_fails.csv") else { return };
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let mut table = csv::ReaderBuilder::new().flexible(true).from_path(list).unwrap();
    let mut decisions: BTreeMap<&str, usize> = BTreeMap::new();
    for row in table.records() {
        let row = row.unwrap();
        let found = reconcile(&gazetteer, &Query::named(&row[6]).in_country(&row[9]));
        *decisions.entry(found.decision.as_str()).or_default() += 1;
    }
    assert_eq!(decisions, BTreeMap::from([("match", 150), ("none", 12), ("review", 210)]));
}
