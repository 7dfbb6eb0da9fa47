//! `comity verify`: whether the ledger is whole and everything shown still follows from it.

use std::io::{Stdout, Write};
use std::path::Path;

use anyhow::{Result, ensure};
use comity_answer::SnapshotFileState;
use comity_register::{Access, HashPrefix, Register};

use crate::global_options::{GlobalOptions, Outcome};
use crate::input::{self, most};

/// Check that nothing in the ledger was changed, removed or reordered.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --head, a cut at the end cannot be seen: keep the head that `comity log`, `comity backup` and \
    every export print.\nA file of heads has one a line; other words and what stands after # are passed over.\n\n\
    Exit status: 0 sound, 1 faults found, 2 could not run."
)]
pub(crate) struct Args {
    /// The head you noted, or its first 12 digits or more, or a file of them: also finds a cut tail and a full rewrite.
    #[arg(long, value_name = "HASH|FILE")]
    head: Vec<String>,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let heads = heads(&args.head)?;
    let register = global.open(Access::Read).await?;
    let faults = register.verify_heads(&heads).await?;
    let head = register.head().await?;
    let content = register.content(head.seq).await?;
    let take_downs = register.take_downs().await?;
    let unsound = unsound_snapshot(global, &register).await?;
    let problems = faults.len() + usize::from(unsound.is_some());
    let taken_down: u64 = take_downs.iter().map(|down| down.gone + down.cut).sum();
    if global.json {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let notices: Vec<String> = register.notices().iter().map(ToString::to_string).collect();
        let report = serde_json::json!({
            "entries": head.seq, "head": head.hash, "content": content, "heads": heads.len(),
            "take_downs": take_downs.len(), "taken_down": taken_down, "faults": faults, "notices": notices,
        });
        unsound.iter().try_for_each(|unsound| writeln!(std::io::stderr(), "{unsound}"))?;
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
        return Ok(Outcome::with_problems(problems));
    }
    if faults.is_empty() {
        writeln!(out, "sound: {} entries, head {}", head.seq.0, head.hash)?;
    } else {
        faults.iter().try_for_each(|fault| writeln!(out, "{fault}"))?;
        writeln!(out, "{} faults in {} entries", faults.len(), head.seq.0)?;
    }
    if !content.is_empty() {
        writeln!(out, "content {content}")?;
    }
    if heads.len() > 1 {
        writeln!(out, "{} noted heads were looked for", heads.len())?;
    }
    if !take_downs.is_empty() {
        let many = if take_downs.len() == 1 { "take-down" } else { "take-downs" };
        writeln!(out, "{} {many} of {taken_down} entries", take_downs.len())?;
    }
    unsound.iter().try_for_each(|unsound| writeln!(out, "{unsound}"))?;
    Ok(Outcome::with_problems(problems))
}

/// What is wrong with the snapshot that is kept beside the register: what it says is shown on every page.
async fn unsound_snapshot(global: &GlobalOptions, register: &Register) -> Result<Option<String>> {
    let Some(file) = global.snapshot_file(register) else { return Ok(None) };
    Ok(match file.check(register).await? {
        SnapshotFileState::Unsound { why, is_gone } => {
            let fate = if is_gone { ", and was taken away" } else { "" };
            Some(format!("the snapshot file was not as the ledger has it{fate}: {why}"))
        }
        SnapshotFileState::Absent | SnapshotFileState::OtherState | SnapshotFileState::Sound => None,
    })
}

/// Heads as they were written, or those in the files that are named.
fn heads(said: &[String]) -> Result<Vec<HashPrefix>> {
    let mut heads = Vec::new();
    for text in said {
        match text.parse::<HashPrefix>() {
            Ok(head) => heads.push(head),
            Err(_) if Path::new(text).is_file() => {
                let noted = HashPrefix::noted(&input::text(Path::new(text), most::HEADS)?);
                ensure!(!noted.is_empty(), "no head is noted in {text}");
                heads.extend(noted);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(heads)
}
