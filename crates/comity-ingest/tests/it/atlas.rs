//! The packaged atlas: whole, enough, and brought in once.

use std::collections::BTreeSet;

use comity_ingest::{built_in_records, fill};
use comity_model::{Record, Shape, Standing};

use crate::{home, noon};

#[test]
fn every_statement_of_the_note_is_a_record() {
    let records = built_in_records().unwrap();
    let claims: Vec<_> = records
        .iter()
        .filter_map(|record| match record {
            Record::Claim(claim) => Some(claim),
            _ => None,
        })
        .collect();
    assert!(claims.len() >= 250, "{} claims", claims.len());
    let labels: BTreeSet<&str> = claims.iter().map(|claim| claim.label.as_str()).filter(|l| !l.is_empty()).collect();
    let expect: BTreeSet<String> = (1..=50).map(|n| format!("S{n:02}")).collect();
    assert_eq!(labels, expect.iter().map(String::as_str).collect());
    let untestable: BTreeSet<&str> = claims
        .iter()
        .filter(|claim| claim.caveat.starts_with("Says nothing testable"))
        .map(|claim| claim.label.as_str())
        .collect();
    assert_eq!(untestable.len(), 3, "{untestable:?}");
}

#[test]
fn the_note_keeps_its_own_dates() {
    let Some(golden) = comity_fixtures::shared("goldens/note_302_claims.json") else { return };
    let golden: Vec<serde_json::Value> = serde_json::from_str(&std::fs::read_to_string(golden).unwrap()).unwrap();
    for record in built_in_records().unwrap() {
        let Record::Claim(claim) = record else { continue };
        let Some(said) = golden.iter().find(|said| said["id"] == claim.label.as_str()) else { continue };
        let valid = claim.valid.as_str();
        let own = said["note_edtf"].as_str().unwrap_or_default();
        let of_the_other = said["other_edtf"].as_str().is_some_and(|other| other == valid && other != own);
        assert!(!of_the_other, "{}: {valid} is another source's date", claim.label);
    }
}

#[tokio::test]
async fn the_atlas_comes_in_once_and_links_resolve() {
    let home = home().await;
    assert!(fill(&home.register, noon()).await.unwrap().batch.is_some());
    assert_eq!(fill(&home.register, noon()).await.unwrap().batch, None);
    let holdings = home.register.holdings(home.register.head().await.unwrap().seq).await.unwrap();
    assert!(holdings.links.len() > 700, "{} links", holdings.links.len());
    assert_eq!(holdings.disputes.len(), 3);
    let disputed = holdings.statements.iter().filter(|held| held.standing == Standing::Disputed).count();
    let disputed = disputed + holdings.links.iter().filter(|link| link.standing == Standing::Disputed).count();
    assert!(disputed >= 3, "{disputed}");
    let counts = holdings.statements.iter().filter(|held| matches!(held.claim.shape, Shape::Count { .. })).count();
    assert!(counts > 100, "{counts}");
}
