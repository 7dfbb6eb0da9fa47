//! `cargo xtask test`: every test, with the gazetteer, PostgreSQL, proxies and Chromium they need.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};

use crate::command::cargo;
use crate::{browser, gazetteer, islands, postgres, proxies};

/// What a run came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
}

pub(crate) fn test(root: &Path) -> Result<ExitCode> {
    islands::built(root)?;
    let skip_log = root.join("target/skipped-tests.txt");
    std::fs::create_dir_all(root.join("target"))?;
    std::fs::write(&skip_log, "")?;
    let gazetteer =
        gazetteer::compiled(root, "dev").context("the gazetteer, without which nothing is tested")?;
    let server = wanted("PostgreSQL", postgres::Server::start());
    wanted("nginx or Caddy", proxies::installed());
    let chromium = wanted("Chromium", browser::installed());

    let arguments = ["--workspace", "--locked", "--no-fail-fast", "--quiet"];
    let mut tests = cargo(root, "test", &arguments);
    tests.env("COMITY_SKIP_LOG", &skip_log);
    tests.env("COMITY_GAZETTEER", &gazetteer);
    tests.envs(server.as_ref().map(|server| ("COMITY_TEST_POSTGRES", server.url())));
    let mut tally = watched(&mut tests, cargo_line)?;

    if let Some(chromium) = chromium {
        let mut pages = Command::new("node");
        pages.current_dir(root.join("web")).args(["--test", "--test-reporter=tap", "e2e/"]);
        pages.env("COMITY_GAZETTEER", &gazetteer).env("COMITY_CHROMIUM", chromium);
        pages.env("COMITY_BINARY", gazetteer::binary(root, "dev")?).env("COMITY_SKIP_LOG", &skip_log);
        let seen = watched(&mut pages, tap_line)?;
        tally = Tally { passed: tally.passed + seen.passed, failed: tally.failed + seen.failed };
    } else {
        note_skipped(&skip_log, BROWSER)?;
    }
    close(tally, &skip_log)
}

/// Tests that may be skipped for want of a large file of others, which no clone has: each names its file. Whoever
/// writes another one raises this, and says why a small input in `cases` would not do.
const MOST_SKIPPED: usize = 15;
/// What else may be lacking, as its tests say it: programs that a machine need not have, and what a container may forbid.
const MAY_LACK: [&str; 5] = [
    "the PostgreSQL half of a register test",
    "behind ",
    "a register in a read-only folder",
    "the count of syncs",
    BROWSER,
];
const BROWSER: &str = "the pages in a browser";

fn close(tally: Tally, skip_log: &Path) -> Result<ExitCode> {
    let skipped = Skipped::of(&std::fs::read_to_string(skip_log)?);
    for (why, times) in &skipped.reasons {
        println!("skipped: {why}{}", if *times > 1 { format!(" ({times} times)") } else { String::new() });
    }
    println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, skipped.all());
    let too_many = skipped.too_many();
    if let Some(why) = &too_many {
        println!("{why}");
    }
    let is_well = tally.failed == 0 && tally.passed > 0 && too_many.is_none();
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was not tested: each reason, and how many tests it kept from running.
struct Skipped {
    reasons: BTreeMap<String, usize>,
}

impl Skipped {
    fn of(log: &str) -> Self {
        let mut reasons = BTreeMap::new();
        for line in log.lines() {
            *reasons.entry(line.to_owned()).or_default() += 1;
        }
        Self { reasons }
    }

    fn all(&self) -> usize {
        self.reasons.values().sum()
    }

    /// Why so much must not be skipped, if it is.
    fn too_many(&self) -> Option<String> {
        let may_lack = |why: &str| MAY_LACK.iter().any(|lack| why.starts_with(lack));
        let others = self.reasons.iter().filter(|(why, _)| !may_lack(why));
        // As `comity_fixtures::shared` says it.
        let (files, unknown): (Vec<_>, Vec<_>) = others.partition(|(why, _)| why.starts_with("needs data/"));
        if let Some((why, _)) = unknown.first() {
            return Some(format!("no test may be skipped for this: {why}"));
        }
        let tests: usize = files.iter().map(|(_, times)| **times).sum();
        let told = || format!("{tests} tests were skipped for want of files, more than {MOST_SKIPPED}");
        (tests > MOST_SKIPPED).then(told)
    }
}

/// What could be had; what could not is said loudly and its tests are skipped.
fn wanted<T>(what: &str, had: Result<T>) -> Option<T> {
    had.inspect_err(|error| eprintln!("tests that need {what} are skipped: {error:#}")).ok()
}

fn note_skipped(log: &Path, what: &str) -> Result<()> {
    let mut log = std::fs::OpenOptions::new().append(true).open(log)?;
    writeln!(log, "{what}").context("write the list of skipped tests")
}

/// Shows a test run as it goes and adds up its closing lines; a run that ends badly without
/// a failed test (it did not build) counts as one failure.
fn watched(run: &mut Command, read: fn(&str) -> Tally) -> Result<Tally> {
    let mut child = run.stdout(Stdio::piped()).spawn().context("start the tests")?;
    let lines = BufReader::new(child.stdout.take().context("the tests' output")?).lines();
    let mut tally = Tally::default();
    for line in lines {
        let line = line?;
        let counted = read(&line);
        tally.passed += counted.passed;
        tally.failed += counted.failed;
        println!("{line}");
    }
    if !child.wait()?.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn cargo_line(line: &str) -> Tally {
    if !line.starts_with("test result:") {
        return Tally::default();
    }
    Tally {
        passed: number_before(line, " passed").unwrap_or(0),
        failed: number_before(line, " failed").unwrap_or(0),
    }
}

fn number_before(line: &str, word: &str) -> Option<u64> {
    let (before, _) = line.split_once(word)?;
    before.rsplit(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty())?.parse().ok()
}

/// `# pass 5`, `# fail 0`
fn tap_line(line: &str) -> Tally {
    Tally { passed: number_after(line, "# pass "), failed: number_after(line, "# fail ") }
}

fn number_after(line: &str, start: &str) -> u64 {
    line.strip_prefix(start).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(cargo_line(line), Tally { passed: 12, failed: 3 });
        assert_eq!(cargo_line("running 12 tests"), Tally::default());
        assert_eq!(tap_line("# pass 5"), Tally { passed: 5, failed: 0 });
    }

    #[test]
    fn a_run_that_skips_too_much_fails() {
        let needs = "needs data/x.csv, a file of others that is not beside this checkout\n";
        let of = |files: usize, more: &str| Skipped::of(&format!("{}{more}", needs.repeat(files)));
        let lacking =
            "the count of syncs (no strace)\nbehind nginx: there is none\nbehind nginx: there is none";
        let most = of(MOST_SKIPPED, lacking);
        assert_eq!((most.all(), most.reasons.len(), most.too_many()), (MOST_SKIPPED + 3, 3, None));
        let too_many = |files: usize, more: &str| of(files, more).too_many().unwrap_or_default();
        assert!(too_many(MOST_SKIPPED + 1, "").contains("for want of files"));
        assert!(too_many(0, "no gazetteer").ends_with("for this: no gazetteer"));
    }
}
