//! The snapshot in a file: the same answers as one made from nothing, and made anew where it is not whole.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comity_answer::{CachedSnapshot, Snapshot, SnapshotFile, SnapshotFileState, SnapshotStore};
use comity_model::{Holdings, Record, Seq};
use comity_register::{Location, Register, Request, Target};
use comity_snapshot::SnapshotKey;
use proptest::prelude::*;

use crate::known::{Step, answers, city, id, step, take};

/// Another process at the same register.
async fn door(folder: &Path, program: &str) -> SnapshotStore {
    let register = Register::open(&Location::File(folder.join("register.db"))).await.unwrap();
    let file = SnapshotFile::new(register.snapshot_file().unwrap(), program.to_owned()).from(0);
    SnapshotStore::new(register).kept_in(Some(file))
}

async fn head(door: &SnapshotStore) -> Arc<CachedSnapshot> {
    let snapshot = door.snapshot(None).await.unwrap();
    door.written().await;
    snapshot
}

async fn names(door: &SnapshotStore) -> Vec<String> {
    head(door).await.entities().iter().map(|entity| entity.name.to_string()).collect()
}

fn file(folder: &Path) -> PathBuf {
    folder.join("register.db.snapshot")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_is_opened_or_laid_over_is_what_is_made(
        steps in proptest::collection::vec((step(), 0..5_u8), 1..9)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let standing = door(folder.path(), "x").await;
            let mut stopped = Vec::new();
            for (step, erases) in steps {
                let one = door(folder.path(), "x").await;
                take(one.register(), step).await;
                if erases == 0 {
                    erase(one.register(), "a").await;
                    stopped.clear();
                }
                let known = one.register().head().await.unwrap().seq;
                let made = CachedSnapshot::new(one.register().holdings(known).await.unwrap());
                assert_same(&*head(&standing).await, &made, "laid over what is at hand");
                let expected = answers(&made);
                assert_eq!(answers(&*head(&standing).await), expected, "laid over what is at hand");
                assert_eq!(answers(&*head(&one).await), expected, "laid over the file of before");
                let kept = SnapshotFile::new(file(folder.path()), "x".to_owned());
                let checked = kept.check(one.register()).await.unwrap();
                assert!(!matches!(checked, SnapshotFileState::Unsound { .. }), "{checked:?}");
                let other = door(folder.path(), "x").await;
                assert_eq!(answers(&*head(&other).await), expected, "opened");
                stopped.push((known, expected));
            }
            for (known, then) in stopped {
                let past = standing.snapshot(Some(&format!("#{}", known.0))).await.unwrap();
                assert_eq!(answers(&past), then, "at {}", known.0);
            }
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_state_is_laid_over_any_earlier_one(steps in proptest::collection::vec(step(), 2..10)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let register = Register::temporary().await.unwrap();
            let mut former: Vec<Snapshot> = Vec::new();
            for step in steps {
                take(&register, step).await;
                let known = register.head().await.unwrap().seq;
                let made = Snapshot::new(register.holdings(known).await.unwrap());
                for before in &mut former {
                    let since = (before.known(), before.head());
                    let changes = register.changes(since, known, usize::MAX).await.unwrap();
                    let mut changes = changes.expect("an earlier state of this ledger");
                    before.reach(&mut changes);
                    let at = |ids: &_| before.claims_at(ids);
                    let holdings = register.holdings_of(known, &mut changes, usize::MAX, at).await.unwrap();
                    let laid = before.laid_over(&changes, holdings.expect("however much it is"));
                    assert_same(&laid, &made, "laid over an earlier one");
                    if known.0 % 2 == 0 {
                        *before = laid;
                    }
                }
                // Before the first batch there is nothing to lay anything over.
                former.extend(Some(made).filter(|made| made.known() > Seq(0)));
            }
        });
    }
}

/// Whatever lies in them.
#[track_caller]
fn assert_same(laid: &Snapshot, made: &Snapshot, how: &str) {
    let key =
        SnapshotKey { program: "x".to_owned(), known: made.known(), head: made.head().to_owned(), remade: 0 };
    assert!(laid.entities().iter().eq(made.entities()), "{how}: entities");
    assert!(laid.links().iter().eq(made.links()), "{how}: links");
    assert!(laid.statements().iter().eq(made.statements()), "{how}: statements");
    assert!(laid.open().iter().eq(made.open()), "{how}: open mentions");
    assert!(laid.folded_names().eq(made.folded_names()), "{how}: names");
    for node in made.nodes() {
        assert!(laid.outgoing(node).eq(made.outgoing(node)), "{how}: links from {node:?}");
        assert!(laid.incoming(node).eq(made.incoming(node)), "{how}: links to {node:?}");
        assert!(laid.statements_about(node).eq(made.statements_about(node)), "{how}: said of {node:?}");
        assert_eq!(laid.ancestors(node), made.ancestors(node), "{how}: above {node:?}");
        assert_eq!(laid.ties(node), made.ties(node), "{how}: ties of {node:?}");
    }
    assert!(laid.to_file(&key) == made.to_file(&key), "{how}: the rest of the file");
}

