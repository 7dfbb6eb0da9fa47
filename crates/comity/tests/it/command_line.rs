//! Help, wrong words and exit codes.

use crate::{comity, done, filled};

#[test]
fn every_verb_explains_itself() {
    let folder = tempfile::tempdir().unwrap();
    let help = done(folder.path(), &["--help"]);
    let verbs = [
        "serve",
        "import",
        "reconcile",
        "read",
        "review",
        "ask",
        "graph",
        "export",
        "log",
        "undo",
        "erase",
        "verify",
        "rebuild",
        "upgrade",
        "backup",
        "restore",
        "gazetteer",
    ];
    for verb in verbs {
        assert!(help.contains(&format!("\n  {verb} ")), "{verb} is not in the help");
        assert!(done(folder.path(), &[verb, "--help"]).contains("Usage: comity "), "{verb}");
    }
}

#[test]
fn the_version_names_every_format() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(done(folder.path(), &["--version"]), "comity 0.1.0\n");
    let all = done(folder.path(), &["--version", "--verbose"]);
    assert_eq!(all, "comity 0.1.0\nledger format 2\nrecord format 3\nAPI v1\n");
    assert_eq!(comity(folder.path(), &["--json"]).code, 2, "a verb is missing");
}

#[test]
fn a_wrong_word_says_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let ran = comity(folder.path(), &["ask", "weather"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no question `weather`; there are: with, profile"), "{}", ran.err);
    filled(folder.path());
    let ran = comity(folder.path(), &["ask", "profile", "atlantis"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("atlantis"), "{}", ran.err);
}

#[test]
fn questions_are_listed_with_examples() {
    let folder = tempfile::tempdir().unwrap();
    let list = done(folder.path(), &["ask", "--list"]);
    assert!(list.contains("comity ask with rochester-new-york japan"), "{list}");
}
