//! `comity export`: the register, or what held on a day, as files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;
use comity_answer::{
    AT, At, CachedSnapshot, KNOWN, MapArgs, MapScope, PanelArgs, ProjectionArgs, Snapshot, TieGraphArgs, map,
    panel, projection, tie_graph,
};
use comity_export::{
    Edition, notice, write_citation_file, write_codebook, write_geojson, write_gexf, write_graphml,
    write_lines, write_links, write_panel, write_tables,
};
use comity_model::{Day, FuzzyDate};
use comity_register::{Access, Register};

use crate::global_options::{GlobalOptions, Outcome, today};

/// Write the register, or what held on a day, to files.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  comity export --format records --out atlas.jsonl\n  \
    comity export --format tables --out folder\n  comity export --format csv --at 2019 --out links.csv\n  \
    comity export --format geojson --known batch:3 --out ties.geojson\n  \
    comity export --format graphml --at 2019 --layers agreements,networks --out ties.graphml\n  \
    comity export --format gexf --kinds member --out members.gexf\n  \
    comity export --format graphml --projection --level city --out cities.graphml\n  \
    comity export --format panel --network c40,metropolis --from 1985 --out panel.csv")]
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
    /// Graphs: agreements, networks, events …, joined by commas. [default: all]
    #[arg(long, value_name = "LAYERS")]
    layers: Option<String>,
    /// Graphs: kinds of link, joined by commas: member, party, backs … [default: all]
    #[arg(long, value_name = "KINDS")]
    kinds: Option<String>,
    /// Graphs: only ties with an end in this state or country. Panel: every polity on file in it.
    #[arg(long, value_name = "NAME|ID")]
    of: Option<String>,
    /// Graphs: who is tied to whom through what they share, instead of who is in what.
    #[arg(long)]
    projection: bool,
    /// Projection: only city, county, metro, state or nation. [default: everyone]
    #[arg(long, value_name = "LEVEL", requires = "projection")]
    level: Option<String>,
    /// Projection: what is counted, certain, presumed or possible. [default: presumed, what is on record]
    #[arg(long, value_name = "BOUND", requires = "projection")]
    bound: Option<String>,
    /// Panel: networks, joined by commas. [default: all]
    #[arg(long, value_name = "NAMES|IDS")]
    network: Option<String>,
    /// Panel: the first year. [default: the first in which something is known]
    #[arg(long, value_name = "YEAR")]
    from: Option<String>,
    /// Panel: the last year. [default: this year]
    #[arg(long, value_name = "YEAR")]
    to: Option<String>,
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
    /// The ties as a graph for igraph, networkx, yEd, Cytoscape; with a codebook beside it.
    Graphml,
    /// The same over time, for Gephi and networkx; with a codebook beside it.
    Gexf,
    /// Entity × network × year with codes for what is known and what is not; with a codebook beside it.
    Panel,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let today = today().parse::<FuzzyDate>()?.earliest();
    let at = args.at.as_deref().map_or_else(|| Ok(At::day(today)), |at| AT.date(at, today))?;
    args.known.as_deref().map_or(Ok(()), |known| KNOWN.check(known, today))?;
    let register = global.open(Access::Read).await?;
    let known = match &args.known {
        Some(text) => register.known(text).await?,
        None => register.head().await?.seq,
    };
    let holdings = register.holdings(known).await?;
    let edition = Edition {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        known,
        head: holdings.head.clone(),
        content: register.content(known).await?,
    };
    let written = match args.format {
        Format::Records => write_lines(register.records(known).await?, &edition, &mut create(&args.out)?)?,
        Format::Tables => tables(&register, &edition, &args.out).await?,
        Format::Csv => write_links(&holdings, at.window, &edition, create(&args.out)?)?,
        Format::Geojson => {
            let asked = MapArgs { at, scope: MapScope::default(), networks: false };
            write_geojson(&map(&Snapshot::new(holdings), &asked)?, &edition, create(&args.out)?)?
        }
        Format::Graphml | Format::Gexf | Format::Panel => {
            write_codebook(&edition, create(&args.out.with_extension("codebook.md"))?)?;
            for_researchers(&args, &CachedSnapshot::new(holdings), today, &edition)?
        }
    };
    writeln!(out, "{}: {written} written", args.out.display())?;
    writeln!(std::io::stderr(), "{}", notice(&edition))?;
    Ok(Outcome::Done)
}

/// A graph or a panel, told what a web address would be told.
fn for_researchers(args: &Args, snapshot: &CachedSnapshot, today: Day, edition: &Edition) -> Result<u64> {
    let told = told(args);
    let out = create(&args.out)?;
    if let Format::Panel = args.format {
        let panel = panel(snapshot, &PanelArgs::read(snapshot, today, &told)?)?;
        return Ok(write_panel(&panel, edition, out)?);
    }
    let (graph, asked) = if args.projection {
        let asked = ProjectionArgs::read(snapshot, today, &told)?;
        (projection(snapshot, &asked), asked.at.words())
    } else {
        let asked = TieGraphArgs::read(snapshot, today, &told)?;
        (tie_graph(snapshot, &asked)?, asked.at.map(|at| at.words()).unwrap_or_default())
    };
    match args.format {
        Format::Gexf => Ok(write_gexf(&graph, edition, &asked, out)?),
        _ => Ok(write_graphml(&graph, edition, &asked, out)?),
    }
}

fn told(args: &Args) -> BTreeMap<String, String> {
    let fields = [
        ("at", &args.at),
        ("layers", &args.layers),
        ("kinds", &args.kinds),
        ("of", &args.of),
        ("level", &args.level),
        ("bound", &args.bound),
        ("network", &args.network),
        ("from", &args.from),
        ("to", &args.to),
    ];
    let said = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?)));
    said.collect()
}

async fn tables(register: &Register, edition: &Edition, folder: &Path) -> Result<u64> {
    std::fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    let records = register.records(edition.known).await?;
    write_tables(&records, edition, |kind| {
        File::create(folder.join(format!("{kind}.csv"))).map(BufWriter::new)
    })?;
    write_citation_file(edition, create(&folder.join("CITATION.cff"))?)?;
    Ok(records.len() as u64)
}

fn create(path: &Path) -> Result<BufWriter<File>> {
    File::create(path).map(BufWriter::new).with_context(|| format!("create {}", path.display()))
}
