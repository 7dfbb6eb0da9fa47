//! Registers that are not there, not ours, only to be read, or made by several at once.

use std::fs;
use std::time::{Duration, Instant};

use comity_fixtures::needs_gazetteer;

use crate::{comity, command, command_for, done, filled, ran};

#[test]
fn only_serve_and_import_make_a_register() {
    let home = tempfile::tempdir().unwrap();
    let verbs: [&[&str]; 7] = [
        &["ask", "conflicts"],
        &["export", "--format", "csv", "--out", "links.csv"],
        &["log"],
        &["verify"],
        &["rebuild"],
        &["undo", "1"],
        &["review", "--json"],
    ];
    for verb in verbs {
        let ran = comity(home.path(), verb);
        assert_eq!(ran.code, 2, "{verb:?}: {}{}", ran.out, ran.err);
        let told = "comity: test.db: no register there; `comity serve` or `comity import` makes one\n";
        assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", told), "{verb:?}");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "{verb:?} made something");
    }
}

/// A document is read with what is on file, be that nothing.
#[test]
fn reading_a_document_needs_no_register_and_makes_none() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("a.txt"), "The mayor of Rotterdam met her colleague.").unwrap();
    let told = done(home.path(), &["read", "a.txt"]);
    assert!(told.contains("Rotterdam"), "{told}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "read made something");
}

#[test]
fn a_rehearsal_needs_no_register_and_makes_none() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("twins.csv"), "city1,country1,city2,country2\nBerat,Albania,Amasya,Turkey\n")
        .unwrap();
    let told = done(home.path(), &["import", "--dry-run", "twins.csv"]);
    assert!(told.contains("1 rows = 1 accepted") && told.contains("nothing was recorded"), "{told}");
    assert!(!home.path().join("test.db").exists());
}

#[test]
fn reading_only_refuses_to_write_and_leaves_nothing_behind() {
    let home = tempfile::tempdir().unwrap();
    filled(home.path());
    let before = fs::read(home.path().join("test.db")).unwrap();
    assert!(done(home.path(), &["--read-only", "verify"]).starts_with("sound: "));
    let ran = comity(home.path(), &["undo", "1", "--read-only"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (2, "comity: test.db: this writes, and --read-only was given\n")
    );
    assert_eq!(fs::read(home.path().join("test.db")).unwrap(), before);
    assert!(!home.path().join("test.db-wal").exists());
}

#[test]
fn of_three_imports_on_an_empty_machine_none_fails() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("twins.csv"), "city1,country1,city2,country2\nBerat,Albania,Amasya,Turkey\n")
        .unwrap();
    let started: Vec<_> =
        (0..3).map(|_| command(home.path(), &["import", "twins.csv"]).spawn().unwrap()).collect();
    for mut import in started {
        assert!(import.wait().unwrap().success());
    }
    let log: serde_json::Value = serde_json::from_str(&done(home.path(), &["log", "--json"])).unwrap();
    let titles: Vec<&str> =
        log.as_array().unwrap().iter().map(|batch| batch["title"].as_str().unwrap()).collect();
    assert!(titles.len() == 2 && titles[0] == "twins.csv", "the atlas and the list, each once: {titles:?}");
    assert!(done(home.path(), &["verify"]).starts_with("sound: "));
}

#[test]
fn a_password_is_never_shown() {
    let home = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let address = "postgres://ana:secret@127.0.0.1:1/comity?password=secret";
    let ran = ran(&mut command_for(home.path(), address, &["log"]));
    let told = "comity: postgres://127.0.0.1:1/comity does not answer: no connection within 5 seconds\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, told));
    assert!(began.elapsed() < Duration::from_secs(8));
}
