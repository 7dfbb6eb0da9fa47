//! Files that are none, or too large, at every verb that reads one: refused or read, in bounded memory and few words.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::Outcome;
use super::options::Options;
use super::target::{House, Target};
use crate::command::must;

/// Characters of a line of a message.
const LINE: usize = 300;

/// Bytes of the long line: just below what a list may have.
const LONG: u64 = 1_000_000_000;

/// How each verb reads a file.
const VERBS: [&[&str]; 6] = [
    &["import", "--dry-run", "FILE"],
    &["import", "--dry-run", "twins.csv", "--profile", "FILE"],
    &["reconcile", "FILE", "--name", "1", "--out", "out.csv"],
    &["read", "FILE"],
    &["graph", "FILE"],
    &["graph", "FILE", "--format", "matrix"],
];

pub(super) fn attack(target: &Target, _: &Options) -> Result<Outcome> {
    let house = target.house("files")?;
    house.write("twins.csv", "city1,country1,city2,country2\nLyon,France,Leipzig,Germany\n")?;
    // The register is filled before, so that only the file counts.
    house.done("a.db", &["import", "twins.csv"])?;
    let (mut runs, mut bad, mut slowest) = (0, 0, Duration::ZERO);
    for (file, how) in &FILES {
        let path = house.folder.join(file);
        make(&path, how)?;
        for verb in VERBS {
            let words: Vec<&str> =
                verb.iter().map(|word| if *word == "FILE" { file } else { *word }).collect();
            let started = Instant::now();
            let fault = fault(&house, &words)?;
            let took = started.elapsed();
            slowest = slowest.max(took);
            runs += 1;
            bad += u32::from(fault.is_some());
            let fault = fault.unwrap_or_else(|| "in order".to_owned());
            eprintln!("files: {:6.1} s  {}: {fault}", took.as_secs_f64(), words.join(" "));
        }
        // A gigabyte each: not all of them at once.
        must(Command::new("rm").arg("-r").arg(&path))?;
    }
    let figure = format!(
        "{runs} runs under 4 GB of memory, {bad} ended badly or repeated more than {LINE} characters, slowest {:.1} s",
        slowest.as_secs_f64()
    );
    Ok(Outcome { command: "cargo xtask attack files".to_owned(), held: bad == 0, figure })
}

/// What is wrong with a run: it died, waited for ever, or talks too much. A list of results is as long as it is.
fn fault(house: &House<'_>, words: &[&str]) -> Result<Option<String>> {
    let ran = house.run("a.db", words)?;
    let said = String::from_utf8_lossy(&ran.stderr);
    if !matches!(ran.status.code(), Some(0..=2)) {
        let end: String = said.chars().rev().take(LINE).collect::<Vec<_>>().into_iter().rev().collect();
        return Ok(Some(format!("{}: {}", ran.status, end.trim())));
    }
    let longest = said.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    Ok((longest > LINE).then(|| format!("a line of {longest} characters")))
}

/// What a file is.
enum Make {
    /// By a program: its name and its arguments before the path.
    By(&'static [&'static str]),
    /// So many bytes of nothing.
    Sparse(u64),
    /// A start, and the same again and again.
    Text(&'static str, &'static str),
}

const FILES: [(&str, Make); 12] = [
    ("pipe", Make::By(&["mkfifo"])),
    ("zero", Make::By(&["ln", "-s", "/dev/zero"])),
    ("folder.csv", Make::By(&["mkdir"])),
    ("large.csv", Make::Sparse(3 << 30)),
    ("zeros.csv", Make::Sparse(LONG)),
    ("line.csv", Make::Text("", "a")),
    ("quote.csv", Make::Text("city,sister\nLyon,\"", "x,")),
    ("commas.csv", Make::Text("city,sister\n", ",")),
    ("records.jsonl", Make::Text("{\"record\":\"claim\",\"id\":\"", "a")),
    ("rows.csv", Make::Text("city,sister\n", "a\n")),
    ("names.csv", Make::Text("name\n", "\u{e9}\n")),
    ("wide.csv", Make::Text("city1,country1,city2,country2\n", "Lyon,France,,\n")),
];

fn make(path: &Path, how: &Make) -> Result<()> {
    match how {
        Make::By(words) => must(Command::new(words[0]).args(&words[1..]).arg(path)),
        Make::Sparse(size) => Ok(File::create(path)?.set_len(*size)?),
        Make::Text(start, again) => repeated(path, start, again),
    }
}

/// A file that starts so and goes on with the same until it is long.
fn repeated(path: &Path, start: &str, again: &str) -> Result<()> {
    let mut file = BufWriter::new(File::create(path).with_context(|| format!("create {}", path.display()))?);
    file.write_all(start.as_bytes())?;
    let piece = again.repeat((1 << 20) / again.len());
    for _ in 0..LONG / piece.len() as u64 {
        file.write_all(piece.as_bytes())?;
    }
    Ok(file.flush()?)
}
