//! Times single lookups on files of names and prints a line of JSON, in the shape of `bench/names/peers.py`.
//!
//! `cargo run --release --example lookup -- INDEX FILE...`; a FILE has the columns name, country, geonameid.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool prints, and stops where it cannot"
)]

use std::fs::File;
use std::path::Path;
use std::time::{Duration, Instant};

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, reconcile};

/// Each row is asked so often; its time is the middle one, so that other work on the machine does not count.
const TIMES: usize = 21;

struct Row {
    name: String,
    country: String,
    id: String,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let index = arguments.next().unwrap();
    let start = Instant::now();
    let gazetteer = open(Path::new(&index));
    let opened = start.elapsed();
    let files: Vec<String> = arguments.map(|path| format!("{}, ", figures_of(&gazetteer, &path))).collect();
    println!(
        "{{\"who\": \"comity\", \"ready_s\": {:.6}, {}\"resident_mib\": {}}}",
        opened.as_secs_f64(),
        files.concat(),
        peak_mib()
    );
}

#[expect(unsafe_code, reason = "mapping a file is unsafe by nature; nobody rewrites the index meanwhile")]
fn open(index: &Path) -> Gazetteer {
    let file = File::open(index).unwrap();
    // SAFETY: the index is only ever replaced by renaming.
    Gazetteer::open(unsafe { memmap2::Mmap::map(&file) }.unwrap()).unwrap()
}

/// `"messy1000": [figures of a quarter of the rows, figures of all]`
fn figures_of(gazetteer: &Gazetteer, path: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).unwrap();
    let of = |row: csv::StringRecord| Row { name: row[0].into(), country: row[1].into(), id: row[2].into() };
    let rows: Vec<Row> = reader.records().map(|row| of(row.unwrap())).collect();
    let each: Vec<(bool, Duration)> = rows.iter().map(|row| ask(gazetteer, row)).collect();
    let name = Path::new(path).file_stem().unwrap().to_string_lossy();
    format!("\"{name}\": [{}, {}]", figures(&each[..each.len() / 4]), figures(&each))
}

/// Whether the first candidate is right, and how long it takes to know.
fn ask(gazetteer: &Gazetteer, row: &Row) -> (bool, Duration) {
    let query = Query::named(&row.name).in_country(&row.country);
    let mut right = false;
    let mut times = [Duration::ZERO; TIMES];
    for time in &mut times {
        let start = Instant::now();
        let found = reconcile(gazetteer, &query);
        *time = start.elapsed();
        right = found.candidates.first().is_some_and(|c| c.place.geonames().to_string() == row.id);
    }
    times.sort_unstable();
    (right, times[TIMES / 2])
}

#[expect(clippy::cast_precision_loss, reason = "a thousand rows")]
fn figures(each: &[(bool, Duration)]) -> String {
    let mut times: Vec<Duration> = each.iter().map(|(_, time)| *time).collect();
    times.sort_unstable();
    let rows = each.len();
    let ms = |n: usize| 1000.0 * times[n].as_secs_f64();
    format!(
        "{{\"rows\": {rows}, \"top1\": {}, \"per_second\": {}, \"p50_ms\": {}, \"p99_ms\": {}}}",
        each.iter().filter(|(right, _)| *right).count() as f64 / rows as f64,
        rows as f64 / times.iter().sum::<Duration>().as_secs_f64(),
        ms(rows / 2),
        ms(rows * 99 / 100)
    )
}

/// The most memory held so far, mapped pages included; 0 where the system does not say.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}
