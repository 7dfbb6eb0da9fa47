//! `comity rebuild`: remake everything that is derived from the ledger.

use std::io::Write;

use anyhow::Result;

use crate::house::{House, Outcome};

/// Remake everything that is derived from the ledger, and print its digest.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) async fn run(Args {}: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let register = house.open().await?;
    let before = register.dump_digest().await?;
    let after = register.rebuild().await?;
    let same = before == after;
    if house.json {
        let report = serde_json::json!({ "digest": after, "as_before": same });
        writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
    } else {
        writeln!(out, "rebuilt: {after} ({})", if same { "as before" } else { "it was otherwise before" })?;
    }
    Ok(Outcome::Done)
}
