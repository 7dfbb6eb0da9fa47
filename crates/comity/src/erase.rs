//! `comity erase`: take down what is said of somebody, for good; the history keeps that it was done, and why.

use std::io::{Stdout, Write};

use anyhow::{Context, Result, bail};
use comity_model::shortened;
use comity_register::{
    Access, ErasurePlan, Fate, Location, PlannedErasure, Register, RegisterError, Request, Target,
};

use crate::global_options::{GlobalOptions, Outcome, now};
use crate::snapshot_file;

/// Take down what is said of somebody, for good.
#[derive(Debug, clap::Args)]
#[command(
    group = clap::ArgGroup::new("does").args(["what", "list"]).required(true),
    after_help = "Without --why and --yes it only says what would go. The reason is public, and must not say the name.\n\
    Copies made before keep what they hold; `comity restore` does take-downs again, also by what --list printed.\n\n\
    Examples:\n  comity erase anna-schmidt\n  \
    comity erase 'Anna Schmidt' --also 'A. Schmidt' --why 'asked by the person' --yes\n  \
    comity erase by:anna --why 'asked by the person' --yes\n  comity erase --list > take-downs.json"
)]
pub(crate) struct Args {
    /// An entity (its id or name), a claim (its id), by:NAME for somebody who wrote here, or any name.
    what: Option<String>,
    /// Another way in which the name is written; as often as needed.
    #[arg(long, value_name = "WORDS", requires = "what")]
    also: Vec<String>,
    /// Also what is said of others of the same name.
    #[arg(long, requires = "what")]
    namesakes: bool,
    /// Why, for everybody to read.
    #[arg(long, value_name = "REASON", requires = "what")]
    why: Option<String>,
    /// Do it. It cannot be undone.
    #[arg(long, requires = "why")]
    yes: bool,
    /// Print every take-down as JSON, without a name, to be done again in copies made before.
    #[arg(long)]
    list: bool,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let does = args.what.is_some() && args.why.is_some() && args.yes;
    let register = global.open(if does { Access::Write } else { Access::Read }).await?;
    let Some(what) = &args.what else {
        writeln!(out, "{}", serde_json::to_string_pretty(&register.take_downs().await?)?)?;
        return Ok(Outcome::Done);
    };
    let target = register.target(what).await?;
    let request = Request { target, also: args.also, namesakes: args.namesakes };
    let plan = register.plan_erasure(&request).await?;
    let near = near(&register, &plan).await?;
    let Some(why) = args.why.filter(|_| args.yes) else {
        show(&plan, &near, global.json, out)?;
        return Ok(Outcome::Done);
    };
    if why.trim().is_empty() {
        bail!("--why: say in a few words why it is taken down");
    }
    let erased = register.erase(&request, why.trim(), global.by()?.as_str(), &now()?).await?;
    snapshot_file::forget(&register, &global.location()?).await?;
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&erased)?)?;
    } else {
        let (gone, cut, batch) = (erased.gone, erased.cut, erased.batch.0);
        writeln!(out, "taken down by batch {batch}: {gone} entries gone, a name cut out of {cut}")?;
        near.iter().try_for_each(|word| writeln!(std::io::stderr(), "{}", word.told()))?;
    }
    warn(&register, erased.scrubbed, &global.location()?).await
}

/// What may still hold it: pages that another program reads, and copies beside the register.
async fn warn(register: &Register, scrubbed: bool, location: &Location) -> Result<Outcome> {
    let mut story = std::io::stderr();
    if !scrubbed {
        writeln!(story, "another program still holds pages of before; they go when it is closed")?;
    }
    register.close().await;
    let Location::File(path) = location else {
        writeln!(story, "the server's own log and its backups are its keeper's: see docs/OPERATING.md")?;
        return Ok(Outcome::Done);
    };
    let name = path.file_name().context("a register has a file name")?.to_string_lossy().into_owned();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = std::fs::read_dir(folder.unwrap_or(std::path::Path::new(".")))?;
    let stem = name.trim_end_matches(".db");
    let names = beside.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    let own = ["", "-wal", "-shm", ".lock", ".snapshot", ".snapshot.part"].map(|end| format!("{name}{end}"));
    let mut copies: Vec<String> =
        names.filter(|other| other.starts_with(stem) && !own.contains(other)).collect();
    copies.sort();
    if !copies.is_empty() {
        writeln!(story, "copies of before may be beside it, and hold what they held: {}", copies.join(", "))?;
    }
    Ok(Outcome::Done)
}

