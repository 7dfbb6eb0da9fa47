//! Import at two sizes beside the raw load of the same rows by others: rows a second, growth, peak memory; then what
//! follows it, seconds to the first answer (which makes the snapshot) and to the first page.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::http::Client;
use super::peers::venv;
use super::watched::{Run, watched};
use crate::command::answers;
use crate::gazetteer;
use crate::server::Server;

const LIST: &str = "../shared/data/twin-cities-wikipedia/twin_cities_raw.csv";
/// How many times the list is shifted: some 100,000 rows, and 400,000.
const TIMES: [usize; 2] = [4, 16];
/// Rows of the list that is imported last: what is on file must not slow it.
const FEW: usize = 100;

pub(super) fn bench(root: &Path) -> Result<()> {
    let list = list(root)?;
    let gazetteer = gazetteer::compiled(root, "release")?;
    let binary = gazetteer::binary(root, "release")?;
    let folder = std::env::temp_dir().join(format!("comity-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let [few, more] = ["few.csv", "more.csv"].map(|name| folder.join(name));
    for file in [&few, &more] {
        std::fs::write(file, first_rows(&shifted(&list, 1), FEW))?;
    }
    println!(
        "{:<24} {:>9} {:>9} {:>11} {:>10} {:>14}",
        "", "rows", "seconds", "rows/s", "peak MiB", "anonymous MiB"
    );
    let loads = loads(root);
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new(); loads.len() + 1];
    let mut after = Vec::new();
    for times in TIMES {
        let file = folder.join("shifted.csv");
        let text = shifted(&list, times);
        let rows = text.lines().count() - 1;
        std::fs::write(&file, text)?;
        let register = folder.join(format!("{rows}.db"));
        let comity = || comity(&binary, &gazetteer, &register);
        watched(comity().arg("import").arg(&few))?;
        let run = watched(comity().arg("import").arg(&file))?;
        runs[0].push(told("comity import", rows, &run));
        for (load, seen) in loads.iter().zip(&mut runs[1..]) {
            let database = folder.join(format!("{rows}.{}", load.name().replace(' ', "-")));
            let run = watched(&mut load.command(&file, &database))?;
            seen.push(told(load.name(), rows, &run));
        }
        let more = watched(comity().arg("import").arg(&more))?;
        let answer = watched(comity().args(["ask", "profile", "gn5128581"]))?;
        after.push((rows, more, answer, first_page(&mut comity())?));
    }
    let names = std::iter::once("comity import").chain(loads.iter().map(RawLoad::name));
    for (name, runs) in names.zip(&runs) {
        println!("{name}: seconds grow with rows to the power {:.2}", exponent(runs));
    }
    for (rows, more, answer, page) in after {
        let (more, answer) = (more.seconds, answer.seconds);
        println!(
            "{rows} on file: {FEW} rows more {more:.2} s, first answer {answer:.2} s, first page {page:.2} s"
        );
    }
    std::fs::remove_dir_all(&folder).context("clear the bench folder")
}

fn list(root: &Path) -> Result<String> {
    let list = root.join(LIST);
    ensure!(list.exists(), "this bench needs {LIST}");
    Ok(std::fs::read_to_string(list)?)
}

/// So many pairs of real cities.
pub(super) fn pairs(root: &Path, rows: usize) -> Result<String> {
    Ok(first_rows(&shifted(&list(root)?, 1), rows))
}

/// The same rows into a table of a database as they are: nothing is read from them, matched or hashed.
enum RawLoad {
    Sqlite,
    /// By its Python package.
    DuckDb(PathBuf),
}

/// Those that are to be had here; says which are not.
fn loads(root: &Path) -> Vec<RawLoad> {
    let mut loads = Vec::new();
    if answers("sqlite3", "--version") {
        loads.push(RawLoad::Sqlite);
    } else {
        eprintln!("import: SKIPPED sqlite3 .import: no program sqlite3");
    }
    match venv(root, &["duckdb==1.4.4"]) {
        Ok(python) => loads.push(RawLoad::DuckDb(python)),
        Err(error) => eprintln!("import: SKIPPED duckdb: {error:#}"),
    }
    loads
}

impl RawLoad {
    fn name(&self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite3 .import",
            Self::DuckDb(_) => "duckdb",
        }
    }

    fn command(&self, file: &Path, database: &Path) -> Command {
        match self {
            Self::Sqlite => {
                let mut command = Command::new("sqlite3");
                command.arg(database).arg(format!(".import --csv '{}' pairs", file.display()));
                command
            }
            Self::DuckDb(python) => {
                let mut command = Command::new(python);
                command.args(["-c", DUCKDB]).args([database, file]);
                command
            }
        }
    }
}

