//! `comity log`: what was recorded, when and by whom, newest first.

use std::io::{Stdout, Write};

use anyhow::Result;
use comity_model::BatchId;
use comity_register::{Access, Batch, Register};

use crate::global_options::{GlobalOptions, Outcome};

/// What was recorded, newest first.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  comity log\n  comity log --entries --limit 50\n  comity log --before 7")]
pub(crate) struct Args {
    /// Single entries instead of batches.
    #[arg(long)]
    entries: bool,
    /// At most so many.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only what came before this batch (or, with --entries, this ledger number).
    #[arg(long, value_name = "NUMBER")]
    before: Option<i64>,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open(Access::Read).await?;
    if args.entries {
        entries(&register, &args, global.json, out).await?;
    } else {
        batches(&register, &args, global.json, out).await?;
    }
    Ok(Outcome::Done)
}

async fn batches(register: &Register, args: &Args, json: bool, out: &mut (impl Write + Send)) -> Result<()> {
    let batches = register.batches(args.before.map(BatchId), args.limit).await?;
    if json {
        return Ok(writeln!(out, "{}", serde_json::to_string_pretty(&batches)?)?);
    }
    for batch in &batches {
        writeln!(out, "{}", line(batch))?;
    }
    let head = register.head().await?;
    writeln!(out, "{} entries, head {}", head.seq.0, if head.hash.is_empty() { "–" } else { &head.hash })?;
    let content = register.content(head.seq).await?;
    if !content.is_empty() {
        writeln!(out, "content {content}")?;
    }
    Ok(())
}

fn line(batch: &Batch) -> String {
    let Batch { id, title, by, recorded_at, entries, undone_by, .. } = batch;
    let undone = undone_by.map(|by| format!("  (undone by batch {})", by.0)).unwrap_or_default();
    format!("batch {:<4} {recorded_at}  {by:<12} {entries:>7} entries  {title}{undone}", id.0)
}

async fn entries(register: &Register, args: &Args, json: bool, out: &mut (impl Write + Send)) -> Result<()> {
    let entries = register.log(args.before.map(comity_model::Seq), args.limit).await?;
    if json {
        return Ok(writeln!(out, "{}", serde_json::to_string_pretty(&entries)?)?);
    }
    for entry in &entries {
        let undone = entry.undone_by.map(|by| format!("  (undone by batch {})", by.0)).unwrap_or_default();
        writeln!(
            out,
            "#{:<7} {}  {:<12} batch {:<4} {:<10} {}{undone}",
            entry.seq.0,
            entry.at,
            entry.by,
            entry.batch.0,
            entry.kind,
            entry.about.as_deref().unwrap_or("taken down")
        )?;
    }
    Ok(())
}
