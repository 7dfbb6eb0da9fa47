//! A backup is the register again, and a restore leaves the old one or the new one.

use std::fs;
use std::path::Path;

use comity_model::{BatchId, Judge, Record};
use comity_register::{
    Access, Existing, Location, Register, RegisterError, Request, Restore, Restored, Timestamp, restore,
};

use crate::open::{at_both, on_both, wait};
use crate::world::{commit, pair, polity, resolve, source};

fn moment() -> Timestamp {
    "2026-05-09T10:00:00Z".parse().unwrap()
}

/// Two batches, one of them undone.
async fn fill(register: &Register) {
    let claim = pair("city-of-lyon", "Lyon", "Leipzig");
    let reading = resolve(Judge::Machine, &claim, &["lyon", "?"]);
    let records = vec![source("city-of-lyon"), polity("lyon"), Record::Claim(claim), reading];
    commit(register, "2026-05-01T10:00:00Z", records).await;
    commit(register, "2026-05-02T10:00:00Z", vec![polity("leipzig"), polity("turin")]).await;
    register.undo(BatchId(2), "wrong file", "ana", &moment()).await.unwrap();
}

fn wanted<'a>(file: &'a Path, existing: Existing, at: &'a Timestamp) -> Restore<'a> {
    Restore { file, digest: None, take_downs: &[], existing, by: "ana", at }
}

async fn put_back(location: &Location, file: &Path, existing: Existing) -> Result<Restored, RegisterError> {
    restore(location, wanted(file, existing, &moment())).await
}

#[test]
fn a_backup_is_the_register_again() {
    on_both(async |register: Register| {
        fill(&register).await;
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("monday.backup");
        let backup = register.backup(&file, Existing::Refuse).await.unwrap();
        let head = register.head().await.unwrap();
        assert_eq!((backup.entries, &backup.head, backup.faults.len()), (head.seq, &head.hash, 0));
        assert_eq!(
            fs::read_to_string(home.path().join("monday.backup.b3")).unwrap(),
            format!("{}  monday.backup\n", backup.digest)
        );

        let copy = Register::open_for(&Location::File(file.clone()), Access::Read).await.unwrap();
        assert_eq!(copy.head().await.unwrap(), head);
        assert_eq!(copy.dump_digest().await.unwrap(), register.dump_digest().await.unwrap());
        assert_eq!(copy.verify(Some(&head.hash)).await.unwrap(), []);
        assert_eq!(copy.log(None, 99).await.unwrap(), register.log(None, 99).await.unwrap());

        let twice = register.backup(&file, Existing::Refuse).await.unwrap_err();
        assert!(matches!(twice, RegisterError::Exists { .. }), "{twice}");
        register.backup(&file, Existing::Replace).await.unwrap();
    });
}

/// A backup of a file put into each database, where nothing is yet.
#[test]
fn a_backup_goes_into_either_database() {
    at_both(async |location: Location| {
        let home = tempfile::tempdir().unwrap();
        let from = Register::open(&Location::File(home.path().join("from.db"))).await.unwrap();
        fill(&from).await;
        let file = home.path().join("monday.backup");
        from.backup(&file, Existing::Refuse).await.unwrap();
        let restored = put_back(&location, &file, Existing::Refuse).await.unwrap();
        let head = from.head().await.unwrap();
        assert_eq!((restored.head, restored.digest_checked, restored.kept), (head.hash.clone(), true, None));
        let register = Register::open(&location).await.unwrap();
        assert_eq!(register.dump_digest().await.unwrap(), from.dump_digest().await.unwrap());
        assert_eq!(register.verify(Some(&head.hash)).await.unwrap(), []);
        commit(&register, "2026-05-10T10:00:00Z", vec![polity("genoa")]).await;
        assert_eq!(register.verify(Some(&head.hash)).await.unwrap(), []);
    });
}

