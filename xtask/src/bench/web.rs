//! Pages over loopback at two sizes: warm and cold, beside bare bytes, beside Datasette, and beside questions that take long.

mod peers;

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;

use self::peers::{Ceiling, Datasette};
use super::http::{Client, Load};
use super::watched::memory_of;
use super::worlds::{exponent, worlds};
use crate::server::Server;

/// How long each line takes at most.
const TIME: Duration = Duration::from_secs(4);
const CLIENTS: usize = 8;
/// Long questions asked at the same time, each of another year.
const LONG: usize = 4;
/// Pages of one sort that are asked for once each, by a client of a cold server; fewer where there are fewer.
const COLD: usize = 400;

/// A sort of page; `{n}` is the number of a city, `{m}` that of a network or of a country that the city does not lie in.
const PAGES: [(&str, &str); 5] = [
    ("home", "/"),
    ("city", "/entities/synville-{n}"),
    ("network", "/entities/synnet-{m}"),
    ("with", "/ask/with?subject=synville-{n}&object=synland-{m}"),
    ("search", "/search?q=synville+{n}"),
];

pub(super) fn bench(root: &Path) -> Result<()> {
    let ceiling = Ceiling::start(root);
    let datasette = Datasette::installed(root);
    let mut slowest = vec![Vec::new(); PAGES.len()];
    for world in worlds(root)? {
        world.warm()?;
        let server = Server::start(&mut world.comity())?;
        println!("\n{} links", world.links);
        println!("{:<34} {:>9} {:>9} {:>9} {:>9}", "", "requests", "each s", "p50 ms", "p99 ms");
        for ((name, page), slowest) in PAGES.iter().zip(&mut slowest) {
            let cold = one_after_the_other(&server.address, &paths(page, COLD, 0))?;
            told(&format!("{name}, cold, 1 client"), &cold);
            slowest.push(cold.within(50));
            let path = paths(page, 1, 0).remove(0);
            told(&format!("{name}, warm, {CLIENTS} clients"), &together(&server.address, &path)?);
            if let Ok(ceiling) = &ceiling {
                let body = Client::connect(&server.address)?.get(&path)?.body;
                told("  bare bytes of the same length", &together(&ceiling.address, &Ceiling::path(&body))?);
            }
        }
        told(&format!("city, cold, beside {LONG} connected"), &beside_long(&server.address)?);
        let anonymous = memory_of(server.process(), "RssAnon:").unwrap_or_default() / 1024;
        println!("anonymous memory of the server: {anonymous} MiB");
        drop(server);
        match &datasette {
            Ok(datasette) => datasette.bench(&world)?,
            Err(error) => eprintln!("web: SKIPPED datasette: {error:#}"),
        }
    }
    if let Err(error) = ceiling {
        eprintln!("web: SKIPPED bare bytes: {error:#}");
    }
    for ((name, _), slowest) in PAGES.iter().zip(&slowest) {
        println!("{name}: the middle time cold grows with the links to the power {:.2}", exponent(slowest));
    }
    Ok(())
}

/// Addresses of at most so many different pages of a sort, from the nth on: each once, for none is cold twice.
fn paths(page: &str, count: usize, from: usize) -> Vec<String> {
    let path = |n: usize| page.replace("{n}", &n.to_string()).replace("{m}", &((n + 1) % 200).to_string());
    let mut seen = HashSet::new();
    (from..from + count).map(path).filter(|path| seen.insert(path.clone())).collect()
}

fn one_after_the_other(address: &str, paths: &[String]) -> Result<Load> {
    Load::of(address, &[paths.to_vec()], TIME)
}

/// One page again and again by all clients.
fn together(address: &str, path: &str) -> Result<Load> {
    let again = vec![path.to_owned(); 100_000];
    Load::of(address, &vec![again; CLIENTS], TIME)
}

/// City pages nobody asked for before, while others ask for the most connected cities of one year after the other.
fn beside_long(address: &str) -> Result<Load> {
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for n in 0..LONG {
            let stop = &stop;
            scope.spawn(move || long_questions(address, n, stop));
        }
        std::thread::sleep(Duration::from_millis(500));
        let load = one_after_the_other(address, &paths("/entities/synville-{n}", COLD, 10_000));
        stop.store(true, Ordering::Relaxed);
        load
    })
}

/// The nth asker, until told to stop; who is refused waits a little.
fn long_questions(address: &str, nth: usize, stop: &AtomicBool) {
    for year in (0..).map(|turn| 1960 + (nth + LONG * turn) % 60) {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let asked = Client::connect(address);
        let reply = asked.and_then(|mut client| client.get(&format!("/ask/connected?at={year}")));
        if !reply.is_ok_and(|reply| reply.status == 200) {
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

fn told(what: &str, load: &Load) {
    let (requests, each) = (load.requests(), load.per_second());
    println!("{what:<34} {requests:>9} {each:>9.0} {:>9.2} {:>9.2}", load.within(50), load.within(99));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_sort_differ() {
        assert_eq!(paths("/entities/synville-{n}", 2, 7), ["/entities/synville-7", "/entities/synville-8"]);
        assert_eq!(paths("/x?a={n}&b={m}", 1, 201), ["/x?a=201&b=2"]);
        for ((name, page), expected) in PAGES.iter().zip([1, COLD, 200, COLD, COLD]) {
            let paths = paths(page, COLD, 0);
            let different: HashSet<&String> = paths.iter().collect();
            assert_eq!((paths.len(), different.len()), (expected, expected), "{name}");
        }
    }
}
