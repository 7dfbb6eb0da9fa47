//! Where sources and templates of the house say messages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::Use;

/// In all crates but the tests of this one, whose ids are made up.
pub(crate) fn uses() -> Vec<Use> {
    let files = files(&["src", "templates"], &["rs", "html"]);
    files.iter().flat_map(|(path, text)| read(path, text)).collect()
}

/// The files with one of these endings in such folders of all crates, with their texts.
pub(crate) fn files(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate is in a folder");
    let mut files = Vec::new();
    for member in std::fs::read_dir(crates).unwrap() {
        for folder in folders {
            walk(&member.as_ref().unwrap().path().join(folder), endings, &mut files);
        }
    }
    files.sort();
    let text = |path: &PathBuf| (path.display().to_string(), std::fs::read_to_string(path).unwrap());
    files.iter().map(text).collect()
}

fn walk(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            walk(&path, endings, files);
        } else if path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending)) {
            files.push(path);
        }
    }
}

/// Each `say!("id", name = value)` and `message!("id")`; comments and what only begins so are none.
pub(crate) fn read(path: &str, text: &str) -> Vec<Use> {
    let code: String =
        text.lines().map(|line| if is_comment(line) { "" } else { line }.to_owned() + "\n").collect();
    let starts = ["say!(", "message!("].into_iter().flat_map(|call| code.match_indices(call));
    starts
        .filter_map(|(at, call)| {
            let (before, rest) = code.split_at(at);
            let (id, rest) = rest.strip_prefix(call)?.trim_start().strip_prefix('"')?.split_once('"')?;
            let line = 1 + before.matches('\n').count();
            Some(Use { place: format!("{path}:{line}"), id: id.to_owned(), arguments: names(rest) })
        })
        .collect()
}

pub(crate) fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// What stands before each `=` between the commas of the call itself, up to its closing bracket.
fn names(rest: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let mut in_string = false;
    let mut part = String::new();
    let mut names = BTreeSet::new();
    for letter in rest.chars() {
        match letter {
            '"' => in_string = !in_string,
            '(' | '[' | '{' if !in_string => depth += 1,
            ')' | ']' | '}' if !in_string && depth > 0 => depth -= 1,
            ')' if !in_string => break,
            ',' if !in_string && depth == 0 => names.extend(name(&std::mem::take(&mut part))),
            _ => {}
        }
        if letter != ',' || depth > 0 || in_string {
            part.push(letter);
        }
    }
    names.extend(name(&part));
    names
}

fn name(part: &str) -> Option<String> {
    part.split_once('=').map(|(name, _)| name.trim().to_owned())
}
