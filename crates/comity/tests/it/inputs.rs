//! Files that are none, or too large, at every verb that reads one: refused at once, by name, in few words.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use comity_fixtures::needs_gazetteer;

use crate::{Ran, command, ran};

/// What nobody should wait for: each with the word that says what it is.
const SPECIAL: [(&str, &str); 4] = [
    ("pipe", "is a pipe"),
    ("zero", "is a device"),
    ("folder", "is a folder"),
    ("large", "has 3221225472 bytes"),
];

fn desk() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", at("zero")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    File::create(at("large")).unwrap().set_len(3 << 30).unwrap();
    fs::write(at("twins.csv"), "city1,country1,city2,country2\nBerat,Albania,Amasya,Turkey\n").unwrap();
    home
}

/// The program under four gigabytes of memory, ended after a minute.
fn bounded(folder: &Path, arguments: &[&str]) -> Ran {
    let comity = command(folder, arguments);
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -v 4000000; exec timeout 60 \"$@\"", "sh"]).arg(comity.get_program());
    shell.args(comity.get_args()).current_dir(folder);
    shell.envs(comity.get_envs().filter_map(|(name, value)| Some((name, value?))));
    ran(&mut shell)
}

#[track_caller]
fn check(folder: &Path, arguments: &[&str], says: &str) {
    let ran = bounded(folder, arguments);
    assert_eq!(ran.code, 2, "{arguments:?}: {}{}", ran.out, ran.err);
    assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
    assert!(ran.err.lines().all(|line| line.chars().count() <= 300), "{arguments:?}: {}", ran.err);
}

#[test]
fn special_and_large_files_are_refused_at_once() {
    let home = desk();
    for (file, says) in SPECIAL {
        let folder = home.path();
        let says = format!("{file} {says}");
        check(folder, &["import", "twins.csv", file], &says);
        check(folder, &["import", "twins.csv", "--profile", file], &says);
        check(folder, &["reconcile", file, "--name", "city", "--out", "out.csv"], &says);
        check(folder, &["graph", file], &says);
        check(folder, &["graph", file, "--format", "matrix"], &says);
        assert!(!folder.join("test.db").exists(), "{file}: nothing was begun");
    }
    for (file, says) in &SPECIAL[..3] {
        check(home.path(), &["gazetteer", "info", "--gazetteer", file], &format!("{file} {says}"));
    }
}

#[test]
fn the_folders_of_a_gazetteer_hold_files() {
    for (file, says) in &SPECIAL[..3] {
        let home = desk();
        let dump = home.path().join("dump");
        fs::create_dir(&dump).unwrap();
        fs::write(dump.join("countryInfo.txt"), "# none\n").unwrap();
        fs::rename(home.path().join(file), dump.join("NL.txt")).unwrap();
        check(home.path(), &["gazetteer", "build", "--geonames", "dump"], &format!("dump/NL.txt {says}"));
        check(
            home.path(),
            &["gazetteer", "build", "--geonames", "twins.csv"],
            "read twins.csv: Not a directory",
        );
    }
}

#[test]
fn documents_that_are_none_do_not_keep_others_from_being_read() {
    needs_gazetteer();
    let home = desk();
    let notes = home.path().join("folder");
    for (file, _) in SPECIAL.into_iter().filter(|(file, _)| *file != "folder") {
        fs::rename(home.path().join(file), notes.join(file).with_extension("txt")).unwrap();
    }
    fs::create_dir(notes.join("folder.txt")).unwrap();
    fs::write(notes.join("note.txt"), "Officials from Leipzig met.").unwrap();
    let ran = bounded(home.path(), &["read", "folder"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    for (file, says) in SPECIAL {
        assert!(ran.err.contains(&format!("folder/{file}.txt {says}")), "{file}: {}", ran.err);
    }
    assert!(ran.out.contains("\"Leipzig\""), "{}", ran.out);
    check(home.path(), &["read", "folder/pipe.txt"], "no document could be read");
}

#[test]
fn messages_do_not_repeat_a_long_file() {
    needs_gazetteer();
    let home = desk();
    let long = "x".repeat(3_000_000);
    for (file, text, says) in [
        ("header.csv", format!("{long},b\na,c\n"), "no profile fits header.csv, whose columns are: xxx"),
        ("header.csv", format!("city,sister\n\"{}", "x,".repeat(1_500_000)), " problem"),
        ("header.csv", format!("{}\n", "x,".repeat(1_500_000)), "header.csv, row 1: "),
    ] {
        fs::write(home.path().join(file), text).unwrap();
        let ran = bounded(home.path(), &["import", file]);
        assert!(ran.code > 0, "{}{}", ran.out, ran.err);
        let told = format!("{}{}", ran.out, ran.err);
        assert!(told.contains(says), "{told}");
        assert!(told.lines().all(|line| line.chars().count() <= 300), "{told}");
    }
    fs::write(home.path().join("links.csv"), format!("a,b\n{long}\nb,c\n")).unwrap();
    let ran = bounded(home.path(), &["graph", "links.csv"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("characters left out"), "{}", ran.err);
    assert!(ran.err.lines().all(|line| line.chars().count() <= 300), "{}", ran.err);
}
