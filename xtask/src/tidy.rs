//! `cargo xtask tidy`: the invariants of ARCHITECTURE.md, checked on the files themselves.

mod arrows;
mod atlas;
mod circles;
mod names;
mod rust;
mod sources;
mod storeys;
mod words;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::command::output;

/// A file that breaks a rule of the house, and which.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) rule: String,
}

pub(crate) fn tidy(root: &Path) -> Result<ExitCode> {
    let files: Vec<(String, String)> = files(root)?
        .into_iter()
        .filter_map(|path| {
            Some((path.to_string_lossy().into_owned(), std::fs::read_to_string(root.join(path)).ok()?))
        })
        .collect();
    let mut findings: Vec<Finding> = files.iter().flat_map(|(path, text)| check(path, text)).collect();
    findings.extend(arrows::check_all(&files));
    findings.extend(atlas::check_all(&files));
    let mut named: Vec<Finding> = files.iter().flat_map(|(path, text)| names::check(path, text)).collect();
    named.extend(names::check_all(&files));
    named.extend(circles::check_all(&files));
    findings.extend(names::without_unfinished(named));
    findings.sort();
    for finding in &findings {
        eprintln!("{}:{}: {}", finding.path, finding.line, finding.rule);
    }
    eprintln!("tidy: {} files read, {} findings", files.len(), findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Everything one file can be told.
fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = words::check(path, text);
    if Path::new(path).extension().is_some_and(|extension| extension == "rs") {
        findings.extend(sources::check(path, text));
        findings.extend(storeys::check(path, text));
    }
    findings
}

/// What git tracks or would track.
fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut list = Command::new("git");
    list.current_dir(root).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    Ok(output(&mut list)?.lines().map(PathBuf::from).collect())
}