#[test]
fn what_is_there_is_replaced_only_when_told_and_kept() {
    at_both(async |location: Location| {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("monday.backup");
        let register = Register::open(&location).await.unwrap();
        fill(&register).await;
        let monday = register.backup(&file, Existing::Refuse).await.unwrap();
        commit(&register, "2026-05-10T10:00:00Z", vec![polity("genoa")]).await;
        let tuesday = register.head().await.unwrap();
        register.close().await;

        let refused = put_back(&location, &file, Existing::Refuse).await.unwrap_err().to_string();
        let entries = tuesday.seq.0;
        assert!(refused.ends_with(&format!("is not replaced (it holds {entries} entries): --force puts the backup there and keeps the old one beside it")), "{refused}");
        let register = Register::open(&location).await.unwrap();
        assert_eq!(register.head().await.unwrap(), tuesday);
        register.close().await;

        let restored = put_back(&location, &file, Existing::Replace).await.unwrap();
        let register = Register::open(&location).await.unwrap();
        assert_eq!(register.head().await.unwrap().hash, monday.head);
        assert_eq!(register.verify(None).await.unwrap(), []);
        let kept = restored.kept.unwrap();
        if let Location::File(register) = &location {
            assert_eq!(kept, format!("{}.replaced-20260509T100000Z", register.display()));
            let kept = Register::open_for(&Location::File(kept.into()), Access::Read).await.unwrap();
            assert_eq!(kept.head().await.unwrap(), tuesday);
        } else {
            assert_eq!(kept, "schema replaced_20260509t100000z");
            let now = register.head().await.unwrap();
            assert!(now.remade() > tuesday.remade(), "whoever went on reading sees it");
        }
    });
}

#[cfg(unix)]
#[test]
fn a_restore_by_a_link_replaces_what_it_leads_to() {
    wait(async {
        let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let place = Location::File(home.path().join("register.db"));
        let link = elsewhere.path().join("link.db");
        std::os::unix::fs::symlink(home.path().join("register.db"), &link).unwrap();
        let register = Register::open(&place).await.unwrap();
        fill(&register).await;
        let file = home.path().join("monday.backup");
        let monday = register.backup(&file, Existing::Refuse).await.unwrap();
        commit(&register, "2026-05-10T10:00:00Z", vec![polity("genoa")]).await;
        register.close().await;
        put_back(&Location::File(link.clone()), &file, Existing::Replace).await.unwrap();
        assert!(link.is_symlink(), "the link stays");
        for location in [place, Location::File(link)] {
            let register = Register::open(&location).await.unwrap();
            assert_eq!(register.head().await.unwrap().hash, monday.head, "{location}");
            register.close().await;
        }
        let beside: Vec<_> =
            fs::read_dir(elsewhere.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(beside, ["link.db"], "nothing is left beside the link");
    });
}

#[test]
fn a_backup_that_was_changed_is_refused() {
    at_both(async |location: Location| {
        let home = tempfile::tempdir().unwrap();
        let from = Register::open(&Location::File(home.path().join("from.db"))).await.unwrap();
        fill(&from).await;
        let file = home.path().join("monday.backup");
        from.backup(&file, Existing::Refuse).await.unwrap();
        let mut bytes = fs::read(&file).unwrap();
        let place = bytes.windows(7).position(|seven| seven == b"Leipzig").unwrap();
        bytes[place] = b'l';
        fs::write(&file, bytes).unwrap();
        let refused = put_back(&location, &file, Existing::Refuse).await.unwrap_err();
        assert!(matches!(refused, RegisterError::Digest { .. }), "{refused}");
        fs::remove_file(home.path().join("monday.backup.b3")).unwrap();
        let refused = put_back(&location, &file, Existing::Refuse).await.unwrap_err();
        assert!(matches!(refused, RegisterError::NoBackup { .. }), "{refused}");
        let missing = Register::open_for(&location, Access::Read).await.err().unwrap();
        assert!(matches!(missing, RegisterError::Missing { .. }), "{missing}");
    });
}

#[test]
fn a_register_in_use_is_not_replaced() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let location = Location::File(home.path().join("register.db"));
        let serving = Register::open(&location).await.unwrap();
        fill(&serving).await;
        let file = home.path().join("monday.backup");
        serving.backup(&file, Existing::Refuse).await.unwrap();
        let refused = put_back(&location, &file, Existing::Replace).await.unwrap_err();
        assert!(matches!(refused, RegisterError::InUse { .. }), "{refused}");
        commit(&serving, "2026-05-10T10:00:00Z", vec![polity("genoa")]).await;
        assert_eq!(serving.verify(None).await.unwrap(), []);
        let itself = serving.backup(&home.path().join("register.db"), Existing::Replace).await.unwrap_err();
        assert!(matches!(itself, RegisterError::Exists { .. }), "{itself}");
    });
}

