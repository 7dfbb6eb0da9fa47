//! The reconciliation service over loopback: batches of ten a second, as OpenRefine sends them.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::http::Client;
use crate::gazetteer;
use crate::server::Server;

const NAMES: &str = "../shared/data/names-messy/messy1000.tsv";
/// Queries in a batch, as OpenRefine has it.
const BATCH: usize = 10;
/// How often each client sends the whole file.
const ROUNDS: usize = 5;

pub(super) fn bench(root: &Path) -> Result<()> {
    let names = root.join(NAMES);
    ensure!(names.exists(), "the reconcile bench needs {NAMES}");
    let batches = batches(&std::fs::read_to_string(&names)?);
    let gazetteer = gazetteer::compiled(root, "release")?;
    let folder = std::env::temp_dir().join(format!("comity-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut comity = Command::new(gazetteer::binary(root, "release")?);
    comity.env("COMITY_GAZETTEER", &gazetteer).arg("--register").arg(folder.join("atlas.db"));
    let server = Server::start(&mut comity)?;
    // The first request makes the snapshot; it is not measured.
    send(&server.address, &batches, 1)?;
    println!("{:<24} {:>11} {:>11} {:>9} {:>9}", "reconcile", "batches/s", "queries/s", "p50 ms", "p99 ms");
    for clients in [1, 2] {
        let started = Instant::now();
        let mut times = together(&server.address, &batches, clients)?;
        let seconds = started.elapsed().as_secs_f64();
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
        #[expect(clippy::cast_precision_loss, reason = "batches are few")]
        let speed = times.len() as f64 / seconds;
        println!(
            "{:<24} {speed:>11.0} {:>11.0} {:>9.1} {:>9.1}",
            format!("{clients} client(s), batch of {BATCH}"),
            speed * 10.0,
            at(50),
            at(99)
        );
    }
    drop(server);
    std::fs::remove_dir_all(&folder).context("clear the bench folder")
}

/// The bodies of the requests: names with their country, ten at a time.
fn batches(list: &str) -> Vec<String> {
    let rows: Vec<(&str, &str)> = list.lines().skip(1).filter_map(row).collect();
    rows.chunks(BATCH).map(|rows| format!("queries={}", encoded(&queries(rows)))).collect()
}

fn row(line: &str) -> Option<(&str, &str)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?))
}

fn queries(rows: &[(&str, &str)]) -> String {
    format!("{{{}}}", rows.iter().enumerate().map(|(n, (name, country)): (usize, &(&str, &str))| {
        let (name, country) = (name.replace(['\\', '"'], " "), country.trim());
        format!(
            r#""q{n}":{{"query":"{name}","type":"city","type_strict":"should","properties":[{{"pid":"country","v":"{country}"}}]}}"#
        )
    }).collect::<Vec<_>>().join(","))
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        write!(out, "%{byte:02X}").expect("a string takes any text");
        out
    })
}

/// Each client sends everything, one batch after the other; the time of each.
fn together(address: &str, batches: &[String], clients: usize) -> Result<Vec<Duration>> {
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..clients).map(|_| scope.spawn(|| send(address, batches, ROUNDS))).collect();
        let mut times = Vec::new();
        for client in running {
            times.extend(client.join().expect("a client does not panic")?);
        }
        Ok(times)
    })
}

fn send(address: &str, batches: &[String], rounds: usize) -> Result<Vec<Duration>> {
    let mut client = Client::connect(address)?;
    let mut times = Vec::new();
    for body in batches.iter().cycle().take(batches.len() * rounds) {
        let started = Instant::now();
        let request = format!(
            "POST /reconcile HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let reply = String::from_utf8(client.send(&request)?.body)?;
        ensure!(reply.contains(r#""q0":"#), "not a batch of results: {reply}");
        times.push(started.elapsed());
    }
    Ok(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_a_form_of_json() {
        let list = "name\tcountry\tgeonameid\nlanus\tAR\t1\n";
        let json = r#"{"q0":{"query":"lanus","type":"city","type_strict":"should","properties":[{"pid":"country","v":"AR"}]}}"#;
        assert_eq!(batches(list), [format!("queries={}", encoded(json))]);
        assert_eq!(encoded("a{"), "%61%7B");
    }
}
