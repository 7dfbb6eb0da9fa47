//! `comity upgrade`: renew a register that an older version wrote, and keep it as it was beside.

mod atlas;

use std::io::{Stdout, Write};

use anyhow::Result;
use comity_register::{Access, FORMAT, Register, RegisterError, UpgradePlan};

use crate::global_options::{GlobalOptions, Outcome, now};

/// Renew a register that an older version wrote, or the atlas in it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --yes it only says what it would do. A register of an older format is kept as it is beside: entries \
    and\nbatches keep their numbers, and every question has the answer that it had. Where only the tables are\nolder, they \
    are made anew in place. See docs/OPERATING.md.\n\n\
    With --atlas the register, of today's format, gets what this version's built-in atlas says anew or\notherwise, as one \
    batch, which `comity undo` takes back; claims that it makes no more are retracted. What\nothers wrote or decided since \
    stands. A second time there is nothing to do.\n\n\
    Examples:\n  comity upgrade\n  comity upgrade --yes\n  comity upgrade --atlas\n  comity upgrade --atlas --yes"
)]
pub(crate) struct Args {
    /// Do it.
    #[arg(long)]
    yes: bool,
    /// Bring this version's built-in atlas into a register that has an older one.
    #[arg(long)]
    atlas: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    if args.atlas {
        return atlas::run(args.yes, global, out).await;
    }
    let location = if args.yes { global.to_write()? } else { global.location()? };
    let plan = if args.yes {
        Register::upgrade(&location, global.by()?.as_str(), &now()?).await
    } else {
        Register::plan_upgrade(&location).await
    };
    let plan = plan?;
    let is_outdated = plan.is_none() && is_outdated(global).await?;
    if args.yes && is_outdated {
        global.open(Access::Write).await?;
    }
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&plan)?)?;
        return Ok(Outcome::Done);
    }
    let Some(plan) = plan else {
        if is_outdated && !args.yes {
            writeln!(
                out,
                "{location} is of format {FORMAT}; its tables are older, and --yes makes them anew"
            )?;
            return Ok(Outcome::Done);
        }
        let left = if is_outdated { "its tables are made anew" } else { "there is nothing to do" };
        writeln!(out, "{location} is of format {FORMAT} already: {left}")?;
        return Ok(Outcome::Done);
    };
    let UpgradePlan { format, entries, head, authors, erased, copy } = plan;
    writeln!(
        out,
        "{location}: format {format}, {entries} entries by {authors} authors, {erased} erased, head {head}"
    )?;
    if args.yes {
        writeln!(out, "it is of format {FORMAT} now; as it was it is kept in {copy}")?;
        let register = global.open(Access::Read).await?;
        let head = register.head().await?;
        writeln!(out, "{} entries, head {}", head.seq.0, head.hash)?;
        writeln!(
            out,
            "the copy holds what is taken down later, too: delete it when it is not needed any more"
        )?;
    } else {
        writeln!(out, "it would be of format {FORMAT}, and as it is kept in {copy}")?;
        writeln!(out, "nothing was changed: --yes does it")?;
    }
    Ok(Outcome::Done)
}

/// Whether only what is derived from the ledger is that of an older version.
async fn is_outdated(global: &GlobalOptions) -> Result<bool> {
    match global.open(Access::Read).await {
        Err(error) if matches!(error.downcast_ref(), Some(RegisterError::Outdated { .. })) => Ok(true),
        opened => opened.map(|_| false),
    }
}
