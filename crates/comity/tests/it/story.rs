//! One register from its first import to its export, told in commands.

use std::fs;
use std::path::Path;

use comity_fixtures::needs_gazetteer;

use crate::{comity, done, filled};

const LIST: &str = "\
city1,country1,city2,country2
Berat,Albania,Amasya,Turkey
Hamamatsu,Japan,Rochester,United States
Lyon,France,Lyon,France
,France,Leipzig,Germany
";

#[test]
fn a_list_comes_in_is_asked_about_and_goes_out_again() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    fs::write(folder.join("twins.csv"), LIST).unwrap();

    let imported = comity(folder, &["import", "twins.csv"]);
    assert_eq!(imported.code, 1, "two rows are no pairs: {}", imported.err);
    assert!(imported.out.contains("4 rows = 1 accepted + 1 to review + 2 with problems"), "{}", imported.out);
    assert!(imported.out.contains("twins.csv, row 5"), "{}", imported.out);

    let again = comity(folder, &["import", "twins.csv"]);
    assert!(again.out.contains("nothing new"), "{}", again.out);

    assert!(done(folder, &["ask", "between", "gn3186084", "gn752015"]).contains("sister city"));
    let sheet = done(folder, &["ask", "with", "hamamatsu", "united-states"]);
    assert!(sheet.contains("Unconfirmed matches"), "{sheet}");
    assert!(done(folder, &["verify"]).starts_with("sound: "));

    done(folder, &["export", "--format", "records", "--out", "all.jsonl"]);
    done(folder, &["export", "--format", "csv", "--out", "links.csv"]);
    let links = fs::read_to_string(folder.join("links.csv")).unwrap();
    let head = done(folder, &["log"]).lines().rev().nth(1).unwrap().rsplit(' ').next().unwrap().to_owned();
    assert!(links.lines().nth(1).unwrap().ends_with(&head), "every row carries the whole head");
    let header = fs::read_to_string(folder.join("all.jsonl")).unwrap().lines().next().unwrap().to_owned();
    assert!(header.starts_with(r#"{"record":"format","version":3,"#) && header.contains(&head), "{header}");
    assert_eq!(links_of_a_copy(&folder.join("all.jsonl")), without_release(&links));
    assert_eq!(links.matches(",row 2,").count(), 2, "one claim, a link for each party");

    let before = comity(folder, &["ask", "between", "gn3186084", "gn752015", "--known", "batch:2^"]);
    assert_eq!(before.code, 2, "nobody knew of Berat before the second batch: {}", before.out);
    done(folder, &["undo", "2", "--why", "a test"]);
    assert_eq!(comity(folder, &["ask", "between", "gn3186084", "gn752015"]).code, 2);
    assert!(done(folder, &["log"]).contains("(undone by batch 3)"));
    assert!(done(folder, &["rebuild"]).contains("as before"));
}

/// The links of a second register that takes in what the first gave out.
fn links_of_a_copy(records: &Path) -> String {
    let home = tempfile::tempdir().unwrap();
    done(home.path(), &["import", &records.to_string_lossy()]);
    done(home.path(), &["export", "--format", "csv", "--out", "links.csv"]);
    without_release(&fs::read_to_string(home.path().join("links.csv")).unwrap())
}

/// The last column is the register's own.
fn without_release(links: &str) -> String {
    links.lines().filter_map(|line| Some(line.rsplit_once(',')?.0.to_owned() + "\n")).collect()
}

#[test]
fn tables_come_back_whole() {
    needs_gazetteer();
    let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(home.path().join("twins.csv"), LIST).unwrap();
    comity(home.path(), &["import", "twins.csv"]);
    done(home.path(), &["export", "--format", "tables", "--out", "tables"]);
    done(home.path(), &["export", "--format", "records", "--out", "all.jsonl"]);
    let imported = done(other.path(), &["import", &home.path().join("tables").to_string_lossy()]);
    assert!(imported.contains("tables: read as tables of the open record format"), "{imported}");
    done(other.path(), &["export", "--format", "records", "--out", "all.jsonl"]);
    assert_eq!(content(other.path()), content(home.path()));
}

#[test]
fn an_unknown_table_is_proposed_and_its_profile_is_taken() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    fs::write(folder.join("list.csv"), "Wer,wo,mit wem,dort\nLyon,France,Leipzig,Germany\n").unwrap();
    fs::write(folder.join("one.csv"), "Wo,Land x,Beginn\nLeipzig,Germany,1990\nTurin,Italy,1991\n").unwrap();
    let ran = comity(folder, &["import", "list.csv", "--dry-run", "--save-profile", "list.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("row 2: Lyon (France) – Leipzig (Germany)"), "{}", ran.err);
    assert!(ran.out.contains("column mit wem: name of the partner"), "{}", ran.out);
    let again = done(folder, &["import", "list.csv", "--profile", "list.toml"]);
    assert!(again.contains("1 rows = 1 accepted"), "{again}");
    let refused = comity(folder, &["import", "one.csv"]);
    assert!(refused.code == 2 && refused.err.contains("whose partners"), "{}: {}", refused.code, refused.err);
    done(folder, &["import", "one.csv", "--host", "Lyon, France"]);
}

/// The digest of what the exported records say.
fn content(folder: &Path) -> String {
    let records = fs::read_to_string(folder.join("all.jsonl")).unwrap();
    let header: serde_json::Value = serde_json::from_str(records.lines().next().unwrap()).unwrap();
    header["content"].as_str().unwrap().to_owned()
}

#[test]
fn the_note_is_read() {
    needs_gazetteer();
    let home = tempfile::tempdir().unwrap();
    filled(home.path());
    fs::write(home.path().join("a.txt"), "Officials from Leipzig met in 圣保罗.").unwrap();
    let line: serde_json::Value = serde_json::from_str(&done(home.path(), &["read", "a.txt"])).unwrap();
    let named: Vec<&str> = line["mentions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["candidates"][0]["name"].as_str().unwrap())
        .collect();
    assert_eq!(named, ["Leipzig", "São Paulo"]);
    assert_eq!(line["mentions"][1]["start"], 30);
}
