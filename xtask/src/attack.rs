//! `cargo xtask attack`: long, bounded attacks on the program, run by hand and never by CI.

mod addresses;
mod clients;
mod dice;
mod files;
mod http;
mod kills;
mod list;
mod marker;
mod options;
mod requests;
mod target;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use options::Options;
use target::Target;

/// One attack: what it is called, what it does, and how it is run.
struct Attack {
    name: &'static str,
    run: fn(&Target, &Options) -> Result<Outcome>,
}

const ATTACKS: [Attack; 5] = [
    Attack { name: "files", run: files::attack },
    Attack { name: "requests", run: requests::attack },
    Attack { name: "clients", run: clients::attack },
    Attack { name: "kills", run: kills::attack },
    Attack { name: "marker", run: marker::attack },
];

/// How an attack ended.
struct Outcome {
    /// What was done, so that it can be done again.
    command: String,
    held: bool,
    /// The figures that decide, in words.
    figure: String,
}

impl Outcome {
    fn line(&self, name: &str) -> String {
        let result = if self.held { "held" } else { "BROKEN" };
        format!("{name} | {} | {result} | {}", self.command, self.figure)
    }
}

/// Runs the attacks named, or all, and prints a line for each; a table of them ends the run.
pub(crate) fn attack(root: &Path, words: &[String]) -> Result<ExitCode> {
    let options = Options::read(words)?;
    let chosen = chosen(&options.names)?;
    let target = Target::new(root, options.binary.as_deref())?;
    eprintln!("seed {}, {}", options.seed, target.binary.display());
    let mut lines = Vec::new();
    let mut held = true;
    for attack in chosen {
        let outcome = (attack.run)(&target, &options).with_context(|| format!("attack {}", attack.name))?;
        held &= outcome.held;
        eprintln!("{}", outcome.line(attack.name));
        lines.push(outcome.line(attack.name));
    }
    println!("attack | command | result | figure");
    for line in lines {
        println!("{line}");
    }
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn chosen(names: &[String]) -> Result<Vec<&'static Attack>> {
    if names.is_empty() {
        Ok(ATTACKS.iter().collect())
    } else {
        names.iter().map(|name| called(name)).collect()
    }
}

fn called(name: &str) -> Result<&'static Attack> {
    let known: Vec<&str> = ATTACKS.iter().map(|attack| attack.name).collect();
    match ATTACKS.iter().find(|attack| attack.name == name) {
        Some(attack) => Ok(attack),
        None => bail!("there is no attack `{name}`; there are: {}", known.join(", ")),
    }
}
