//! A ledger that was changed from outside does not pass.

use comity_model::{BatchId, Judge, Record, Seq};
use comity_register::{Fault, Location, Register, RegisterError};
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
        let cut = Fault::Cut { batch: BatchId(2), shown: Seq(8), last: Seq(4) };
        assert_eq!(register.verify(None).await.unwrap().first(), Some(&cut));
        let refused = register.rebuild().await.unwrap_err().to_string();
        assert_eq!(
            refused,
            "the ledger ends at entry 4, and batch 2 went up to entry 8: its end was cut off: rebuild with --force \
             goes on in spite of that"
        );
        register.rebuild_anyway().await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), []);
        assert_eq!(register.verify(Some(&head)).await.unwrap(), [Fault::Head(head.clone())]);
    });
}

#[test]
fn what_is_none_of_ours_is_named_and_not_laundered() {
    let spy = "CREATE TRIGGER spy AFTER INSERT ON link BEGIN DELETE FROM link; END";
    check(spy, &Fault::ObjectForeign("trigger spy on link".to_owned()));
    check("CREATE VIEW mirror AS SELECT 1", &Fault::ObjectForeign("view mirror".to_owned()));
    check("DROP INDEX name_folded", &Fault::ObjectMissing("index name_folded on name".to_owned()));
    check("ALTER TABLE link ADD COLUMN note TEXT", &Fault::ObjectAltered("table link".to_owned()));
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let register = Register::open(&Location::File(path.clone())).await.unwrap();
        fill(&register).await;
        let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
        raw.execute(spy).await.unwrap();
        let refused = register.rebuild().await.unwrap_err();
        assert!(matches!(&refused, RegisterError::Doubtful(faults) if faults.len() == 1), "{refused}");
        register.rebuild_anyway().await.unwrap();
        let faults = register.verify(None).await.unwrap();
        assert!(faults.contains(&Fault::Derived("link".to_owned())), "{faults:?}");
    });
}

#[test]
fn a_queue_that_was_emptied_is_not_filled_again_unsaid() {
    wait(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let register = Register::open(&Location::File(path.clone())).await.unwrap();
        let claim = pair("city-of-lyon", "Lyon", "Leipzig");
        commit(&register, "2026-05-01T10:00:00Z", vec![source("city-of-lyon"), Record::Claim(claim)]).await;
        register.close().await;
        let mut raw = SqliteConnection::connect(path.to_str().unwrap()).await.unwrap();
        assert!(raw.execute("DELETE FROM pending").await.unwrap().rows_affected() > 0);
        let register = Register::open(&Location::File(path.clone())).await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), [Fault::Derived("pending".to_owned())]);
    });
}

#[test]
fn the_beginning_of_a_head_is_enough() {
    on_both(async |register: Register| {
        fill(&register).await;
        let head = register.head().await.unwrap().hash;
        let (noted, short) = (head.split_at(12).0, head.split_at(11).0);
        assert_eq!(register.verify(Some(noted)).await.unwrap(), []);
        let other = if head.starts_with('0') { "1".repeat(12) } else { "0".repeat(12) };
        assert_eq!(register.verify(Some(&other)).await.unwrap(), [Fault::Head(other)]);
        let refused = register.verify(Some(short)).await.unwrap_err().to_string();
        assert_eq!(
            refused,
            format!("`{short}` is no head: expected at least the first 12 of its hexadecimal digits")
        );
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
