//! Somebody is imported, taken back and taken down: no file of the folder says the name afterwards.

use std::fs;
use std::path::Path;

use crate::{comity, done};

/// A claim whose end is a person, in the open record format, and one that stays.
const LIST: &str = r#"{"record":"source","id":"letter","kind":"press","title":"A letter by Zyxo Markerová"}
{"record":"entity","id":"c40","kind":"network","name":"C40"}
{"record":"entity","id":"lyon","kind":"polity","name":"Lyon","levels":["city"]}
{"record":"entity","id":"zyxo-markerova","kind":"person","name":"Zyxo Markerová"}
{"record":"claim","source":"letter","locator":"p. 1","shape":{"link":{"subject":{"text":"Lyon","id":"lyon"},"kind":"member","object":{"text":"C40","id":"c40"}}}}
{"record":"claim","source":"letter","locator":"p. 2","shape":{"link":{"subject":{"text":"Zyxo Markerová","id":"zyxo-markerova"},"kind":"member","object":{"text":"C40","id":"c40"}}}}
"#;

fn assert_files_clean(folder: &Path) {
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let text = String::from_utf8_lossy(&fs::read(&file).unwrap()).to_lowercase();
        assert!(!text.contains("zyxo") && !text.contains("markerov"), "{} says the name", file.display());
    }
}

#[test]
fn nothing_in_the_folder_says_the_name() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    fs::write(folder.join("zyxo markerova.jsonl"), LIST).unwrap();
    done(folder, &["import", "zyxo markerova.jsonl"]);
    done(folder, &["undo", "2", "--why", "Zyxo Markerová asked"]);
    done(folder, &["import", "zyxo markerova.jsonl"]);
    fs::remove_file(folder.join("zyxo markerova.jsonl")).unwrap();

    let away = tempfile::tempdir().unwrap();
    let [before, after] = ["before", "after"].map(|name| away.path().join(name).display().to_string());
    done(folder, &["backup", &before]);

    let plan = done(folder, &["erase", "Zyxo Markerova"]);
    assert!(plan.contains("would be erased") && plan.contains("nothing was changed"), "{plan}");
    let refused = comity(folder, &["erase", "zyxo-markerova", "--why", "zyxo markerova asked", "--yes"]);
    assert_eq!(refused.code, 2, "the reason says the name: {}", refused.out);
    let done_by = done(folder, &["erase", "zyxo-markerova", "--why", "asked for", "--yes"]);
    assert!(done_by.contains("taken down by batch 5"), "{done_by}");
    assert_files_clean(folder);

    let verified = done(folder, &["verify"]);
    assert!(verified.starts_with("sound: ") && verified.contains("1 take-down of "), "{verified}");
    let log = done(folder, &["log", "--entries", "--limit", "10000"]);
    let batches = done(folder, &["log"]);
    for text in [&log, &batches, &done(folder, &["erase", "--list"]), &done(folder, &["ask", "coverage"])] {
        assert!(!text.to_lowercase().contains("markerov"), "{text}");
    }
    for known in ["batch:2", "batch:3", "batch:4", "batch:5"] {
        done(
            folder,
            &[
                "export",
                "--format",
                "records",
                "--known",
                known,
                "--out",
                &format!("{}.jsonl", known.replace(':', "-")),
            ],
        );
        let gone = comity(folder, &["ask", "profile", "zyxo-markerova", "--known", known]);
        assert_eq!(gone.code, 2, "{}", gone.out);
    }
    assert_files_clean(folder);
    assert!(done(folder, &["ask", "profile", "lyon"]).contains("C40"), "what else the letter says stays");
    copies(folder, away.path(), &before, &after);
}

/// A single word of the name may be anybody's: it is shown, and goes when it is asked for.
#[test]
fn a_word_of_the_name_that_stands_alone_is_told() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    fs::write(folder.join("markerova.jsonl"), LIST).unwrap();
    done(folder, &["import", "markerova.jsonl"]);
    fs::remove_file(folder.join("markerova.jsonl")).unwrap();
    let plan = done(folder, &["erase", "zyxo-markerova"]);
    let told = "the word Markerová alone stays in 1 entry: “markerova.jsonl” (--also Markerová)";
    assert!(plan.contains(told), "{plan}");
    let erased = comity(folder, &["erase", "zyxo-markerova", "--why", "asked for", "--yes"]);
    assert!(erased.code == 0 && erased.err.contains(told), "{} {}", erased.out, erased.err);
    done(folder, &["erase", "Markerová", "--also", "Markerová", "--why", "asked for", "--yes"]);
    assert_files_clean(folder);
}

/// A backup made afterwards is clean; one made before is, once it is put back: in the place of the register that knows
/// of the take-down, or elsewhere with the list of them.
fn copies(folder: &Path, away: &Path, before: &str, after: &str) {
    let list = away.join("take-downs.json").display().to_string();
    fs::write(&list, done(folder, &["erase", "--list"])).unwrap();
    let restored = done(folder, &["restore", before, "--force"]);
    assert!(restored.contains("taken down since, and now here too"), "{restored}");
    assert_files_clean(folder);
    assert!(done(folder, &["verify"]).starts_with("sound: "));
    let elsewhere = tempfile::tempdir().unwrap();
    let restored = done(elsewhere.path(), &["restore", before, "--take-downs", &list]);
    assert!(restored.contains("of 1 take-downs"), "{restored}");
    assert_files_clean(elsewhere.path());
    assert!(done(elsewhere.path(), &["ask", "profile", "lyon"]).contains("C40"));

    done(folder, &["backup", after]);
    fs::remove_file(before).unwrap();
    assert_files_clean(away);
}