const DUCKDB: &str = "import sys, duckdb; duckdb.connect(sys.argv[1]).execute(\
    'CREATE TABLE pairs AS SELECT * FROM read_csv(?, all_varchar = true, ignore_errors = true)', [sys.argv[2]])";

/// Prints how a run went; rows and seconds.
#[expect(clippy::cast_precision_loss, reason = "rows are few")]
fn told(name: &str, rows: usize, run: &Run) -> (f64, f64) {
    let Run { seconds, peak_mib, anonymous_mib } = run;
    let speed = rows as f64 / seconds;
    println!("{name:<24} {rows:>9} {seconds:>9.2} {speed:>11.0} {peak_mib:>10} {anonymous_mib:>14}");
    (rows as f64, *seconds)
}

/// To which power of the rows the seconds grow.
fn exponent(runs: &[(f64, f64)]) -> f64 {
    let [small, .., large] = runs else { return f64::NAN };
    (large.1 / small.1).ln() / (large.0 / small.0).ln()
}

fn first_rows(list: &str, rows: usize) -> String {
    list.lines().take(rows + 1).flat_map(|line| [line, "\n"]).collect()
}

fn comity(binary: &Path, gazetteer: &Path, register: &Path) -> Command {
    let mut command = Command::new(binary);
    command.env("COMITY_GAZETTEER", gazetteer).arg("--register").arg(register).args(["--by", "bench"]);
    command
}

/// The list's first cities paired with its second cities `1..=times` rows further on: as many new pairs of
/// the same names.
fn shifted(list: &str, times: usize) -> String {
    let mut lines = list.lines();
    let mut text = format!("{}\n", lines.next().unwrap_or_default());
    let rows: Vec<(&str, &str)> = lines.filter(|line| !line.contains('"')).filter_map(halves).collect();
    for shift in 1..=times {
        for (row, (first, _)) in rows.iter().enumerate() {
            let (_, second) = rows[(row + shift) % rows.len()];
            writeln!(text, "{first},{second}").expect("a string takes any text");
        }
    }
    text
}

fn halves(line: &str) -> Option<(&str, &str)> {
    let (middle, _) = line.match_indices(',').nth(1)?;
    Some((line.get(..middle)?, line.get(middle + 1..)?))
}

/// Seconds from starting the server to the last byte of its home page; who is told to come again does.
pub(super) fn first_page(comity: &mut Command) -> Result<f64> {
    let started = Instant::now();
    let server = Server::start(comity)?;
    loop {
        match Client::connect(&server.address)?.get("/")?.status {
            200 => return Ok(started.elapsed().as_secs_f64()),
            503 | 504 if started.elapsed() < Duration::from_mins(10) => {}
            other => bail!("the home page answered {other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_twice_as_long_for_twice_the_rows_grows_with_them() {
        assert_eq!(exponent(&[(100.0, 1.0), (200.0, 2.0)]).to_string(), "1");
        assert!(exponent(&[(100.0, 1.0)]).is_nan());
        assert_eq!(first_rows("head\na\nb\n", 1), "head\na\n");
    }

    #[test]
    fn shifting_makes_new_pairs_of_the_same_names() {
        let list = "city1,country1,city2,country2\na,A,b,B\nc,C,d,D\n";
        assert_eq!(shifted(list, 1), "city1,country1,city2,country2\na,A,d,D\nc,C,b,B\n");
    }
}
