//! The queue in the terminal: keys through a pipe, and what they leave behind.

use std::fs;
use std::path::Path;

use comity_fixtures::needs_gazetteer;

use crate::{comity, done, pressed};

/// Three rows that need a person: a Rochester in the United States, twice, and a place nobody knows.
const LIST: &str = "\
city1,country1,city2,country2
Hamamatsu,Japan,Rochester,United States
Rennes,France,Rochester,United States
Lyon,France,Xyzzyville,Germany
";

fn desk(folder: &Path) {
    needs_gazetteer();
    fs::write(folder.join("twins.csv"), LIST).unwrap();
    let imported = comity(folder, &["import", "twins.csv"]);
    assert!(imported.out.contains("3 to review"), "{}", imported.out);
}

/// The line that offers this place, such as `2  Rochester, Minnesota, US · …`.
fn number_of(told: &str, place: &str) -> String {
    let line = told.lines().find(|line| line.contains(place)).unwrap_or_else(|| panic!("no {place}: {told}"));
    line.trim_start().split(' ').next().unwrap().to_owned()
}

fn queue(folder: &Path, more: &[&str]) -> serde_json::Value {
    serde_json::from_str(&done(folder, &[&["review", "--json"], more].concat())).unwrap()
}

/// The id of the list, as the queue itself offers it.
fn list(folder: &Path) -> String {
    let queue = queue(folder, &[]);
    let sources = queue["facets"][0]["values"].as_array().unwrap();
    let twins = sources.iter().find(|source| source["title"].as_str().unwrap().contains("twins")).unwrap();
    twins["value"].as_str().unwrap().to_owned()
}

fn waiting(folder: &Path) -> u64 {
    let queue = queue(folder, &["--source", &list(folder)]);
    queue["waiting"].as_u64().unwrap() + queue["put_off"].as_u64().unwrap()
}

#[test]
fn keys_decide_and_z_takes_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    desk(folder);
    let list = list(folder);
    let of_list = ["review", "--source", &list];
    assert_eq!(waiting(folder), 3);
    let shown = pressed(folder, &of_list, "q\n");
    assert!(shown.contains("Hamamatsu (Japan) – Rochester (United States)"), "{shown}");
    let minnesota = number_of(&shown, "Rochester, Minnesota, US");

    // All that say the same, after they were shown; then back, then one by one.
    let told = pressed(folder, &of_list, &format!("a{minnesota}\ny\nz\nq\n"));
    assert!(told.contains("2 mentions of ") && told.contains("Rennes (France)"), "{told}");
    assert!(told.contains("→ taken back: 2 decisions"), "{told}");
    assert_eq!(waiting(folder), 3);
    pressed(folder, &of_list, &format!("{minnesota}\nq\n"));
    assert!(done(folder, &["ask", "between", "hamamatsu", "gn5043473"]).contains("Direct ties: 1"));

    // Not the first one: it is not offered again, whatever is imported.
    let told = pressed(folder, &of_list, "x\nq\n");
    let first = told.lines().find(|line| line.starts_with("  1  ")).unwrap();
    let id = first.split(" · ").find(|part| part.starts_with("gn")).unwrap();
    done(folder, &["import", "twins.csv"]);
    let shown = pressed(folder, &of_list, "q\n");
    assert!(shown.contains(&format!("a person said that it is not {id}")), "{shown}");
    assert!(!shown.lines().any(|line| line.starts_with("  1  ") && line.contains(id)), "{shown}");

    // Put off comes last; something new settles what no gazetteer knows.
    let told = pressed(folder, &of_list, "u\nn Xyzzyville\nq\n");
    assert!(told.contains("Xyzzyville (Germany)"), "{told}");
    assert_eq!(waiting(folder), 1);
    let new = done(folder, &["ask", "profile", "xyzzyville-de"]);
    assert!(new.contains("Lyon"), "{new}");
    assert!(done(folder, &["log"]).contains("decision"), "{}", done(folder, &["log"]));
    assert!(done(folder, &["verify"]).starts_with("sound: "));
}

#[test]
fn a_search_finds_what_was_not_proposed() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    desk(folder);
    let told = pressed(folder, &["review", "--source", &list(folder)], "j\nj\ns leipzig\n1\nq\n");
    assert!(told.contains("1  Leipzig, Saxony, DE") || told.contains("Leipzig"), "{told}");
    assert_eq!(waiting(folder), 2);
    assert!(done(folder, &["ask", "between", "lyon", "leipzig"]).contains("Direct ties: 1"));
}
