//! `comity reconcile`: every row of a table and every column of it, in order, and beside them the places its names mean.

mod result_file;
mod story;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use comity_ingest::table::{
    ColumnOptions, Columns, Partners, TOP, TableError, TableFormat, TableTask, TableWriter, reconcile_table,
};
use comity_source::{Limits, Sheet, SheetFormat};
use indicatif::{ProgressBar, ProgressStyle};

use crate::global_options::{GlobalOptions, Outcome};
use crate::input::{Input, most};
use result_file::ResultFile;

/// Find the place each name in a table means.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Every row and column is kept, in order. Added are comity_id, geonames_id, match_name, match_country, \
    match_admin, match_lat, match_lon, score, decision, reasons, alternatives, match_level (city, county, state …), \
    match_type (on what the decision rests); in rows to review they describe the likeliest candidate. With several \
    --name the added columns begin with the name of theirs.\n\n\
    Columns are given by name, or by number where no name fits. With several --name give each other option once for \
    each of them, in their order: `-` where a name has no such column, `=TEXT` where TEXT holds for every row.\n\n\
    The file may be CSV with commas, semicolons, tabs or bars, in any encoding, TSV or XLSX. The result is written \
    as its ending says: .csv (commas, UTF-8), .tsv or .xlsx. In CSV and TSV an apostrophe is put before cells that a \
    spreadsheet would take for a formula.\n\n\
    Limits: 1 GiB a text file, 128 MiB a workbook (512 MiB unpacked, 256 MiB of that in texts), 10 million rows, \
    2,000 columns, 16 MiB a row; what is larger is refused, and so are pipes, devices, sockets and folders.\n\n\
    Exit status: 0 done, 1 done but some rows have problems (a cell too few, a latitude that is no number), \
    2 could not run. Rows to review are no problem.\n\n\
    Examples:\n  \
    comity reconcile members.csv --name city --country country --out matched.csv\n  \
    comity reconcile comuni.xlsx --sheet 2 --name comune --country =Italy --admin regione --out matched.xlsx\n  \
    comity reconcile twins.csv --name city1 --country country1 --name city2 --country country2 --out matched.csv\n  \
    comity reconcile sisters.csv --name city --country country --name partner --country - --pairs --out matched.csv\n  \
    comity reconcile sites.tsv --name place --lat lat --lon lon --kind county --out matched.tsv --json"
)]
pub(crate) struct Args {
    /// A CSV, TSV or XLSX file.
    file: PathBuf,
    /// Column of the names. Several may be given.
    #[arg(long, required = true, value_name = "COLUMN")]
    name: Vec<String>,
    /// Column of the country, as written there: a name in any language or an ISO code.
    #[arg(long, value_name = "COLUMN")]
    country: Vec<String>,
    /// Column of the state, province or county.
    #[arg(long, value_name = "COLUMN")]
    admin: Vec<String>,
    /// Column of the latitude, in degrees.
    #[arg(long, value_name = "COLUMN")]
    lat: Vec<String>,
    /// Column of the longitude, in degrees.
    #[arg(long, value_name = "COLUMN")]
    lon: Vec<String>,
    /// Column of points: `(48.85, 2.35)` or `POINT (2.35 48.85)`.
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["lat", "lon"])]
    point: Vec<String>,
    /// Column of the number of inhabitants.
    #[arg(long, value_name = "COLUMN")]
    population: Vec<String>,
    /// Column of an identifier: GeoNames (`gn5134086`, `5134086`), Wikidata (`Q49218`) or UN/LOCODE.
    #[arg(long, value_name = "COLUMN")]
    id: Vec<String>,
    /// What the names are: city, county, metro, state or country.
    #[arg(long)]
    kind: Vec<String>,
    /// The two names of a row are partners of each other: where a row gives one of them no country, rows that pair
    /// them the other way round may. The file is read twice, and memory grows with the number of pairs.
    #[arg(long)]
    pairs: bool,
    /// Sheet of a workbook, by name or number. [default: the first]
    #[arg(long, value_name = "SHEET")]
    sheet: Option<String>,
    /// Where the result goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Show at most so many problems.
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    problems: usize,
}

pub(crate) fn run(args: &Args, global: &GlobalOptions, out: &mut impl Write) -> Result<Outcome> {
    refuse_own_input(&args.file, &args.out)?;
    ensure!(!args.pairs || args.name.len() == 2, "--pairs needs two --name: the partners of a row");
    let name = args.file.file_name().unwrap_or(args.file.as_os_str()).to_string_lossy().into_owned();
    let mut sheet = open(args, &name)?;
    let gazetteer = global.gazetteer()?;
    if args.sheet.is_some() && matches!(sheet.info().format, SheetFormat::Text { .. }) {
        bail!("{name} is no workbook: it has no sheets to choose from");
    }
    let columns = Columns::find(&args.columns(), &sheet.top(TOP)?)?;
    let partners = if args.pairs { Partners::of(open(args, &name)?, &columns)? } else { Partners::default() };
    let format = format(&args.out)?;
    format.check(sheet.info())?;
    let result = ResultFile::create(&args.out)?;
    let writing = || format!("write {}", args.out.display());
    let writer = TableWriter::new(result.sink()?, format, sheet.info()).with_context(writing)?;
    let bar = progress(sheet.info().rows);
    let task = TableTask { gazetteer: &gazetteer, file: &name, columns: &columns, partners: &partners };
    let summary = match reconcile_table(&task, sheet, writer, &|rows| bar.inc(rows)) {
        Err(TableError::Source(unread)) => return Err(unread.into()),
        done => done.with_context(writing)?,
    };
    bar.finish_and_clear();
    result.finish()?;
    story::tell(&summary, args.problems, &mut std::io::stderr().lock())?;
    if global.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&summary)?)?;
    }
    Ok(Outcome::with_problems(usize::try_from(summary.problem_rows).unwrap_or(usize::MAX)))
}

impl Args {
    fn columns(&self) -> ColumnOptions {
        ColumnOptions {
            name: self.name.clone(),
            country: self.country.clone(),
            admin: self.admin.clone(),
            lat: self.lat.clone(),
            lon: self.lon.clone(),
            point: self.point.clone(),
            population: self.population.clone(),
            id: self.id.clone(),
            kind: self.kind.clone(),
        }
    }
}

fn format(out: &Path) -> Result<TableFormat> {
    let ending = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    TableFormat::of_ending(&ending)
        .with_context(|| format!("{}: the result is written as .csv, .tsv or .xlsx", out.display()))
}

fn progress(rows: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} rows, {eta} left");
    ProgressBar::new(rows).with_style(style.expect("a template of known words"))
}

fn open(args: &Args, name: &str) -> Result<Sheet<Input>> {
    let file = Input::open(&args.file, most::TABLE)?;
    Ok(Sheet::open(name, file, args.sheet.as_deref(), Limits::default())?)
}

fn refuse_own_input(file: &Path, out: &Path) -> Result<()> {
    let same = file.canonicalize().ok().zip(out.canonicalize().ok()).is_some_and(|(file, out)| file == out);
    if same {
        bail!("{} is the file to be read: name another one with --out", out.display());
    }
    Ok(())
}
