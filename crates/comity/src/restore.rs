//! `comity restore`: a backup in the place of the register.

use std::io::{Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use comity_register::{Access, Location, Register, Replayed, Restore, TakeDown, restore};

use crate::backup::existing;
use crate::global_options::{GlobalOptions, Outcome, now};
use crate::input::{self, most};
use crate::snapshot_file;

/// Check a backup and put it where the register is.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The chain, everything derived and the BLAKE3 (in FILE.b3, or --digest) are checked first. A register \
    that holds something\nis replaced with --force only, and kept beside; broken off, the old one is still there.\n\n\
    Examples:\n  comity restore monday.backup\n  comity --register postgres://db/comity restore monday.backup --force"
)]
pub(crate) struct Args {
    /// What `comity backup` wrote.
    file: PathBuf,
    /// The BLAKE3 that you noted.
    #[arg(long, value_name = "HASH")]
    digest: Option<String>,
    /// What `comity erase --list` printed, where the register that it came from is lost.
    #[arg(long, value_name = "FILE")]
    take_downs: Option<PathBuf>,
    /// Replace a register that holds something.
    #[arg(long)]
    force: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let location = global.to_make()?;
    let (by, at) = (global.by()?, now()?);
    let take_downs = args.take_downs.as_deref().map(take_downs).transpose()?.unwrap_or_default();
    let wanted = Restore {
        file: &args.file,
        digest: args.digest.as_deref(),
        take_downs: &take_downs,
        existing: existing(args.force),
        by: by.as_str(),
        at: &at,
    };
    let restored = restore(&location, wanted).await?;
    if let Location::Postgres(_) = location {
        // Beside a file it is gone already; nobody opens this one, and it may have words that were taken down since.
        snapshot_file::forget(&Register::open_for(&location, Access::Read).await?, &location).await?;
    }
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&restored)?)?;
        return Ok(Outcome::Done);
    }
    writeln!(out, "{location}: {} entries, head {}", restored.entries.0, restored.head)?;
    if !restored.digest_checked {
        writeln!(
            std::io::stderr(),
            "no BLAKE3 was noted for {}: only its chain was checked",
            args.file.display()
        )?;
    }
    if restored.replayed.entries > 0 {
        let Replayed { take_downs, entries, .. } = restored.replayed;
        writeln!(out, "taken down since, and now here too: {entries} entries of {take_downs} take-downs")?;
    }
    if let Some(unread) = restored.unread {
        writeln!(
            std::io::stderr(),
            "warning: the take-downs of the register that was there could not be read ({unread}): what it took down \
             may be here again; see --take-downs"
        )?;
    }
    if let Some(kept) = restored.kept {
        writeln!(out, "the register that was there is kept: {kept}")?;
    }
    Ok(Outcome::Done)
}

fn take_downs(list: &Path) -> Result<Vec<TakeDown>> {
    let text = input::text(list, most::TAKE_DOWNS)?;
    serde_json::from_str(&text).with_context(|| format!("{} is no list of take-downs", list.display()))
}
