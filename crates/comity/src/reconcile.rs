//! `comity reconcile`: every row of a table and every column of it, in order, and beside them the places its names mean.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use comity_gazetteer::Gazetteer;
use comity_model::{Level, Point};
use comity_reconcile::{
    Candidate, Decision, Ground, PointCheck, Query, Reconciled, point_check, reconcile_all,
};
use csv::{ByteRecord, QuoteStyle, ReaderBuilder, WriterBuilder};
use indicatif::{ProgressBar, ProgressStyle};

use crate::house::{House, Outcome};

/// Find the place each name in a table means.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Every row and column is kept, in order. Added are comity_id, geonames_id, match_name, match_country, \
    match_admin, match_lat, match_lon, score, decision, reasons, alternatives; in rows to review they describe the \
    likeliest candidate. With several --name the added columns begin with the name of theirs.\n\n\
    Examples:\n  comity reconcile members.csv --name city --country country --out matched.csv\n  \
    comity reconcile twins.csv --name city1 --country country1 --name city2 --country country2 --out matched.csv"
)]
pub(crate) struct Args {
    /// A CSV file, or a TSV file where it ends in .tsv or .tab.
    file: PathBuf,
    /// Column of the names. Several may be given, each with its country.
    #[arg(long, required = true, value_name = "COLUMN")]
    name: Vec<String>,
    /// Column of the country, as written there; in the order of the --name options.
    #[arg(long, value_name = "COLUMN")]
    country: Vec<String>,
    /// Column of the state, province or county.
    #[arg(long, value_name = "COLUMN")]
    admin: Vec<String>,
    /// Column of the latitude, in degrees.
    #[arg(long, value_name = "COLUMN", requires = "lon")]
    lat: Option<String>,
    /// Column of the longitude, in degrees.
    #[arg(long, value_name = "COLUMN", requires = "lat")]
    lon: Option<String>,
    /// What all names are: city, county, metro, state or nation.
    #[arg(long)]
    kind: Option<Level>,
    /// Where the result goes; a .tsv or .tab file is written with tabs.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

const ADDED: [&str; 11] = [
    "comity_id",
    "geonames_id",
    "match_name",
    "match_country",
    "match_admin",
    "match_lat",
    "match_lon",
    "score",
    "decision",
    "reasons",
    "alternatives",
];
/// Rows held at a time.
const BATCH: usize = 8_192;

pub(crate) fn run(args: &Args, house: &House, out: &mut impl Write) -> Result<Outcome> {
    let gazetteer = house.gazetteer()?;
    let file = File::open(&args.file).with_context(|| format!("open {}", args.file.display()))?;
    let bar = progress(file.metadata().map_or(0, |data| data.len()));
    let tabs = has_tabs(&args.file);
    let source = bar.wrap_read(BufReader::with_capacity(1 << 20, file));
    let mut rows =
        ReaderBuilder::new().delimiter(delimiter(tabs)).quoting(!tabs).flexible(true).from_reader(source);
    let headers =
        rows.byte_headers().with_context(|| format!("read the header of {}", args.file.display()))?.clone();
    let columns = Columns::find(args, &headers)?;

    let target = File::create(&args.out).with_context(|| format!("write {}", args.out.display()))?;
    let tabs = has_tabs(&args.out);
    let style = if tabs { QuoteStyle::Never } else { QuoteStyle::Necessary };
    let sink = BufWriter::with_capacity(1 << 20, target);
    let mut result =
        WriterBuilder::new().delimiter(delimiter(tabs)).quote_style(style).flexible(true).from_writer(sink);
    result.write_byte_record(&columns.header(&headers))?;

    let mut summary = Summary::default();
    let mut batch: Vec<ByteRecord> = Vec::with_capacity(BATCH);
    let mut records = rows.byte_records();
    loop {
        batch.clear();
        for record in records.by_ref().take(BATCH) {
            batch.push(record.with_context(|| format!("read {}", args.file.display()))?);
        }
        if batch.is_empty() {
            break;
        }
        for row in resolve(&gazetteer, &columns, &batch, &mut summary) {
            result.write_byte_record(&row)?;
        }
    }
    result.flush().with_context(|| format!("write {}", args.out.display()))?;
    bar.finish_and_clear();
    summary.tell(&mut std::io::stderr().lock())?;
    if house.json {
        writeln!(out, "{}", serde_json::to_string(&summary)?)?;
    }
    Ok(Outcome::Done)
}

fn progress(bytes: u64) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:40} {percent} %  {eta} left").expect("a template of known words");
    ProgressBar::new(bytes).with_style(style)
}

