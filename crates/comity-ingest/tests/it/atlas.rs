//! The packaged atlas: whole, enough, and brought in once.

use std::collections::BTreeSet;

use comity_ingest::{built_in_records, fill, plan_renewal, renew};
use comity_model::{Claim, Record, Shape, Standing};
use comity_register::{NewBatch, Register, Timestamp};

fn claims() -> Vec<Claim> {
    let records = built_in_records().unwrap().into_iter();
    let claim = |record| match record {
        Record::Claim(claim) => Some(claim),
        _ => None,
    };
    records.filter_map(claim).collect()
}

#[test]
fn every_statement_of_the_note_is_a_record() {
    let claims = claims();
    assert!(claims.len() >= 250, "{} claims", claims.len());
    let labels: BTreeSet<&str> =
        claims.iter().map(|claim| claim.label.as_str()).filter(|label| !label.is_empty()).collect();
    let expect: BTreeSet<String> = (1..=50).map(|n| format!("S{n:02}")).collect();
    assert_eq!(labels, expect.iter().map(String::as_str).collect());
    let untestable = claims.iter().filter(|claim| claim.caveat.starts_with("Says nothing testable"));
    let untestable: BTreeSet<&str> = untestable.map(|claim| claim.label.as_str()).collect();
    assert_eq!(untestable.len(), 3, "{untestable:?}");
}

#[test]
fn the_note_keeps_its_own_dates() {
    let golden = comity_fixtures::golden("note-302-dates");
    let golden: Vec<serde_json::Value> = serde_json::from_str(&golden).unwrap();
    let mut compared = 0;
    for claim in claims() {
        let Some(said) = golden.iter().find(|said| said["id"] == claim.label.as_str()) else { continue };
        let valid = claim.valid.to_string();
        let own = said["note_edtf"].as_str().unwrap_or_default();
        let of_the_other = said["other_edtf"].as_str().is_some_and(|other| other == valid && other != own);
        assert!(!of_the_other, "{}: {valid} is another source's date", claim.label);
        compared += 1;
    }
    assert!(compared >= 50, "{compared}");
}

#[tokio::test]
async fn the_atlas_comes_in_once_and_links_resolve() {
    let folder = tempfile::tempdir().unwrap();
    let location = folder.path().join("comity.db").to_string_lossy().parse().unwrap();
    let register = Register::open(&location).await.unwrap();
    let noon: Timestamp = "2026-05-03T12:00:00Z".parse().unwrap();
    assert!(fill(&register, noon.clone()).await.unwrap().batch.is_some());
    assert_eq!(fill(&register, noon).await.unwrap().batch, None);
    let holdings = register.holdings(register.head().await.unwrap().seq).await.unwrap();
    assert!(holdings.links.len() > 700, "{} links", holdings.links.len());
    assert_eq!(holdings.disputes.len(), 3);
    let disputed = holdings.statements.iter().filter(|held| held.standing == Standing::Disputed).count();
    let links = holdings.links.iter().filter(|link| link.standing == Standing::Disputed).count();
    assert!(disputed + links >= 3, "{disputed} statements, {links} links");
    let count = |held: &&comity_model::Statement| matches!(held.claim.shape, Shape::Count { .. });
    let counts = holdings.statements.iter().filter(count).count();
    assert!(counts > 100, "{counts}");
}

/// An edition as it may have been before: nobody's own word, other words, a claim less, and one that is gone since.
fn older_edition() -> Vec<Record> {
    let mut records = built_in_records().unwrap();
    let claims = claims();
    let absent = claims.last().unwrap().id();
    records.retain(|record| !matches!(record, Record::Claim(claim) if claim.id() == absent));
    let mut gone = claims[0].clone();
    gone.locator = "elsewhere".into();
    records.push(Record::Claim(gone));
    for record in &mut records {
        match record {
            Record::Source(source) => (source.issuer, source.derived_from) = (None, None),
            Record::Claim(claim) if claim.id() == claims[1].id() => claim.words = "as it was".into(),
            _ => {}
        }
    }
    records
}

#[tokio::test]
async fn an_older_atlas_becomes_todays() {
    let folder = tempfile::tempdir().unwrap();
    let open = async |name: &str| {
        let location = folder.path().join(name).to_string_lossy().parse().unwrap();
        Register::open(&location).await.unwrap()
    };
    let at: Timestamp = "2026-05-03T12:00:00Z".parse().unwrap();
    let said = async |register: &Register| {
        let held = register.holdings(register.head().await.unwrap().seq).await.unwrap();
        (held.sources, held.links, held.statements, held.disputes, held.coverage)
    };
    let (register, fresh) = (open("older.db").await, open("fresh.db").await);
    let first = NewBatch { title: "the built-in atlas 0.0.1".into(), by: "Comity".into(), at: at.clone() };
    register.commit(first, older_edition(), &mut |_| {}).await.unwrap();
    fill(&fresh, at.clone()).await.unwrap();
    let before = said(&register).await;

    let plan = plan_renewal(&register).await.unwrap();
    let own_words = built_in_records().unwrap().into_iter();
    let own_words = own_words.filter(|record| match record {
        Record::Source(source) => source.issuer.is_some() || source.derived_from.is_some(),
        _ => false,
    });
    assert_eq!((plan.new["claim"], plan.changed["claim"], plan.withdrawn), (1, 1, 1));
    assert_eq!(plan.changed["source"], own_words.count() as u64);
    assert!(said(&register).await == before, "nothing was changed so far");

    let ana = "Ana".parse().unwrap();
    let batch = renew(&register, &plan, &ana, at.clone()).await.unwrap().batch.unwrap();
    assert!(said(&register).await == said(&fresh).await, "what a fresh register says");
    assert_eq!(plan_renewal(&register).await.unwrap().records, []);
    register.undo(batch, "", "Ana", &at).await.unwrap();
    assert!(said(&register).await == before, "one batch takes all of it back");
}
