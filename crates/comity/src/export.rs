//! `comity export`: the register, or what held on a day, as files.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;
use comity_answer::{MapArgs, World, map};
use comity_export::{Edition, notice, write_geojson, write_lines, write_links, write_tables};
use comity_model::{FuzzyDate, Window};
use comity_register::Register;

use crate::house::{House, Outcome, today};

/// Write the register, or what held on a day, to files.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  comity export --format records --out atlas.jsonl\n  \
    comity export --format tables --out folder\n  comity export --format csv --at 2019 --out links.csv\n  \
    comity export --format geojson --known batch:3 --out ties.geojson")]
pub(crate) struct Args {
    #[arg(long, value_enum)]
    format: Format,
    /// A file; for `tables` a folder.
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// On which day, month or year (EDTF). [default: today]
    #[arg(long, value_name = "DATE")]
    at: Option<String>,
    /// As it was known then: a date, a time, #entry or batch:N.
    #[arg(long, value_name = "MOMENT")]
    known: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// The open record format, one JSON object a line: can be imported again.
    Records,
    /// The open record format, one CSV table per kind of record: can be imported again.
    Tables,
    /// Every link as one flat table.
    Csv,
    /// Places and the ties between them.
    Geojson,
}

pub(crate) async fn run(args: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let register = house.open_filled().await?;
    let known = match &args.known {
        Some(text) => register.known(text).await?,
        None => register.head().await?.seq,
    };
    let at: FuzzyDate = args.at.clone().unwrap_or_else(today).parse().context("--at")?;
    let holdings = register.holdings(known).await?;
    let edition =
        Edition { version: env!("CARGO_PKG_VERSION").to_owned(), known, head: holdings.head.clone() };
    let written = match args.format {
        Format::Records => write_lines(register.records(known).await?, &mut create(&args.out)?)?,
        Format::Tables => tables(&register, known, &args.out).await?,
        Format::Csv => write_links(&holdings, Window::from(&at), create(&args.out)?)?,
        Format::Geojson => {
            let asked = MapArgs { at: at.as_str().parse()?, entity: None, networks: false };
            write_geojson(&map(&World::new(holdings), &asked)?, &edition, create(&args.out)?)?
        }
    };
    writeln!(out, "{}: {written} written", args.out.display())?;
    writeln!(std::io::stderr(), "{}", notice(&edition))?;
    Ok(Outcome::Done)
}

async fn tables(register: &Register, known: comity_model::Seq, folder: &Path) -> Result<u64> {
    std::fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let records = register.records(known).await?;
    write_tables(&records, |kind| File::create(folder.join(format!("{kind}.csv"))).map(BufWriter::new))?;
    Ok(records.len() as u64)
}

fn create(path: &Path) -> Result<BufWriter<File>> {
    File::create(path).map(BufWriter::new).with_context(|| format!("create {}", path.display()))
}