fn has_tabs(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tsv" || extension == "tab")
}

fn delimiter(tabs: bool) -> u8 {
    if tabs { b'\t' } else { b',' }
}

/// Which columns hold what.
struct Columns {
    asked: Vec<Asked>,
    point: Option<(usize, usize)>,
    level: Option<Level>,
}

/// One column of names and what belongs to it.
struct Asked {
    heading: String,
    name: usize,
    country: Option<usize>,
    admin: Option<usize>,
}

impl Columns {
    fn find(args: &Args, headers: &ByteRecord) -> Result<Self> {
        let find = |wanted: &String| position(headers, wanted);
        let asked = |(n, name): (usize, &String)| -> Result<Asked> {
            let country = args.country.get(n).map(find).transpose()?;
            let admin = args.admin.get(n).map(find).transpose()?;
            Ok(Asked { heading: name.clone(), name: find(name)?, country, admin })
        };
        Ok(Self {
            asked: args.name.iter().enumerate().map(asked).collect::<Result<_>>()?,
            point: args
                .lat
                .as_ref()
                .zip(args.lon.as_ref())
                .map(|(lat, lon)| anyhow::Ok((find(lat)?, find(lon)?)))
                .transpose()?,
            level: args.kind,
        })
    }

    fn header(&self, headers: &ByteRecord) -> ByteRecord {
        let mut header = headers.clone();
        for asked in &self.asked {
            let prefix = if self.asked.len() > 1 { format!("{}_", asked.heading) } else { String::new() };
            for added in ADDED {
                header.push_field(format!("{prefix}{added}").as_bytes());
            }
        }
        header
    }

    fn point(&self, row: &ByteRecord) -> Option<Point> {
        let (lat, lon) = self.point?;
        let number = |column| cell(row, column).trim().parse::<f64>().ok();
        Point::from_degrees(number(lat)?, number(lon)?)
    }
}

fn position(headers: &ByteRecord, wanted: &str) -> Result<usize> {
    let plain =
        |header: &[u8]| String::from_utf8_lossy(header).trim_start_matches('\u{feff}').trim().to_owned();
    let names: Vec<String> = headers.iter().map(plain).collect();
    match names.iter().position(|name| name == wanted) {
        Some(column) => Ok(column),
        None => bail!("there is no column `{wanted}`; the file has: {}", names.join(", ")),
    }
}

/// A cell as text; empty where the row is short. Bytes that are not UTF-8 are shown as replacement characters.
fn cell(row: &ByteRecord, column: usize) -> Cow<'_, str> {
    row.get(column).map_or(Cow::Borrowed(""), String::from_utf8_lossy)
}