/// Where there is nothing to take down, nothing is.
async fn erase(register: &Register, entity: &str) {
    let request = Request { target: Target::Entity(id(entity)), also: Vec::new(), namesakes: true };
    let at = "2027-01-01T00:00:00Z".parse().unwrap();
    drop(register.erase(&request, "asked for", "ben", &at).await);
}

async fn filled(folder: &Path) -> SnapshotStore {
    let door = door(folder, "x").await;
    take(door.register(), Step::Commit(vec![city("a"), city("b")])).await;
    assert_eq!(names(&door).await, ["a", "b"]);
    door
}

/// What is done to the file does not show; and it is whole again.
async fn check(damage: impl Fn(&Path, &[u8])) {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path()).await;
    let whole = fs::read(file(folder.path())).unwrap();
    damage(&file(folder.path()), &whole);
    assert_eq!(names(&door(folder.path(), "x").await).await, ["a", "b"]);
    assert!(fs::read(file(folder.path())).unwrap() == whole, "it is made anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_whole_is_made_anew() {
    check(|file, whole| fs::write(file, &whole[..whole.len() / 2]).unwrap()).await;
    check(|file, _| fs::write(file, "").unwrap()).await;
    check(|file, _| fs::write(file, "a letter").unwrap()).await;
    check(|file, _| fs::remove_file(file).unwrap()).await;
    check(|file, whole| {
        let mut flipped = whole.to_vec();
        let last = flipped.len() - 1;
        flipped[last] ^= 1;
        fs::write(file, flipped).unwrap();
    })
    .await;
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_by_a_link_finds_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path()).await.register().close().await;
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link.db");
    std::os::unix::fs::symlink(folder.path().join("register.db"), &link).unwrap();
    let register = Register::open(&Location::File(link)).await.unwrap();
    let expected = file(&folder.path().canonicalize().unwrap());
    assert_eq!(register.snapshot_file(), Some(expected));
    erase(&register, "a").await;
    assert!(!file(folder.path()).exists(), "a take-down finds it too");
    let names: Vec<_> = fs::read_dir(elsewhere.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names, ["link.db"], "nothing is left beside the link");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_against_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let door = filled(folder.path()).await;
    let kept = SnapshotFile::new(file(folder.path()), "x".to_owned());
    let check = async || kept.check(door.register()).await.unwrap();
    assert_eq!(check().await, SnapshotFileState::Sound);
    let key = key(&door).await;
    put_false_one(folder.path(), &key);
    let why = "it says otherwise than the ledger".to_owned();
    let otherwise = SnapshotFileState::Unsound { why, is_gone: true };
    assert_eq!(check().await, otherwise, "its digests are right, and it is not what the ledger says");
    assert_eq!(check().await, SnapshotFileState::Absent);
    put_false_one(folder.path(), &key);
    take(door.register(), Step::Commit(vec![city("b")])).await;
    assert_eq!(check().await, otherwise, "it would be laid over");
    assert_eq!(names(&door).await, ["a", "b"]);
    take(door.register(), Step::Commit(vec![city("c")])).await;
    filled_again(folder.path()).await;
    assert_eq!(check().await, SnapshotFileState::Sound);
    take(door.register(), Step::Undo(0)).await;
    assert_eq!(check().await, SnapshotFileState::Sound, "as the ledger had it then");
    put_false_one(folder.path(), &SnapshotKey { head: "7e".to_owned(), ..key });
    assert_eq!(check().await, SnapshotFileState::OtherState, "of another ledger");
}

/// Of the head.
async fn key(door: &SnapshotStore) -> SnapshotKey {
    let head = door.register().head().await.unwrap();
    let remade = head.remade();
    SnapshotKey { program: "x".to_owned(), known: head.seq, head: head.hash, remade }
}

