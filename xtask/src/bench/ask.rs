//! Questions as whole processes at two sizes, beside one look at the same rows by `sqlite3`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::watched::{Run, watched};
use super::worlds::{World, exponent, worlds};
use crate::command::answers;

/// Questions, and how often each is asked; the middle time counts.
const QUESTIONS: [(&str, usize); 7] = [
    ("profile synville-1", 9),
    ("with synville-1 synland-2", 9),
    ("members synnet-1", 9),
    ("between synville-1 synville-2", 9),
    ("timeline synville-1", 9),
    ("coverage", 3),
    ("connected", 1),
];

/// The rows of one city by its readings: what a page of tables would show of it.
const ROWS: &str = "SELECT l.claim, l.ends, l.terms FROM reading r JOIN link l ON l.claim = r.claim \
    WHERE r.entity = 'synville-1'";

pub(super) fn bench(root: &Path) -> Result<()> {
    let worlds = worlds(root)?;
    worlds.iter().try_for_each(World::warm)?;
    print!("{:<32}", "links");
    for world in &worlds {
        print!(" {:>10} {:>8}", world.links, "MiB");
    }
    println!(" {:>9}", "exponent");
    for (question, times) in QUESTIONS {
        line(&format!("ask {question}, s"), &worlds, |world| asked(world, question, times))?;
    }
    if !answers("sqlite3", "--version") {
        eprintln!("ask: SKIPPED sqlite3: no program sqlite3");
        return Ok(());
    }
    line("sqlite3, the rows of a city, s", &worlds, looked_up)
}

fn asked(world: &World, question: &str, times: usize) -> Result<Run> {
    middle(world.comity().arg("ask").args(question.split(' ')), times)
}

fn looked_up(world: &World) -> Result<Run> {
    middle(Command::new("sqlite3").arg("-readonly").arg(&world.register).arg(ROWS), 9)
}

/// Prints what a run took at each size, and to which power of the links that grows.
fn line(what: &str, worlds: &[World], run: impl Fn(&World) -> Result<Run>) -> Result<()> {
    print!("{what:<32}");
    let mut seconds = Vec::new();
    for world in worlds {
        let run = run(world)?;
        print!(" {:>10.3} {:>8}", run.seconds, run.anonymous_mib);
        seconds.push(run.seconds);
    }
    println!(" {:>9.2}", exponent(&seconds));
    Ok(())
}

/// The run in the middle of so many.
fn middle(command: &mut Command, times: usize) -> Result<Run> {
    let runs: Result<Vec<Run>> = (0..times).map(|_| watched(command)).collect();
    let mut runs = runs?;
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    Ok(runs.swap_remove(times / 2))
}
