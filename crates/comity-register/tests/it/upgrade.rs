//! A register of the first format is renewed, and says what it said.

use std::path::{Path, PathBuf};

use comity_model::{BatchId, Seq};
use comity_register::{BatchKind, Content, EntryKind, Location, Register, RegisterError, Timestamp};
use sqlx::migrate::Migrator;
use sqlx::{Column, Connection, PgConnection, Row, SqliteConnection};

use crate::open::{in_a_database, wait};
use crate::world::{commit, polity};

/// Kept as its own program left it; see the note beside it.
const HEAD: &str = "aa138d16ac8522b16d22900935aae7ed8f84cbd02fab14bf42fc26eb30960d82";
const ENTRIES: i64 = 164;

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/upgrade").join(name)
}

fn at() -> Timestamp {
    "2026-11-29T10:00:00Z".parse().unwrap()
}

async fn lines(register: &Register, known: &str) -> String {
    let known = register.known(known).await.unwrap();
    let records = register.records(known).await.unwrap();
    records.iter().map(|record| record.to_line() + "\n").collect()
}

/// Everything that was there is there, under its number.
async fn assert_renewed(register: &Register) {
    for batch in ["batch:4", "batch:9"] {
        let file = case(&format!("export-{}.jsonl", batch.replace(':', "-")));
        assert_eq!(lines(register, batch).await, std::fs::read_to_string(file).unwrap(), "{batch}");
    }
    assert_eq!(register.known("#150").await.unwrap(), Seq(154), "entries keep their numbers");
    assert_eq!(register.known("2026-03-05").await.unwrap(), Seq(156), "and their times");
    let batches = register.batches(None, 100).await.unwrap();
    let told: Vec<String> =
        batches.iter().map(|batch| format!("{} {} {}", batch.id.0, batch.by, batch.title)).collect();
    assert_eq!(
        told,
        [
            "10 Cleo the names of those who wrote before the renewal",
            "9 Ana Kovač a doubt",
            "8 Ben Osei erasure of entry 160",
            "7 Ana Kovač a person",
            "6 Ben Osei Lugdunum is Lyon",
            "5 Ben Osei undo of batch 4",
            "4 Ben Osei second-edition.csv",
            "3 Ana Kovač what Lugdunum means",
            "2 Ana Kovač partner-towns.csv",
            "1 Comity some of the built-in atlas",
            "0 Cleo renewed from format 1 of the ledger",
        ]
    );
    assert_eq!(batches[6].undone_by, Some(BatchId(5)));
    assert_eq!((batches[0].nature, batches[10].nature), (BatchKind::Upgrade, BatchKind::Upgrade));
    assert_eq!(register.verify(Some(HEAD)).await.unwrap(), [], "whoever noted the old head finds it");
    let first = &register.log(Some(Seq(1)), 1).await.unwrap()[0];
    assert_eq!((first.seq, first.kind), (Seq(0), EntryKind::Upgrade));
    let told = Content::Upgrade { format: 1, entries: Seq(ENTRIES), head: HEAD.to_owned() };
    assert_eq!(first.content, Some(told));
    let down = register.taken_down("entity:ada-example").await.unwrap().unwrap();
    assert_eq!((down.what.as_str(), down.why.as_str()), ("entity", "asked for"));

    let before = register.head().await.unwrap().seq.0;
    commit(register, "2026-12-01T10:00:00Z", vec![polity("oslo")]).await;
    assert_eq!(register.head().await.unwrap().seq.0, before + 3, "a batch, a new author and a record");
    assert_eq!(register.verify(None).await.unwrap(), []);
}

#[test]
fn a_file_is_renewed_and_kept() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let old = std::fs::read(case("register.db")).unwrap();
        std::fs::write(&path, &old).unwrap();
        let location = Location::File(path.clone());
        let refused = Register::open(&location).await.err().unwrap();
        assert!(matches!(refused, RegisterError::OldFormat { .. }), "{refused}");
        let plan = Register::plan_upgrade(&location).await.unwrap().unwrap();
        assert_eq!((plan.entries, plan.authors, plan.erased, plan.head.as_str()), (164, 3, 1, HEAD));
        assert_eq!(std::fs::read(&path).unwrap(), old, "looking changes nothing");

        Register::upgrade(&location, "Cleo", &at()).await.unwrap().unwrap();
        let register = Register::open(&location).await.unwrap();
        assert_renewed(&register).await;
        register.close().await;
        assert_eq!(Register::plan_upgrade(&location).await.unwrap(), None);
        let copy = Location::File(folder.path().join("register.db.format-1"));
        let plan = Register::plan_upgrade(&copy).await.unwrap().unwrap();
        assert_eq!(plan.head, HEAD, "it is kept as it was");
    });
}

#[test]
fn a_changed_file_is_not_renewed() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        std::fs::copy(case("register.db"), &path).unwrap();
        let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
        sqlx::query("UPDATE payload SET body = replace(body, 'Lyon', 'Lion')")
            .execute(&mut raw)
            .await
            .unwrap();
        raw.close().await.unwrap();
        let location = Location::File(path.clone());
        let refused = Register::upgrade(&location, "Cleo", &at()).await.unwrap_err();
        assert!(matches!(refused, RegisterError::Damaged { .. }), "{refused}");
        let refused = Register::open(&location).await.err().unwrap();
        assert!(matches!(refused, RegisterError::OldFormat { .. }), "it is as it was: {refused}");
    });
}

#[test]
fn a_database_is_renewed_and_kept() {
    in_a_database(async |location: Location| {
        let Location::Postgres(address) = &location else { unreachable!("it is a database") };
        fill(address).await;
        let refused = Register::open(&location).await.err().unwrap();
        assert!(matches!(refused, RegisterError::OldFormat { .. }), "{refused}");
        let plan = Register::plan_upgrade(&location).await.unwrap().unwrap();
        assert_eq!((plan.entries, plan.head.as_str()), (164, HEAD));
        Register::upgrade(&location, "Cleo", &at()).await.unwrap().unwrap();
        let register = Register::open(&location).await.unwrap();
        assert_renewed(&register).await;
        let mut raw = PgConnection::connect(address).await.unwrap();
        let kept = sqlx::query("SELECT hash FROM ledger_format_1 ORDER BY seq DESC LIMIT 1");
        assert_eq!(kept.fetch_one(&mut raw).await.unwrap().get::<String, _>(0), HEAD);
        register.close().await;
    });
}

/// Puts the ledger of the file into tables as the first format had them.
async fn fill(address: &str) {
    let mut database = PgConnection::connect(address).await.unwrap();
    Migrator::new(case("postgres")).await.unwrap().run(&mut database).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    std::fs::copy(case("register.db"), &path).unwrap();
    let mut file = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
    let tables = ["SELECT * FROM ledger", "SELECT * FROM payload"];
    let inserts =
        ["INSERT INTO ledger VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", "INSERT INTO payload VALUES ($1, $2)"];
    for (select, insert) in tables.into_iter().zip(inserts) {
        for row in sqlx::query(select).fetch_all(&mut file).await.unwrap() {
            let mut query = sqlx::query(insert);
            for column in row.columns() {
                query = match column.name() {
                    "seq" | "batch" => query.bind(row.get::<i64, _>(column.ordinal())),
                    _ => query.bind(row.get::<String, _>(column.ordinal())),
                };
            }
            query.execute(&mut database).await.unwrap();
        }
    }
}
