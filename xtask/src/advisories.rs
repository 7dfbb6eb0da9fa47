//! Known flaws of what we depend on, as far as the databases of them can be reached from here.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::command::must;
use crate::deny;

/// Asks both databases. Returns what had to be skipped because one cannot be reached from here.
pub(crate) fn check(root: &Path) -> Result<Vec<String>> {
    let skipped = [crates(root)?, scripts(root)?];
    Ok(skipped.into_iter().flatten().collect())
}

fn crates(root: &Path) -> Result<Option<String>> {
    let program = deny::installed(root)?;
    let fetched = run(Command::new(&program).current_dir(root).args(["fetch", "db"]))?;
    if !fetched.status.success() {
        return Ok(Some(skipped("cargo deny check advisories", last_line(&fetched.stderr))));
    }
    must(Command::new(&program).current_dir(root).args(["check", "--disable-fetch", "advisories"]))?;
    Ok(None)
}

fn scripts(root: &Path) -> Result<Option<String>> {
    let mut audit = Command::new("npm");
    audit.current_dir(root.join("web")).args(["audit", "--package-lock-only", "--json"]);
    let answer = run(&mut audit)?;
    match read(&String::from_utf8_lossy(&answer.stdout)) {
        Audit::Unreachable(why) => Ok(Some(skipped("npm audit", &why))),
        Audit::Sound => Ok(None),
        Audit::Flawed(flaws) => bail!("npm audit: {flaws}; see `npm audit` in web/"),
    }
}

/// What `npm audit --json` says.
#[derive(Debug, PartialEq, Eq)]
enum Audit {
    Sound,
    Flawed(String),
    Unreachable(String),
}

fn read(answer: &str) -> Audit {
    let answer: Value = serde_json::from_str(answer).unwrap_or_default();
    let Some(counts) = answer["metadata"]["vulnerabilities"].as_object() else {
        let said = answer["message"].as_str().unwrap_or("no answer that could be read");
        return Audit::Unreachable(said.to_owned());
    };
    let some = counts.iter().filter(|(severity, count)| *severity != "total" && count.as_u64() != Some(0));
    let flaws: Vec<String> = some.map(|(severity, count)| format!("{count} {severity}")).collect();
    if flaws.is_empty() { Audit::Sound } else { Audit::Flawed(flaws.join(", ")) }
}

fn run(command: &mut Command) -> Result<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.output().with_context(|| format!("start {name} (is it installed?)"))
}

fn skipped(what: &str, why: &str) -> String {
    format!("{what}: its database cannot be reached from here: {why}")
}

fn last_line(said: &[u8]) -> &str {
    let said = std::str::from_utf8(said).unwrap_or_default();
    said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it does not say why")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audit_is_read() {
        let unreachable = r#"{"message":"405 Method Not Allowed","statusCode":405}"#;
        assert_eq!(read(unreachable), Audit::Unreachable("405 Method Not Allowed".to_owned()));
        assert_eq!(read(""), Audit::Unreachable("no answer that could be read".to_owned()));
        let sound = r#"{"auditReportVersion":2,"metadata":{"vulnerabilities":{"high":0,"total":0}}}"#;
        assert_eq!(read(sound), Audit::Sound);
        let flawed = r#"{"metadata":{"vulnerabilities":{"high":2,"low":0,"moderate":1,"total":3}}}"#;
        assert_eq!(read(flawed), Audit::Flawed("2 high, 1 moderate".to_owned()));
    }
}
