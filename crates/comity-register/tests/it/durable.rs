//! What is answered is on disk: the writes to disk are counted, from outside, while decisions are recorded.

use std::process::Command;

use comity_model::Standing;
use comity_register::{Location, Register};

use crate::open::wait;
use crate::world::{commit, pair, source, verdict};

/// The folder for the process that is watched.
const WATCHED: &str = "COMITY_TEST_WATCHED";
const DECISIONS: usize = 8;

/// Records decisions where a watcher says so, one after the other, saying after each that it was answered.
#[test]
fn decisions_for_a_watcher() {
    let Some(folder) = std::env::var_os(WATCHED) else { return };
    wait(async {
        let path = std::path::Path::new(&folder).join("register.db");
        let register = Register::open(&Location::File(path)).await.unwrap();
        let claim = pair("city-of-lyon", "Lyon", "Leipzig");
        let id = claim.id();
        let records = vec![source("city-of-lyon"), comity_model::Record::Claim(claim)];
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        std::fs::write(std::path::Path::new(&folder).join("answered-0"), "").unwrap();
        for n in 1..=DECISIONS {
            let standing = if n % 2 == 0 { Standing::Accepted } else { Standing::Disputed };
            commit(&register, "2026-05-02T10:00:00Z", vec![verdict(id, standing)]).await;
            std::fs::write(std::path::Path::new(&folder).join(format!("answered-{n}")), "").unwrap();
        }
    });
}

/// `strace` sees the files named `answered-N` being made and the syncs in between: each answer has one before it.
#[test]
fn no_decision_is_answered_before_it_is_on_disk() {
    if Command::new("strace").arg("-V").output().is_err() {
        comity_fixtures::skip("the count of syncs (no strace)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let mut watched = Command::new("strace");
    watched.args(["-f", "-y", "-e", "trace=fsync,fdatasync,openat", "-o"]).arg(&trace);
    watched.arg(std::env::current_exe().unwrap()).args(["--exact", "durable::decisions_for_a_watcher"]);
    let ran = watched.env(WATCHED, folder.path()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let lines = std::fs::read_to_string(trace).unwrap();
    let mut before_each = Vec::new();
    let mut synced = 0;
    for line in lines.lines() {
        if line.contains("sync(") && line.contains("register.db-wal") {
            synced += 1;
        }
        if line.contains("openat(") && line.contains("answered-") {
            before_each.push(std::mem::take(&mut synced));
        }
    }
    assert_eq!(before_each.len(), DECISIONS + 1, "{lines}");
    assert!(before_each.iter().all(|count| *count >= 1), "syncs before each answer: {before_each:?}");
}