/// The rows of a batch with the added cells.
fn resolve(
    gazetteer: &Gazetteer,
    columns: &Columns,
    batch: &[ByteRecord],
    summary: &mut Summary,
) -> Vec<ByteRecord> {
    let mut rows = batch.to_vec();
    for asked in &columns.asked {
        let texts: Vec<[Cow<'_, str>; 3]> = batch
            .iter()
            .map(|row| {
                [Some(asked.name), asked.country, asked.admin]
                    .map(|column| column.map_or(Cow::Borrowed(""), |n| cell(row, n)))
            })
            .collect();
        let queries: Vec<Query<'_>> = batch
            .iter()
            .zip(&texts)
            .map(|(row, [name, country, admin])| {
                let query = Query::named(name).in_country(country).in_admin(admin);
                Query { level: columns.level, point: columns.point(row), ..query }
            })
            .collect();
        let found = reconcile_all(gazetteer, &queries);
        for ((row, query), found) in rows.iter_mut().zip(&queries).zip(&found) {
            let wrong_point = wrong_point(gazetteer, query, found);
            summary.count(found, wrong_point);
            for cell in added(found, wrong_point) {
                row.push_field(cell.as_bytes());
            }
        }
    }
    rows
}

fn wrong_point(gazetteer: &Gazetteer, query: &Query<'_>, found: &Reconciled<'_>) -> Option<PointCheck> {
    let country = found.country.as_ref()?.iso2;
    Some(point_check(gazetteer, country, query.point?)).filter(|check| *check != PointCheck::Inside)
}

fn added(found: &Reconciled<'_>, wrong_point: Option<PointCheck>) -> [String; 11] {
    let top = found.candidates.first().filter(|_| found.decision != Decision::None);
    let of = |say: &dyn Fn(&Candidate<'_>) -> String| top.map(say).unwrap_or_default();
    let degrees = |degrees: f64| format!("{degrees:.5}");
    let mut reasons = match (found.decision, top) {
        (Decision::Match, Some(top)) => top.reasons(),
        (_, Some(top)) => format!("{}; {}", found.reason, top.reasons()),
        (_, None) => found.reason.clone(),
    };
    if let Some(wrong) = wrong_point {
        reasons = format!("{reasons}; {}", wrong.sentence());
    }
    [
        of(&|top| top.id.to_string()),
        of(&|top| top.place.canonical().geonames().to_string()),
        of(&|top| top.place.name().to_owned()),
        of(&|top| top.place.country().to_string()),
        of(&|top| top.place.admin1().map_or(String::new(), |state| state.name().to_owned())),
        of(&|top| top.place.point().map_or(String::new(), |point| degrees(point.lat()))),
        of(&|top| top.place.point().map_or(String::new(), |point| degrees(point.lon()))),
        of(&|top| format!("{:.3}", top.score)),
        found.decision.as_str().to_owned(),
        reasons,
        alternatives(found),
    ]
}

/// `gn5043473 Rochester, Minnesota (US) 0.415 | …`, at most five; for `none` what came nearest.
fn alternatives(found: &Reconciled<'_>) -> String {
    let skip = usize::from(found.decision != Decision::None);
    let one = |candidate: &Candidate<'_>| {
        let place = &candidate.place;
        let state = place.admin1().map_or(String::new(), |state| format!(", {}", state.name()));
        format!("{} {}{state} ({}) {:.3}", candidate.id, place.name(), place.country(), candidate.score)
    };
    found.candidates.iter().skip(skip).take(5).map(one).collect::<Vec<_>>().join(" | ")
}

/// What became of the rows.
#[derive(Debug, Default, serde::Serialize)]
struct Summary {
    names: u64,
    matched: u64,
    review: u64,
    none: u64,
    repaired: u64,
    wrong_points: u64,
    #[serde(skip)]
    grounds: BTreeMap<(Decision, Ground), u64>,
}

impl Summary {
    fn count(&mut self, found: &Reconciled<'_>, wrong_point: Option<PointCheck>) {
        self.names += 1;
        match found.decision {
            Decision::Match => self.matched += 1,
            Decision::Review => self.review += 1,
            Decision::None => self.none += 1,
        }
        self.repaired += u64::from(found.repaired);
        self.wrong_points += u64::from(wrong_point.is_some());
        *self.grounds.entry((found.decision, found.ground)).or_default() += 1;
    }

    fn tell(&self, story: &mut impl Write) -> Result<()> {
        writeln!(
            story,
            "{} names: {} match, {} review, {} none",
            self.names, self.matched, self.review, self.none
        )?;
        for ((decision, ground), count) in &self.grounds {
            writeln!(story, "  {count:>8} {}: {}", decision.as_str(), ground.as_str())?;
        }
        if self.repaired > 0 {
            writeln!(story, "{} names had been mis-encoded and were repaired", self.repaired)?;
        }
        if self.wrong_points > 0 {
            writeln!(story, "{} points do not lie in the stated country", self.wrong_points)?;
        }
        Ok(())
    }
}
