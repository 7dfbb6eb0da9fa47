//! `comity review`: what waits for a person, one thing at a time, one key for each decision.

mod duplicates;
mod keys;
mod session;
mod show;

use std::io::{Stdout, Write};

use anyhow::{Context, Result};
use comity_answer::{Band, QueueArgs, SnapshotStore, queue};
use comity_model::{PersonName, SourceId};
use comity_register::Access;

use crate::global_options::{GlobalOptions, Outcome};
use keys::Keys;
use session::Session;

/// Go through names the matcher could not settle, and statements found by machine.
#[derive(Debug, clap::Args)]
#[command(after_help = "Each decision is recorded at once, under your name, and can be undone.\n\n\
    Keys:\n  1-9  match this one                  a   this one, for all that say the same (A: choose which)\n  \
    n    add it as new                    x   the first is not a match (X: choose which)\n  \
    u    skip it for now                  s   search: `s springfield`\n  \
    y    a proposed claim is right        d   it looks miscopied\n  \
    r    exclude the statement            j k next, previous\n  \
    z    undo the last decision           q   leave\n\n\
    Keys may come through a pipe, one a line; --json lists what waits and asks nothing.\n\n\
    Examples:\n  comity review --by 'Ana B.'\n  comity review --country 'United States' --band likely\n  \
    comity review --json --limit 20\n  \
    comity review --duplicates --kind network")]
pub(crate) struct Args {
    /// Only what this source says.
    #[arg(long, value_name = "ID")]
    source: Option<SourceId>,
    /// Only this kind of thing: polity, network …; `claim` for proposals.
    #[arg(long, default_value = "", hide_default_value = true)]
    kind: String,
    /// Only this country, as the source writes it; `-` for none stated.
    #[arg(long, default_value = "", hide_default_value = true)]
    country: String,
    /// How likely the likeliest meaning is: likely, fair, faint or none.
    #[arg(long)]
    band: Option<Band>,
    /// Instead: pairs on file that may be one thing (y the same, x not the same, w the other way round).
    #[arg(long)]
    duplicates: bool,
    /// With --json: how many to list.
    #[arg(long, default_value_t = 50, value_name = "COUNT")]
    limit: u32,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open(if global.json { Access::Read } else { Access::Write }).await?;
    if args.duplicates {
        let file = global.snapshot_file(&register);
        let store = SnapshotStore::new(register).kept_in(file);
        let asked = pairs(&args, global, &store, out).await;
        store.written().await;
        return asked;
    }
    let wanted = QueueArgs {
        source: args.source,
        kind: args.kind,
        country: args.country,
        band: args.band,
        at_least: 0,
        item: None,
        next: args.limit.saturating_sub(1),
    };
    if global.json {
        let known = register.head().await?.seq;
        let queue = queue(&register, known, &wanted).await?;
        writeln!(out, "{}", serde_json::to_string_pretty(&queue)?)?;
        return Ok(Outcome::Done);
    }
    let by = named(global)?;
    let gazetteer = global
        .gazetteer()
        .inspect_err(|error| drop(writeln!(std::io::stderr(), "no place search: {error:#}")))
        .ok();
    let mut session = Session::new(&register, gazetteer.as_ref(), by, wanted);
    session.run(&mut Keys::open(), out).await?;
    Ok(Outcome::Done)
}

async fn pairs(
    args: &Args,
    global: &GlobalOptions,
    door: &SnapshotStore,
    out: &mut (impl Write + Send),
) -> Result<Outcome> {
    let kind = Some(args.kind.as_str()).filter(|kind| !kind.is_empty()).map(str::parse).transpose()?;
    if global.json {
        let found = duplicates::found(door, kind, None, args.limit as usize).await?;
        writeln!(out, "{}", serde_json::to_string_pretty(&found)?)?;
    } else {
        duplicates::run(door, kind, &named(global)?, &mut Keys::open(), out).await?;
    }
    Ok(Outcome::Done)
}

fn named(global: &GlobalOptions) -> Result<PersonName> {
    global.by().context("every decision is recorded with a name")
}
