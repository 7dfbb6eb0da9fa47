//! `comity rebuild`: remake everything that is derived from the ledger.

use std::io::{Stdout, Write};

use anyhow::Result;
use comity_register::Access;

use crate::global_options::{GlobalOptions, Outcome};
use crate::snapshot_file;

/// Remake everything that is derived from the ledger, and print its digest.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Go on where the tables were changed from outside, or where the ledger's end was cut off.
    #[arg(long)]
    force: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open(Access::Write).await?;
    let before = register.dump_digest().await?;
    let after = if args.force { register.rebuild_anyway().await? } else { register.rebuild().await? };
    snapshot_file::forget(&register, &global.location()?).await?;
    let same = before == after;
    if global.json {
        let report = serde_json::json!({ "digest": after, "as_before": same });
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else {
        writeln!(out, "rebuilt: {after} ({})", if same { "as before" } else { "it was otherwise before" })?;
    }
    Ok(Outcome::Done)
}
