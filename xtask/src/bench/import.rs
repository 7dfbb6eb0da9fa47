//! Import, snapshot, start-up and names at two sizes: rows a second, peak memory, seconds to the first answer
//! (which builds the snapshot) and to the first page.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::watched::watched;
use crate::gazetteer;
use crate::server::Server;

const LIST: &str = "../shared/data/twin-cities-wikipedia/twin_cities_raw.csv";

pub(super) fn bench(root: &Path) -> Result<()> {
    let list = root.join(LIST);
    ensure!(list.exists(), "the import bench needs {LIST}");
    let gazetteer = gazetteer::compiled(root, "release")?;
    let binary = gazetteer::binary(root, "release")?;
    let folder = std::env::temp_dir().join(format!("comity-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let large = folder.join("shifted.csv");
    std::fs::write(&large, shifted(&std::fs::read_to_string(&list)?, 4))?;
    println!(
        "{:<28} {:>9} {:>9} {:>11} {:>10} {:>10} {:>10} {:>12} {:>10}",
        "import", "rows", "seconds", "rows/s", "peak MiB", "answer s", "page s", "names rows/s", "peak MiB"
    );
    for (name, file) in [("twin list", &list), ("twin list, shifted 4 times", &large)] {
        let rows = BufReader::new(std::fs::File::open(file)?).lines().count() - 1;
        let register = folder.join(format!("{rows}.db"));
        let comity = || comity(&binary, &gazetteer, &register);
        let import = watched(comity().arg("import").arg(file))?;
        let answer = watched(comity().args(["ask", "profile", "gn5128581"]))?;
        let page = first_page(&mut comity())?;
        let mut names = comity();
        names.arg("reconcile").arg(file).args(["--name", "city1", "--country", "country1", "--out"]);
        let names = watched(names.arg(folder.join("names.csv")))?;
        #[expect(clippy::cast_precision_loss, reason = "rows are few")]
        let (speed, names_speed) = (rows as f64 / import.seconds, rows as f64 / names.seconds);
        println!(
            "{name:<28} {rows:>9} {:>9.2} {speed:>11.0} {:>10} {:>10.2} {page:>10.2} {names_speed:>12.0} {:>10}",
            import.seconds, import.peak_mib, answer.seconds, names.peak_mib
        );
    }
    std::fs::remove_dir_all(&folder).context("clear the bench folder")
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

/// Seconds from starting the server to the last byte of its home page.
fn first_page(comity: &mut Command) -> Result<f64> {
    let started = Instant::now();
    let server = Server::start(comity)?;
    let address = &server.address;
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    ensure!(
        page.starts_with("HTTP/1.1 200"),
        "the home page answered {}",
        page.lines().next().unwrap_or_default()
    );
    Ok(started.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifting_makes_new_pairs_of_the_same_names() {
        let list = "city1,country1,city2,country2\na,A,b,B\nc,C,d,D\n";
        assert_eq!(shifted(list, 1), "city1,country1,city2,country2\na,A,d,D\nc,C,b,B\n");
    }
}
