//! `comity undo`: take back one batch; what was recorded stays in the history.

use std::io::{Stdout, Write};

use anyhow::Result;
use comity_model::BatchId;
use comity_register::{Access, UndoPreview};

use crate::global_options::{GlobalOptions, Outcome, now};

/// Take back one batch; the history keeps it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  comity undo 7 --dry-run\n  comity undo 7 --why 'the wrong file'")]
pub(crate) struct Args {
    /// The batch, as `comity log` shows it.
    batch: i64,
    /// Why, for whoever reads the history.
    #[arg(long, default_value = "")]
    why: String,
    /// Only say what it would take back and what would lose its ground.
    #[arg(long)]
    dry_run: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open(if args.dry_run { Access::Read } else { Access::Write }).await?;
    let batch = BatchId(args.batch);
    let preview = register.preview_undo(batch).await?;
    if args.dry_run {
        show(&preview, global.json, out)?;
        return Ok(Outcome::Done);
    }
    show(&preview, false, &mut std::io::stderr().lock())?;
    let undone = register.undo(batch, &args.why, global.by()?.as_str(), &now()?).await?;
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&undone)?)?;
    } else {
        writeln!(out, "batch {} is undone by batch {}: {} entries", batch.0, undone.batch.0, undone.entries)?;
    }
    Ok(Outcome::Done)
}

fn show(preview: &UndoPreview, json: bool, out: &mut impl Write) -> Result<()> {
    if json {
        return Ok(writeln!(out, "{}", serde_json::to_string_pretty(preview)?)?);
    }
    let UndoPreview { batch, entries, inert, inert_total } = preview;
    writeln!(
        out,
        "batch {} ({}, {} by {}): {entries} entries",
        batch.id.0, batch.title, batch.recorded_at, batch.by
    )?;
    if *inert_total > 0 {
        writeln!(
            out,
            "{inert_total} later decisions speak of what it recorded and will rest until it is back:"
        )?;
        for entry in inert {
            writeln!(
                out,
                "  #{} of batch {}: {} on {}",
                entry.seq.0, entry.batch.0, entry.kind, entry.about
            )?;
        }
    }
    Ok(())
}
