//! `comity import`: structured files into the register, each as one batch.

mod given;
mod proposal;

use std::io::{Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use comity_ingest::{ImportOptions, ImportReport, import, import_tables};
use comity_model::{EntityId, QUOTATION, SourceId, shortened};
use comity_register::Register;
use comity_source::{ColumnRole, Limits, ListProfile};
use indicatif::{ProgressBar, ProgressStyle};

use self::given::{Given, GivenBytes};
use self::proposal::{is_unknown_table, proposed};
use crate::global_options::{GlobalOptions, Outcome, now};
use crate::input::{self, most};

/// Bring lists into the register: pairs, members, entities or the open record format.
#[derive(Debug, clap::Args)]
#[command(
    after_help = after_help()
)]
pub(crate) struct Args {
    /// CSV, TSV, JSON lines; a workbook: XLSX, XLS, ODS; a page: HTML, wikitext; a map: GeoJSON; or a folder that
    /// `comity export --format tables` wrote.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Which column says what: a shipped profile's name or a TOML file. Found by the headers when not given.
    #[arg(long, value_name = "NAME|FILE")]
    profile: Option<String>,
    /// Write the mapping that is proposed where no shipped profile fits, to be given as --profile. FILE must be new.
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    save_profile: Option<PathBuf>,
    /// What the source is called.
    #[arg(long, value_name = "TITLE")]
    source: Option<String>,
    /// Whose own word the list is, by its id: the office, city or network that keeps it. What it says of its own ties
    /// is confirmed by it.
    #[arg(long, value_name = "ID")]
    issuer: Option<EntityId>,
    /// The source on file that the list copies, by its id: what both say, one of them says.
    #[arg(long, value_name = "ID")]
    derived_from: Option<SourceId>,
    /// The day the list describes (EDTF: 2019, 2022-12, 2024-03-01).
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Whose partners the list holds, where no column says: "Xi'an, China".
    #[arg(long, value_name = "PLACE, COUNTRY")]
    host: Option<String>,
    /// Whose members the list holds, where no column says: ICLEI.
    #[arg(long, value_name = "NETWORK", conflicts_with = "host")]
    network: Option<String>,
    /// Which sheet of a workbook or table of a page, by its name or its number. [default: the first sheet that
    /// holds a table, the largest table of a page]
    #[arg(long, value_name = "NAME|NUMBER")]
    sheet: Option<String>,
    /// How the bytes are to be read (shift-jis, gb18030, big5, euc-kr, cp850 …). Told by evidence when not given.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Read, match and report, but record nothing.
    #[arg(long)]
    dry_run: bool,
    /// Show at most so many problem rows.
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    problems: usize,
}

fn after_help() -> String {
    let limits = Limits::default();
    let needs = comity_source::shipped_needs().into_iter();
    let profiles: Vec<String> = needs.map(|(name, needs)| format!("  {name}: {needs}")).collect();
    format!(
        "Each row ends as accepted, to review, or a problem with its reason. A file is one batch: \
        `comity undo` takes it back.\nImporting the same file again adds nothing.\n\
        A table that no shipped profile fits is looked at: two columns of places are taken for partners, one for those of \
        --host or the members of --network or of the networks beside it, else for a list of places. What is taken is shown \
        with the first rows before they are read; where something is lacking, nothing is read.\n\
        Of a page the tables are read, one at a time, and the entries of its lists as one more table: headings that name \
        places are taken for hosts, headings that name countries for where the entries lie.\n\n\
        Limits: {} MiB a file, {} lines, {} columns, {} MiB a row, {} KiB a cell; {} MiB a profile. A longer row or \
        cell is a problem, a larger file is refused; so are pipes, devices, sockets and other folders.\n\n\
        Shipped profiles and the columns they need:\n{}\n\n\
        Examples:\n  comity import twins.csv\n  \
        comity import members.csv --profile members.toml --source 'Members of C40' --date 2022-12\n  \
        comity import partners.csv --issuer gn2996944 --date 2024-03-01\n  \
        comity import twins.csv --dry-run",
        most::TABLE >> 20,
        limits.rows,
        limits.columns,
        limits.row >> 20,
        limits.cell >> 10,
        most::PROFILE >> 20,
        profiles.join("\n"),
    )
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let options = options(&args, global)?;
    let inputs: Vec<Given> = args.files.iter().map(|file| Given::open(file)).collect::<Result<_>>()?;
    let gazetteer = global.gazetteer()?;
    let register = if args.dry_run { global.open_or_empty().await? } else { global.open_filled().await? };
    let mut reports = Vec::new();
    for (file, given) in args.files.iter().zip(inputs) {
        let given = given.bytes(file)?;
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let mut report = import_one(&register, &gazetteer, &name, &given, &options).await;
        let mut save = args.save_profile.as_deref();
        if let (Err(error), GivenBytes::File(bytes)) = (&report, &given)
            && is_unknown_table(error)
            && let Some(options) = proposed(&gazetteer, &name, bytes, save.take(), &options)?
        {
            report = import_one(&register, &gazetteer, &name, &given, &options).await;
        }
        if let (Ok(_), Some(path)) = (&report, save) {
            writeln!(std::io::stderr(), "a shipped profile fits: {} was not written", path.display())?;
        }
        let report = report?;
        if !global.json {
            tell(&report, args.problems, args.dry_run, out)?;
        }
        reports.push(report);
    }
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&reports)?)?;
    }
    Ok(Outcome::with_problems(reports.iter().map(|report| report.problems.len()).sum()))
}

