//! A ledger that was changed from outside does not pass.

use comity_model::{Judge, Record, Seq};
use comity_register::{Fault, Location, Register};
use sqlx::{Connection, Executor, SqliteConnection};

use crate::open::{on_both, wait};
use crate::world::{commit, pair, polity, resolve, source};

async fn fill(register: &Register) {
    let claim = pair("city-of-lyon", "Lyon", "Leipzig");
    let reading = resolve(Judge::Machine, &claim, &["lyon", "leipzig"]);
    commit(register, "2026-05-01T10:00:00Z", vec![source("city-of-lyon"), polity("lyon")]).await;
    commit(register, "2026-05-02T10:00:00Z", vec![polity("leipzig"), Record::Claim(claim), reading]).await;
}

/// Runs `sql` on a sound ledger behind the register's back, and looks for `expect` among the faults.
fn check(sql: &'static str, expect: &Fault) {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let register = Register::open(&Location::File(path.clone())).await.unwrap();
        fill(&register).await;
        let head = register.head().await.unwrap().hash;
        assert_eq!(register.verify(Some(&head)).await.unwrap(), []);
        let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
        raw.execute(sql).await.unwrap();
        let faults = register.verify(Some(&head)).await.unwrap();
        assert!(faults.contains(expect), "{sql}: {faults:?}");
    });
}

#[test]
fn one_changed_byte_is_found() {
    check("UPDATE payload SET body = replace(body, 'Lyon', 'Lion') WHERE seq = 4", &Fault::Words(Seq(4)));
    check("UPDATE payload SET salt = 'eve' WHERE seq = 4", &Fault::Words(Seq(4)));
    check("UPDATE payload SET about = 'entity:eve' WHERE seq = 4", &Fault::Words(Seq(4)));
    check("UPDATE payload SET body = replace(body, 'ana', 'eve') WHERE seq = 2", &Fault::Words(Seq(2)));
    check("UPDATE author SET name = 'eve'", &Fault::Derived("author".to_owned()));
    check("UPDATE ledger SET author = 'eve' WHERE seq = 2", &Fault::Changed(Seq(2)));
    check("UPDATE ledger SET recorded_at = '2026-05-03T10:00:00Z' WHERE seq = 4", &Fault::Changed(Seq(4)));
}

#[test]
fn a_removed_entry_is_found() {
    check("DELETE FROM ledger WHERE seq = 3", &Fault::Removed(Seq(3)));
    check("DELETE FROM payload WHERE seq = 3", &Fault::Gone(Seq(3)));
}

#[test]
fn two_swapped_entries_are_found() {
    let swap = "UPDATE ledger SET seq = -2 WHERE seq = 2; UPDATE ledger SET seq = 2 WHERE seq = 3;
                UPDATE ledger SET seq = 3 WHERE seq = -2;";
    check(swap, &Fault::Changed(Seq(2)));
}

#[test]
fn a_changed_table_is_found() {
    check("UPDATE link SET ends = 'paris paris'", &Fault::Derived("link".to_owned()));
    check("DELETE FROM claim", &Fault::Derived("claim".to_owned()));
}

#[test]
fn a_cut_end_is_found_by_whoever_noted_the_head() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let register = Register::open(&Location::File(path.clone())).await.unwrap();
        fill(&register).await;
        let head = register.head().await.unwrap().hash;
        let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
        raw.execute("DELETE FROM ledger WHERE batch = 2; DELETE FROM payload WHERE seq > 4").await.unwrap();
        register.rebuild().await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), []);
        assert_eq!(register.verify(Some(&head)).await.unwrap(), [Fault::Head(head.clone())]);
    });
}

#[test]
fn an_earlier_head_still_holds() {
    on_both(async |register: Register| {
        fill(&register).await;
        let head = register.head().await.unwrap().hash;
        commit(&register, "2026-05-03T10:00:00Z", vec![polity("turin")]).await;
        assert_eq!(register.verify(Some(&head)).await.unwrap(), []);
    });
}
