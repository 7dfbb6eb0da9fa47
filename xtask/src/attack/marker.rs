//! A name that came in, was taken back and was taken down: nothing that anybody can read, ask for or put back says it.

mod pages;

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::options::Options;
use super::target::{House, Target};
use super::{Outcome, http};

/// In the name, in its folded form and in the id that is made of it, and nowhere else.
pub(super) const MARKER: &str = "markerov";

/// Who is tied to Lyon, on the word of a letter.
const LIST: &str = r#"{"record":"source","id":"letter","kind":"press","title":"A letter by Zyxo Markerova"}
{"record":"entity","id":"c40","kind":"network","name":"C40"}
{"record":"entity","id":"lyon","kind":"polity","name":"Lyon","levels":["city"]}
{"record":"entity","id":"zyxo-markerova","kind":"person","name":"Zyxo Markerova"}
{"record":"claim","source":"letter","locator":"p. 1","shape":{"link":{"subject":{"text":"Lyon","id":"lyon"},"kind":"member","object":{"text":"C40","id":"c40"}}},"valid":"2001/2020"}
{"record":"claim","source":"letter","locator":"p. 2","shape":{"link":{"subject":{"text":"Zyxo Markerova","id":"zyxo-markerova"},"kind":"member","object":{"text":"C40","id":"c40"}}},"valid":"2003/..","words":"Markerova joined in 2003."}
"#;

const REGISTER: &str = "a.db";

/// The first batch is the atlas; the list is imported, undone, imported again, and taken down.
const BATCHES: u64 = 5;

const PATIENCE: Duration = Duration::from_mins(1);

pub(super) fn attack(target: &Target, _: &Options) -> Result<Outcome> {
    let (house, away) = (target.house("marker")?, target.house("marker-away")?);
    imported(&house)?;
    let server = house.serve(REGISTER)?;
    let before = pages::of(&server.address, BATCHES - 1)?;
    ensure!(before.saying.len() > 20, "only {} pages said the name while it was there", before.saying.len());
    let copy = away.folder.join("before.backup").display().to_string();
    house.done(REGISTER, &["backup", &copy])?;
    let exported = exports(&house)?;
    ensure!(!saying(&house.folder)?.is_empty() && exported > 0, "no file said the name while it was there");
    clear(&house, "export-")?;

    let plan = house.done(REGISTER, &["erase", "zyxo-markerova"])?;
    ensure!(plan.contains("the word Markerova alone stays in"), "a word of the name is not told: {plan}");
    house
        .done(REGISTER, &["erase", "zyxo-markerova", "--also", "Markerova", "--why", "asked for", "--yes"])?;
    let mut faults = Vec::new();
    looked_at(&mut faults, "the folder beside a running server", saying(&house.folder)?);
    let gone =
        http::get(&server.address, "/api/v1/entities/zyxo-markerova", PATIENCE)?.context("no answer")?;
    if gone.status != 410 {
        faults.push(format!("the entity taken down answers {}", gone.status));
    }
    let after = pages::of(&server.address, BATCHES)?;
    looked_at(&mut faults, "a page of the server that ran all the while", after.saying);
    drop(server);
    let server = house.serve(REGISTER)?;
    let again = pages::of(&server.address, BATCHES)?;
    looked_at(&mut faults, "a page of a server started since", again.saying);
    drop(server);
    let exported = exported + exports(&house)?;
    looked_at(&mut faults, "an export", saying(&house.folder)?);
    clear(&house, "export-")?;
    copies(&house, &copy, &mut faults)?;

    for fault in faults.iter().take(40) {
        eprintln!("marker: {fault}");
    }
    let figure = format!(
        "{} of {} pages and answers said the name while it was there; after it was taken down {} places did, of {} pages and answers, {exported} exports, the register's folder, a backup made since and one of before that was restored twice",
        before.saying.len(),
        before.seen,
        faults.len(),
        after.seen + again.seen,
    );
    Ok(Outcome { command: "cargo xtask attack marker".to_owned(), held: faults.is_empty(), figure })
}

fn imported(house: &House<'_>) -> Result<()> {
    let list = house.write("markerova.jsonl", LIST)?;
    house.done(REGISTER, &["import", "markerova.jsonl"])?;
    house.done(REGISTER, &["undo", "2", "--why", "Zyxo Markerova asked"])?;
    house.done(REGISTER, &["import", "markerova.jsonl"])?;
    Ok(fs::remove_file(list)?)
}

/// A backup made since, and one from before that is put back here and elsewhere.
fn copies(house: &House<'_>, before: &str, faults: &mut Vec<String>) -> Result<()> {
    house.done(REGISTER, &["backup", "after.backup"])?;
    let list = house.done(REGISTER, &["erase", "--list"])?;
    house.write("take-downs.json", &list)?;
    house.done("elsewhere.db", &["restore", before, "--take-downs", "take-downs.json"])?;
    house.done(REGISTER, &["restore", before, "--force"])?;
    looked_at(faults, "a copy", saying(&house.folder)?);
    for register in [REGISTER, "elsewhere.db"] {
        let server = house.serve(register)?;
        let found = pages::of(&server.address, BATCHES)?;
        looked_at(faults, &format!("a page of {register}, restored"), found.saying);
    }
    Ok(())
}

fn looked_at(faults: &mut Vec<String>, what: &str, saying: Vec<String>) {
    faults.extend(saying.into_iter().map(|place| format!("{what} says the name: {place}")));
}

/// Every format at every moment; how many there were.
fn exports(house: &House<'_>) -> Result<usize> {
    let mut written = 0;
    for format in ["records", "tables", "csv", "geojson", "graphml", "gexf", "panel"] {
        for known in std::iter::once(None).chain((1..=BATCHES).map(Some)) {
            let to = format!("export-{format}-{}", known.unwrap_or_default());
            let mut words = vec!["export".to_owned(), "--format".to_owned(), format.to_owned()];
            words.extend(["--out".to_owned(), to]);
            words.extend(known.iter().flat_map(|batch| ["--known".to_owned(), format!("batch:{batch}")]));
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            written += usize::from(house.run(REGISTER, &words)?.status.success());
        }
    }
    Ok(written)
}

fn clear(house: &House<'_>, start: &str) -> Result<()> {
    for file in fs::read_dir(&house.folder)? {
        let path = file?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start)) {
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
    }
    Ok(())
}

/// The files below a folder that have the name in them, or in theirs.
fn saying(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            found.extend(saying(&path)?);
        } else if says(&fs::read(&path)?) || says(path.to_string_lossy().as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    Ok(found)
}

/// Whether bytes say the name, in capitals or not.
fn says(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(&bytes.to_ascii_lowercase()).contains(MARKER)
}