fn options(args: &Args, global: &GlobalOptions) -> Result<ImportOptions> {
    let profile = args.profile.as_deref().map(profile).transpose()?;
    let date = args.date.as_deref().map(str::parse).transpose().context("--date")?;
    let at = now()?;
    let today = crate::global_options::today().parse().context("today")?;
    let reading = comity_source::ReadOptions {
        profile,
        title: args.source.clone(),
        issuer: args.issuer.clone(),
        derived_from: args.derived_from.clone(),
        date,
        seen: Some(today),
        host: args.host.clone(),
        network: args.network.clone(),
        encoding: args.encoding.clone(),
        sheet: args.sheet.clone(),
        ..comity_source::ReadOptions::default()
    };
    Ok(ImportOptions { reading, by: global.by()?, at, dry_run: args.dry_run })
}

/// A file where there is one, else a shipped profile's name.
fn profile(text: &str) -> Result<ListProfile> {
    let path = Path::new(text);
    if !path.exists() {
        return Ok(comity_source::shipped_profile(text)?);
    }
    let toml = input::text(path, most::PROFILE)?;
    Ok(ListProfile::from_toml(text, &toml)?)
}

async fn import_one(
    register: &Register,
    gazetteer: &comity_gazetteer::Gazetteer,
    name: &str,
    given: &GivenBytes,
    options: &ImportOptions,
) -> Result<ImportReport> {
    let bar = ProgressBar::new_spinner().with_message(name.to_owned());
    bar.set_style(ProgressStyle::with_template("{spinner} {msg}: {human_pos} records, {elapsed}")?);
    let mut progress = |taken| bar.set_position(taken);
    let report = match given {
        GivenBytes::File(bytes) => import(register, gazetteer, name, bytes, options, &mut progress).await,
        GivenBytes::Tables(tables) => {
            import_tables(register, gazetteer, name, tables, options, &mut progress).await
        }
    };
    bar.finish_and_clear();
    report.with_context(|| format!("import {name}"))
}

fn tell(report: &ImportReport, most: usize, dry_run: bool, out: &mut impl Write) -> Result<()> {
    let ImportReport { file, format, encoding, rows, accepted, to_review, problem_rows, .. } = report;
    let doubt = if report.encoding_sure { "" } else { " (a guess; --encoding says otherwise)" };
    writeln!(out, "{file}: read as {format}, {encoding}{doubt}")?;
    writeln!(
        out,
        "  {rows} rows = {accepted} accepted + {to_review} to review + {problem_rows} with problems"
    )?;
    for ColumnRole { name, role } in &report.columns {
        let role = if role.is_empty() { "not read" } else { role.as_str() };
        let name = if name.is_empty() { "(no name)" } else { name.as_str() };
        writeln!(out, "    column {}: {role}", shortened(name, QUOTATION))?;
    }
    for (reason, count) in &report.review_reasons {
        writeln!(out, "    to review: {reason}: {count} names")?;
    }
    if report.by_reciprocal > 0 {
        let settled = report.by_reciprocal;
        writeln!(out, "    settled: the row from the other end gives the country: {settled} names")?;
    }
    for (note, count) in &report.notes {
        writeln!(out, "    noted: {note}: {count}")?;
    }
    for problem in report.problems.iter().take(most) {
        writeln!(out, "    {problem}")?;
    }
    let (all, held) = (report.problem_count(), report.problems.len());
    let left = all - held.min(most) as u64;
    if left > 0 {
        let whole = if report.problems_left_out == 0 { "all" } else { "the first; the rest is only counted" };
        writeln!(out, "    … and {left} more problems (--problems {held} shows {whole})")?;
    }
    match report.batch {
        Some(batch) => {
            let added: u64 = report.added.values().sum();
            writeln!(
                out,
                "  {added} new entries in batch {}, {} on file already",
                batch.0, report.unchanged
            )?;
        }
        None if dry_run => writeln!(out, "  dry run: nothing was recorded")?,
        None => writeln!(out, "  nothing new: all {} records are on file already", report.unchanged)?,
    }
    Ok(())
}