/// A file that is whole, and says that nothing but one city is on file.
fn put_false_one(folder: &Path, key: &SnapshotKey) {
    let (known, head) = (key.known, key.head.clone());
    let Record::Entity(only) = city("of-the-file") else { unreachable!("it is a city") };
    let holdings = Holdings { known, head, entities: vec![only], ..Holdings::default() };
    fs::write(file(folder), Snapshot::new(holdings).to_file(key)).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_opened_where_it_knows_more_than_the_past_that_is_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let before = filled(folder.path()).await.register().head().await.unwrap().seq;
    let standing = door(folder.path(), "x").await;
    take(standing.register(), Step::Commit(vec![city("c")])).await;
    put_false_one(folder.path(), &key(&standing).await);
    standing.snapshot(Some(&format!("#{}", before.0))).await.unwrap();
    assert_eq!(names(&standing).await, ["of-the-file"], "it is not made of the past");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_lets_go_of_what_was_there_before_a_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let other = filled(folder.path()).await;
    put_false_one(folder.path(), &key(&other).await);
    let standing = door(folder.path(), "x").await;
    assert_eq!(names(&standing).await, ["of-the-file"], "as if made of tables that were changed");
    other.register().rebuild().await.unwrap();
    assert_eq!(names(&standing).await, ["a", "b"]);
    take(other.register(), Step::Commit(vec![city("c")])).await;
    assert_eq!(names(&standing).await, ["a", "b", "c"]);
    let kept = SnapshotFile::new(file(folder.path()), "x".to_owned());
    assert_eq!(kept.check(other.register()).await.unwrap(), SnapshotFileState::Sound);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_could_not_be_written_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let full = folder.path().join("full");
    fs::write(&full, "no folder").unwrap();
    let place = full.join("register.snapshot");
    let register = Register::open(&Location::File(folder.path().join("register.db"))).await.unwrap();
    let kept = SnapshotFile::new(place.clone(), "x".to_owned()).from(0);
    let door = SnapshotStore::new(register).kept_in(Some(kept));
    take(door.register(), Step::Commit((0..300).map(|n| city(&format!("a{n}"))).collect())).await;
    assert_eq!(head(&door).await.entities().len(), 300);
    fs::remove_file(full).unwrap();
    take(door.register(), Step::Commit(vec![city("b")])).await;
    assert_eq!(head(&door).await.entities().len(), 301);
    assert!(place.exists(), "as soon as there is room");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_written_anew_where_few_entries_change_much() {
    let folder = tempfile::tempdir().unwrap();
    let door = door(folder.path(), "x").await;
    let cities = |letter: &str| (0..200).map(|n| city(&format!("{letter}{n}"))).collect();
    take(door.register(), Step::Commit(cities("a"))).await;
    take(door.register(), Step::Commit(cities("b"))).await;
    head(&door).await;
    let whole = fs::read(file(folder.path())).unwrap();
    take(door.register(), Step::Commit(vec![city("c")])).await;
    head(&door).await;
    assert!(fs::read(file(folder.path())).unwrap() == whole, "one more city is laid over it");
    take(door.register(), Step::Undo(1)).await;
    assert_eq!(head(&door).await.entities().len(), 201);
    assert!(fs::read(file(folder.path())).unwrap() != whole, "half of it was taken back");
}

async fn filled_again(folder: &Path) {
    head(&door(folder, "x").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_another_register_or_program_is_not_taken_for_ones_own() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    filled(one.path()).await;
    let elsewhere = door(other.path(), "x").await;
    take(elsewhere.register(), Step::Commit(vec![city("c")])).await;
    fs::copy(file(one.path()), file(other.path())).unwrap();
    assert_eq!(names(&elsewhere).await, ["c"]);
    let own = fs::read(file(one.path())).unwrap();
    assert_eq!(names(&door(one.path(), "y").await).await, ["a", "b"]);
    assert!(fs::read(file(one.path())).unwrap() != own, "it is the newer program's now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_take_down_takes_the_file_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let door = filled(folder.path()).await;
    assert!(file(folder.path()).exists());
    erase(door.register(), "a").await;
    assert!(!file(folder.path()).exists());
    assert_eq!(names(&door).await, ["b"]);
    let rebuilt = door.register().rebuild().await;
    assert!(rebuilt.is_ok() && !file(folder.path()).exists(), "what was made of other tables is made anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_where_nothing_is_to_change() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path()).await;
    fs::write(file(folder.path()), "a letter").unwrap();
    let register = Register::open(&Location::File(folder.path().join("register.db"))).await.unwrap();
    let untouched = SnapshotFile::new(file(folder.path()), "x".to_owned()).from(0).untouched();
    let door = SnapshotStore::new(register).kept_in(Some(untouched));
    assert_eq!(names(&door).await, ["a", "b"]);
    assert_eq!(fs::read_to_string(file(folder.path())).unwrap(), "a letter");
    take(door.register(), Step::Undo(0)).await;
    assert_eq!(names(&door).await, [""; 0]);
}
