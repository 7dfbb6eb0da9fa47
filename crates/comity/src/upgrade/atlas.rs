//! `comity upgrade --atlas`: what this version's atlas adds, changes or no longer says, as one batch.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::Result;
use comity_ingest::{plan_renewal, renew};
use comity_register::{Access, Committed, EditionPlan};

use crate::global_options::{GlobalOptions, Outcome, now};

pub(super) async fn run(
    does_it: bool,
    global: &GlobalOptions,
    out: &mut (impl Write + Send),
) -> Result<Outcome> {
    let register = global.open(if does_it { Access::Write } else { Access::Read }).await?;
    let plan = plan_renewal(&register).await?;
    let done = if does_it && !plan.records.is_empty() {
        Some(renew(&register, &plan, &global.by()?, now()?).await?)
    } else {
        None
    };
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&plan)?)?;
        return Ok(Outcome::Done);
    }
    show(&plan, done.as_ref(), out)?;
    Ok(Outcome::Done)
}

fn show(plan: &EditionPlan, done: Option<&Committed>, out: &mut impl Write) -> Result<()> {
    let EditionPlan { records, new, changed, unchanged, withdrawn, kept, left } = plan;
    writeln!(out, "the built-in atlas {}:", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "  new         {}", by_kind(new))?;
    writeln!(out, "  changed     {}", by_kind(changed))?;
    writeln!(out, "  withdrawn   {withdrawn}, claims that it makes no more")?;
    writeln!(out, "  unchanged   {unchanged}")?;
    if *kept > 0 {
        writeln!(out, "  kept        {kept}, of which others wrote or decided something else since")?;
    }
    if *left > 0 {
        writeln!(out, "  left        {left} sources, entities and looks that it has no more")?;
    }
    match done.and_then(|done| done.batch) {
        Some(batch) => writeln!(out, "batch {0}: `comity undo {0}` takes it back", batch.0)?,
        None if records.is_empty() => writeln!(out, "there is nothing to do")?,
        None => writeln!(out, "nothing was changed: --yes does it")?,
    }
    Ok(())
}

fn by_kind(counts: &BTreeMap<&'static str, u64>) -> String {
    let all: u64 = counts.values().sum();
    let kinds: Vec<String> = counts.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    if kinds.is_empty() { all.to_string() } else { format!("{all} ({})", kinds.join(", ")) }
}
