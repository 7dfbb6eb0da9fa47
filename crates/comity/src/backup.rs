//! `comity backup`: the whole register in one file, while others go on writing.

use std::io::{Stdout, Write};
use std::path::PathBuf;

use anyhow::Result;
use comity_register::{Access, Existing};

use crate::global_options::{GlobalOptions, Outcome};

/// Copy the register into one file; nobody has to stop.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The file is a register itself: `comity --register FILE --read-only verify` checks it, and every \
    question can be put to it.\nIts BLAKE3 is printed and written to FILE.b3, for `comity restore` and b3sum.\n\n\
    Exit status: 0 done, 1 done, but the ledger has faults, 2 could not run."
)]
pub(crate) struct Args {
    /// Where it goes.
    file: PathBuf,
    /// Replace the file if it is there.
    #[arg(long)]
    force: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open(Access::Read).await?;
    let backup = register.backup(&args.file, existing(args.force)).await?;
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&backup)?)?;
    } else {
        let file = args.file.display();
        writeln!(out, "{file}: {} entries, {} bytes", backup.entries.0, backup.bytes)?;
        let (head, content) = (&backup.head, &backup.content);
        writeln!(out, "head    {head}\ncontent {content}\nBLAKE3  {}", backup.digest)?;
        backup.faults.iter().try_for_each(|fault| writeln!(out, "{fault}"))?;
    }
    Ok(Outcome::with_problems(backup.faults.len()))
}

pub(crate) fn existing(force: bool) -> Existing {
    if force { Existing::Replace } else { Existing::Refuse }
}
