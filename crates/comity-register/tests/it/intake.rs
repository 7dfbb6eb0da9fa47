//! Batches that are handed over page by page, and what is looked up of those on file.

use std::collections::BTreeSet;
use std::time::Duration;

use comity_model::{EntityId, EntityKind, Judge, Record, Sameness};
use comity_register::{NewBatch, Register, RegisterError};
use tokio::time::timeout;

use crate::open::{in_a_file, on_both, wait};
use crate::world::{commit, entity, id, member, now, pair, polity, resolve, same, source};

fn batch(by: &str) -> NewBatch {
    NewBatch { title: "a list".to_owned(), by: by.to_owned(), at: "2026-05-02T10:00:00Z".parse().unwrap() }
}

fn list() -> Vec<Record> {
    let claim = pair("list", "Lyon", "Leipzig");
    let reading = resolve(Judge::Machine, &claim, &["lyon", "leipzig"]);
    vec![source("list"), polity("lyon"), polity("leipzig"), Record::Claim(claim), reading]
}

/// What the register says, and how many entries it has.
async fn state(register: &Register) -> (String, i64) {
    let seq = register.head().await.unwrap().seq;
    (register.content(seq).await.unwrap(), seq.0)
}

#[test]
fn pages_come_to_what_one_batch_comes_to() {
    on_both(|register| async move {
        commit(&register, "2026-05-01T10:00:00Z", vec![source("list"), polity("lyon")]).await;
        let mut intake = register.take_in(batch("ana"));
        for record in list() {
            intake.take(vec![record]).await.unwrap();
        }
        let committed = intake.finish().await.unwrap();
        assert_eq!((committed.added.values().sum::<u64>(), committed.unchanged), (3, 2));
        let entries = state(&register).await.1;
        let first = register.batch(committed.batch.unwrap()).await.unwrap().unwrap().first.0;
        // Its title, what was new, and the two that another batch had said, said again so that it stands alone.
        assert_eq!(entries - first + 1, 1 + 3 + 2);
        assert_eq!(now(&register).await.links.len(), 2);
        assert_eq!(commit(&register, "2026-05-03T10:00:00Z", list()).await.batch, None);
    });
}

/// Enough rows for the way that PostgreSQL has for many, with every sign that means something to it.
#[test]
fn many_rows_come_back_as_they_were() {
    on_both(|register| async move {
        let named = |n: usize| {
            let Record::Entity(mut entity) = polity(&format!("p{n}")) else {
                unreachable!("a polity is an entity")
            };
            entity.name = format!("tab\t line\n back\\slash \\N \\. \r {n} 纽约 '\"").into();
            entity
        };
        let mut records: Vec<_> = (0..700).map(named).collect();
        commit(&register, "2026-05-01T10:00:00Z", records.iter().cloned().map(Record::Entity).collect())
            .await;
        records.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(now(&register).await.entities, records);
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

#[test]
fn pages_that_are_broken_off_leave_no_trace() {
    on_both(|register| async move {
        commit(&register, "2026-05-01T10:00:00Z", vec![polity("lyon")]).await;
        let before = state(&register).await;
        let mut intake = register.take_in(batch("ana"));
        intake.take(list()).await.unwrap();
        intake.take(vec![polity("berat")]).await.unwrap();
        drop(intake);
        let mut nobody = register.take_in(batch(" "));
        let refused = async {
            nobody.take(list()).await?;
            nobody.finish().await
        };
        assert!(refused.await.unwrap_err().to_string().contains("a list"));
        assert_eq!(state(&register).await, before);
        commit(&register, "2026-05-03T10:00:00Z", list()).await;
        assert_eq!(now(&register).await.links.len(), 2);
    });
}

#[test]
fn what_failed_once_is_not_finished() {
    in_a_file(|register| async move {
        let mut nobody = register.take_in(batch(" "));
        while nobody.take(list()).await.is_ok() {}
        let again = nobody.take(list()).await.unwrap_err();
        assert_eq!(again.to_string(), "`a list` was broken off by the error before");
        assert!(matches!(nobody.finish().await.unwrap_err(), RegisterError::BrokenOff { .. }));
        assert_eq!(state(&register).await, (String::new(), 0));
    });
}

/// Pages are read while others are written: neither waits for the other.
#[test]
fn a_temporary_register_is_read_while_it_is_written() {
    wait(async {
        let register = Register::temporary().await.unwrap();
        let path = register.snapshot_file().unwrap();
        commit(&register, "2026-05-01T10:00:00Z", vec![polity("lyon")]).await;
        let mut intake = register.take_in(batch("ana"));
        for page in [list(), vec![polity("berat")], vec![polity("bern")]] {
            intake.take(page).await.unwrap();
        }
        let reading = async {
            let mut lookup = register.lookup(register.head().await?.seq).await?;
            lookup.bearers(["Lyon", "Berat"]).await
        };
        let found = timeout(Duration::from_secs(20), reading).await.expect("a reader waits for no writer");
        assert_eq!(found.unwrap().into_keys().collect::<Vec<_>>(), [id("lyon")]);
        intake.finish().await.unwrap();
        assert_eq!(now(&register).await.links.len(), 2);
        register.close().await;
        drop(register);
        assert!(!path.parent().unwrap().exists());
    });
}

/// Merged, renamed, without a record, or on file as it is: a look-up says what the holdings say.
#[test]
fn what_is_looked_up_is_what_is_held() {
    in_a_file(|register| async move {
        let open = pair("list", "Berat", "Lyon");
        let left_open = resolve(Judge::Machine, &open, &["?", "lyon"]);
        let (membership, settled) = (member("list", "Lyon", "c40"), pair("list", "Leipzig", "Lyon"));
        let mut records = list();
        records.extend([polity("lyons"), entity("c40", EntityKind::Network), polity("gn1")]);
        records.extend([same("lyons", "lyon", Sameness::Same), Record::Claim(open.clone()), left_open]);
        records.push(resolve(Judge::Machine, &settled, &["leipzig", "lyon"]));
        records.extend([membership.clone(), settled.clone()].map(Record::Claim));
        commit(&register, "2026-05-01T10:00:00Z", records).await;

        let held = now(&register).await;
        let mut lookup = register.lookup(held.known).await.unwrap();
        let mut ids: BTreeSet<EntityId> = held.entities.iter().map(|entity| entity.id.clone()).collect();
        assert!(ids.iter().any(|id| id.as_str().starts_with("ag-")), "{ids:?}");
        ids.extend([id("lyons"), id("nowhere"), id("ag-nobody")]);
        let found: Vec<_> = lookup.entities(&ids).await.unwrap().into_values().collect();
        assert_eq!(found, held.entities);

        let names = ["LYON", "c40", "Lyons", "gn1", "Gn1", "nobody", ""];
        let bearers: Vec<_> = lookup.bearers(names).await.unwrap().into_keys().collect();
        assert_eq!(bearers, [id("c40"), id("lyon")], "a merged one and a place of GeoNames are left out");

        let claims = [&open, &membership, &settled].map(comity_model::Claim::id);
        let waiting: BTreeSet<_> = held.open.iter().map(|open| open.claim).collect();
        assert_eq!(lookup.left_open(&claims).await.unwrap(), waiting);
        assert_eq!(waiting.len(), 2, "nobody has read the membership yet");
    });
}
