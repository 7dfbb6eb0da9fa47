//! `comity upgrade`: renew a register that an older version wrote, and keep it as it was beside.

use std::io::Write;

use anyhow::Result;
use comity_register::{Access, FORMAT, Register, UpgradePlan};

use crate::house::{House, Outcome, now};

/// Renew a register that an older version wrote; a copy is kept.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Without --yes it only says what it would do. Entries and batches keep their numbers, and every \
    question\nhas the answer that it had. See docs/OPERATING.md.\n\n\
    Examples:\n  comity upgrade\n  comity upgrade --yes"
)]
pub(crate) struct Args {
    /// Do it.
    #[arg(long)]
    yes: bool,
}

pub(crate) async fn run(args: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let location = if args.yes { house.to_write()? } else { house.location()? };
    let plan = if args.yes {
        Register::upgrade(&location, house.by()?.as_str(), &now()?).await
    } else {
        Register::plan_upgrade(&location).await
    };
    let plan = plan?;
    if house.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&plan)?)?;
        return Ok(Outcome::Done);
    }
    let Some(plan) = plan else {
        writeln!(out, "{location} is of format {FORMAT} already: there is nothing to do")?;
        return Ok(Outcome::Done);
    };
    let UpgradePlan { format, entries, head, authors, erased, copy } = plan;
    writeln!(
        out,
        "{location}: format {format}, {entries} entries by {authors} authors, {erased} erased, head {head}"
    )?;
    if args.yes {
        writeln!(out, "it is of format {FORMAT} now; as it was it is kept in {copy}")?;
        let register = house.open(Access::Read).await?;
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
