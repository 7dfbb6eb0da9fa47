//! `comity verify`: whether the ledger is whole and everything shown still follows from it.

use std::io::Write;

use anyhow::Result;
use comity_register::Access;

use crate::house::{House, Outcome};

/// Check that nothing in the ledger was changed, removed or reordered.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --head, a cut at the end cannot be seen: keep the head `comity log` prints.\n\n\
    Exit status: 0 sound, 1 faults found, 2 could not run."
)]
pub(crate) struct Args {
    /// The head you noted, or its first 12 digits or more: also finds a cut tail and a full rewrite.
    #[arg(long, value_name = "HASH")]
    head: Option<String>,
}

pub(crate) async fn run(args: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let register = house.open(Access::Read).await?;
    let faults = register.verify(args.head.as_deref()).await?;
    let head = register.head().await?;
    if house.json {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let notices: Vec<String> = register.notices().iter().map(ToString::to_string).collect();
        let report = serde_json::json!({
            "entries": head.seq, "head": head.hash, "faults": faults, "notices": notices,
        });
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else if faults.is_empty() {
        writeln!(out, "sound: {} entries, head {}", head.seq.0, head.hash)?;
    } else {
        faults.iter().try_for_each(|fault| writeln!(out, "{fault}"))?;
        writeln!(out, "{} faults in {} entries", faults.len(), head.seq.0)?;
    }
    Ok(Outcome::with_problems(faults.len()))
}