/// A single word of a name, and where else it stands.
#[derive(Debug, serde::Serialize)]
struct Near {
    word: String,
    entries: Vec<PlannedErasure>,
}

impl Near {
    fn told(&self) -> String {
        const SHOWN: usize = 3;
        let Self { word, entries } = self;
        let texts = entries.iter().filter_map(|entry| entry.texts.first()).take(SHOWN);
        let texts: Vec<String> = texts.map(|text| format!("“{}”", shortened(text, 80))).collect();
        let stands = counted(entries.len());
        format!("the word {word} alone stays in {stands}: {} (--also {word})", texts.join(", "))
    }
}

/// The words of the names that are not looked for alone, since they may be anybody's. Cost: a pass over all words
/// for each.
async fn near(register: &Register, plan: &ErasurePlan) -> Result<Vec<Near>> {
    const MOST: usize = 8;
    let words = plan.names.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
    let mut words: Vec<&str> = words.filter(|word| word.chars().count() > 2).collect();
    words.sort_unstable();
    words.dedup();
    words.retain(|word| !plan.names.iter().any(|name| name == word));
    let mut near = Vec::new();
    for word in words.into_iter().take(MOST) {
        let target = Target::Words(word.to_owned());
        let request = Request { target, also: vec![word.to_owned()], namesakes: true };
        let found = match register.plan_erasure(&request).await {
            Ok(found) => found,
            Err(RegisterError::NothingToErase { .. }) => continue,
            Err(error) => return Err(error.into()),
        };
        let mut entries = found.entries;
        entries.retain(|entry| {
            plan.entries.iter().all(|other| other.seq != entry.seq || other.fate == Fate::Kept)
        });
        if !entries.is_empty() {
            near.push(Near { word: word.to_owned(), entries });
        }
    }
    Ok(near)
}

fn show(plan: &ErasurePlan, near: &[Near], json: bool, out: &mut impl Write) -> Result<()> {
    if json {
        let mut report = serde_json::to_value(plan)?;
        report["near"] = serde_json::to_value(near)?;
        return Ok(writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?);
    }
    writeln!(out, "{}{}", plan.what, called(&plan.names))?;
    let fates = [
        (Fate::Gone, "would be erased"),
        (Fate::Cut, "would lose the name and stay"),
        (Fate::Kept, "would be kept, being of somebody else or of an author (--namesakes, by:NAME)"),
    ];
    for (fate, words) in fates {
        let entries: Vec<&PlannedErasure> = plan.of_fate(fate).collect();
        if !entries.is_empty() {
            writeln!(out, "{} {words}:", counted(entries.len()))?;
            entries.iter().try_for_each(|entry| line(entry, out))?;
        }
    }
    near.iter().try_for_each(|word| writeln!(out, "{}", word.told()))?;
    Ok(writeln!(out, "nothing was changed: --why REASON --yes does it, and nothing brings it back")?)
}

fn called(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

fn counted(entries: usize) -> String {
    if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") }
}

fn line(entry: &PlannedErasure, out: &mut impl Write) -> Result<()> {
    let PlannedErasure { seq, batch, kind, about, texts, .. } = entry;
    let said = texts.first().map(|text| format!("  “{}”", text.chars().take(80).collect::<String>()));
    Ok(writeln!(out, "  #{:<7} batch {:<4} {kind:<10} {about}{}", seq.0, batch.0, said.unwrap_or_default())?)
}