/// A damaged file is what a backup is for: it is replaced when told, and kept with what was beside it.
#[test]
fn a_damaged_register_is_replaced() {
    wait(async {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("register.db");
        let location = Location::File(path.clone());
        let register = Register::open(&location).await.unwrap();
        fill(&register).await;
        let file = home.path().join("monday.backup");
        register.backup(&file, Existing::Refuse).await.unwrap();
        register.close().await;
        fs::write(&path, "torn").unwrap();
        fs::write(home.path().join("register.db-wal"), "torn too").unwrap();
        let refused = put_back(&location, &file, Existing::Refuse).await.unwrap_err();
        assert!(matches!(refused, RegisterError::Occupied { .. }), "{refused}");
        let kept = put_back(&location, &file, Existing::Replace).await.unwrap().kept.unwrap();
        assert_eq!(fs::read(&kept).unwrap(), b"torn");
        assert_eq!(fs::read(format!("{kept}-wal")).unwrap(), b"torn too");
        let register = Register::open_for(&location, Access::Read).await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

/// Copies are made while somebody writes: each is a state that was.
#[test]
fn a_backup_under_writing_is_one_state() {
    on_both(async |register: Register| {
        fill(&register).await;
        let home = tempfile::tempdir().unwrap();
        let writer = register.clone();
        let writing = tokio::spawn(async move {
            for n in 0..20 {
                commit(&writer, "2026-05-10T10:00:00Z", vec![polity(&format!("city{n}"))]).await;
            }
        });
        for n in 0..5 {
            let file = home.path().join(format!("{n}.backup"));
            register.backup(&file, Existing::Refuse).await.unwrap();
            let copy = Register::open_for(&Location::File(file), Access::Read).await.unwrap();
            assert_eq!(copy.verify(None).await.unwrap(), []);
        }
        writing.await.unwrap();
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

/// The register that is replaced knows what was taken down; where it is lost, a list of it does.
#[test]
fn what_was_taken_down_since_the_backup_stays_down() {
    at_both(async |location: Location| {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("monday.backup");
        let register = Register::open(&location).await.unwrap();
        fill(&register).await;
        register.backup(&file, Existing::Refuse).await.unwrap();
        let target = register.target("lyon").await.unwrap();
        let request = Request { target, also: Vec::new(), namesakes: false };
        register.erase(&request, "asked for", "ben", &moment()).await.unwrap();
        let take_downs = register.take_downs().await.unwrap();
        register.close().await;

        let restored = put_back(&location, &file, Existing::Replace).await.unwrap();
        assert!(restored.replayed.entries > 0, "{restored:?}");
        assert_down(&location).await;
        let elsewhere = Location::File(home.path().join("elsewhere.db"));
        let at = moment();
        let wanted = Restore { take_downs: &take_downs, ..wanted(&file, Existing::Refuse, &at) };
        restore(&elsewhere, wanted).await.unwrap();
        assert_down(&elsewhere).await;
    });
}

async fn assert_down(location: &Location) {
    let register = Register::open_for(location, Access::Read).await.unwrap();
    assert!(register.taken_down("entity:lyon").await.unwrap().is_some());
    assert_eq!(register.verify(None).await.unwrap(), []);
    let said = format!("{:?}", register.log(None, 99).await.unwrap());
    assert!(!said.contains("Lyon"), "{said}");
    register.close().await;
}
