//! A register that an older version wrote: refused, renewed, and asked what it was asked before.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{comity, done, filled};

/// See the note beside it.
const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/upgrade");
const KEYS: [&str; 5] = ["id", "claim", "entity", "certainty", "standing"];

#[test]
fn an_older_register_is_renewed_and_answers_as_it_did() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let old = fs::read(Path::new(CASE).join("register.db")).unwrap();
    fs::write(folder.join("test.db"), &old).unwrap();
    let verbs =
        [&["log"][..], &["verify"], &["undo", "3"], &["ask", "coverage"], &["rebuild"], &["erase", "lyon"]];
    for verb in verbs {
        let refused = comity(folder, verb);
        assert_eq!(refused.code, 2, "{verb:?}: {}", refused.out);
        assert!(refused.err.contains("`comity upgrade` keeps it as it is and renews it"), "{}", refused.err);
    }
    let plan = done(folder, &["upgrade"]);
    assert!(
        plan.contains("format 1, 164 entries by 3 authors, 1 erased") && plan.contains("--yes"),
        "{plan}"
    );
    assert_eq!(fs::read(folder.join("test.db")).unwrap(), old, "nothing was changed so far");

    let renewed = done(folder, &["upgrade", "--yes"]);
    assert!(renewed.contains("test.db.format-1"), "{renewed}");
    assert!(done(folder, &["verify"]).starts_with("sound: "));
    assert!(done(folder, &["upgrade"]).contains("nothing to do"));
    let answers = fs::read_to_string(Path::new(CASE).join("answers.txt")).unwrap();
    for asked in answers.split("# ").filter(|part| !part.is_empty()) {
        let (question, lines) = asked.split_once('\n').unwrap();
        assert_eq!(answered(folder, question), lines, "{question}");
    }
}

/// The atlas of today is the one that a fresh register has.
#[test]
fn a_register_that_has_todays_atlas_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    assert_eq!(comity(folder, &["upgrade", "--atlas"]).code, 2, "no register is there");
    filled(folder);
    let before = fs::read(folder.join("test.db")).unwrap();
    assert!(done(folder, &["upgrade", "--atlas"]).contains("there is nothing to do"));
    assert_eq!(fs::read(folder.join("test.db")).unwrap(), before, "looking changes nothing");
    assert!(done(folder, &["upgrade", "--atlas", "--yes"]).contains("there is nothing to do"));
    done(folder, &["undo", "1"]);
    assert!(done(folder, &["upgrade", "--atlas"]).contains("nothing was changed: --yes does it"));
    let renewed = done(folder, &["upgrade", "--atlas", "--yes"]);
    assert!(renewed.contains("`comity undo 3` takes it back"), "{renewed}");
    assert!(done(folder, &["upgrade", "--atlas", "--yes"]).contains("there is nothing to do"));
    assert!(done(folder, &["verify"]).starts_with("sound: "));
}

/// The values of an answer that every version has to give.
fn answered(folder: &Path, question: &str) -> String {
    let arguments: Vec<&str> = ["ask"].into_iter().chain(question.split(' ')).chain(["--json"]).collect();
    let ran = comity(folder, &arguments);
    if ran.code != 0 {
        return "!\n".to_owned();
    }
    let mut facts = BTreeSet::new();
    gather(&serde_json::from_str(&ran.out).unwrap(), &mut facts);
    facts.into_iter().map(|fact| fact + "\n").collect()
}

fn gather(value: &Value, facts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if KEYS.contains(&key.as_str()) => {
                        facts.insert(format!("{key} {text}"));
                    }
                    value => gather(value, facts),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, facts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
