//! The home page and the explorer in a browser without a graphics card, on the full register, beside flowmap.gl on the same ties.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::worlds::full;
use crate::command::{must, output};
use crate::server::Server;
use crate::{browser, islands};

/// A page, what is measured of it, and how much that may be.
struct Figure {
    page: &'static str,
    name: &'static str,
    says: &'static str,
    at_most: Option<f64>,
}

const HOME: &str = "home";
const OURS: &str = "explorer";
const PEER: &str = "flowmap.gl";

const fn figure(page: &'static str, name: &'static str, says: &'static str, at_most: Option<f64>) -> Figure {
    Figure { page, name, says, at_most }
}

const FIGURES: [Figure; 21] = [
    figure(HOME, "first_ms", "home, first asked, largest paint, ms", None),
    figure(HOME, "rested_ms", "home, after a pause, largest paint, ms", None),
    figure(HOME, "lcp_ms", "home, largest paint, ms", Some(1500.0)),
    figure(HOME, "kb", "home, kB", Some(120.0)),
    figure(HOME, "foreign", "home, requests to others", Some(0.0)),
    figure(OURS, "ready_ms", "explorer, usable, ms", Some(3000.0)),
    figure(OURS, "drawn_ms", "explorer, drawn, ms", None),
    figure(OURS, "kb", "explorer, kB", Some(700.0)),
    figure(OURS, "foreign", "explorer, requests to others", Some(0.0)),
    figure(OURS, "pan_world_p50", "pan, world, p50 ms", None),
    figure(OURS, "pan_world_p95", "pan, world, p95 ms", Some(150.0)),
    figure(OURS, "pan_world_max", "pan, world, longest ms", None),
    figure(OURS, "pan_europe_p50", "pan, Europe, p50 ms", None),
    figure(OURS, "pan_europe_p95", "pan, Europe, p95 ms", None),
    figure(OURS, "pan_europe_max", "pan, Europe, longest ms", None),
    figure(OURS, "brush_p50", "years dragged, p50 ms", None),
    figure(OURS, "brush_p95", "years dragged, p95 ms", None),
    figure(OURS, "brush_max", "years dragged, longest ms", None),
    figure(OURS, "brush_requests", "years dragged, requests", Some(0.0)),
    figure(OURS, "country_ms", "a country chosen, ms", Some(200.0)),
    figure(OURS, "city_ms", "a city chosen, ms", Some(200.0)),
];

pub(super) fn bench(root: &Path) -> Result<()> {
    islands::built(root)?;
    let world = full(root)?;
    let peer = peer(root);
    let server = Server::start(&mut world.comity())?;
    let mut node = Command::new("node");
    node.current_dir(root.join("web")).stderr(Stdio::inherit());
    node.env("COMITY_CHROMIUM", browser::installed()?).arg("e2e/frames.mjs");
    node.arg(format!("http://{}", server.address)).args(peer.as_ref().ok());
    let before = load();
    let pages = Pages::read(&output(&mut node)?)?;
    print!("{}", pages.told());
    println!("load of the machine before {before}, after {}", load());
    if let Err(error) = peer {
        eprintln!("explorer: SKIPPED {PEER}: {error:#}");
    }
    Ok(())
}

/// How much the machine had to do in the last minute, where the system says.
fn load() -> String {
    let said = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    said.split(' ').next().unwrap_or_default().to_owned()
}

/// The page of the peer, made of its packages in a folder that is thrown away with `target`.
fn peer(root: &Path) -> Result<PathBuf> {
    let (from, to) = (root.join("bench/explorer"), root.join("target/bench-explorer"));
    std::fs::create_dir_all(&to)?;
    for file in ["package.json", "index.html"] {
        std::fs::copy(from.join(file), to.join(file)).with_context(|| format!("copy {file}"))?;
    }
    let install = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
    must(Command::new("npm").current_dir(&to).args(install))?;
    let mut bundle = Command::new(root.join("web/node_modules/.bin/esbuild"));
    bundle.arg(from.join("page.mjs")).env("NODE_PATH", to.join("node_modules"));
    bundle.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]);
    must(bundle.arg(format!("--outfile={}", to.join("peer.js").display())))?;
    Ok(to)
}

/// The figures of every page by its name.
struct Pages(BTreeMap<String, BTreeMap<String, f64>>);

impl Pages {
    fn read(printed: &str) -> Result<Self> {
        let pages: Result<_> = printed.lines().map(page_of).collect();
        let pages = Self(pages?);
        for page in [HOME, OURS] {
            ensure!(pages.0.contains_key(page), "nothing was measured of the {page}");
        }
        Ok(pages)
    }

    fn get(&self, page: &str, name: &str) -> Option<f64> {
        self.0.get(page)?.get(name).copied()
    }

    /// A line for each figure; what may be no more than it is says so.
    fn told(&self) -> String {
        let mut told = format!("{:<38} {:>9} {PEER:>11} {:>7} {:>8}\n", "", "comity", "ratio", "at most");
        for Figure { page, name, says, at_most } in &FIGURES {
            let ours = self.get(page, name);
            let theirs = self.get(PEER, name).filter(|_| *page == OURS);
            let ratio = ours.zip(theirs).map(|(ours, theirs)| theirs / ours);
            let broken = ours.zip(*at_most).is_some_and(|(ours, most)| ours > most);
            let cells = format!(
                "{says:<38} {:>9} {:>11} {:>7} {:>8}{}",
                number(ours, 1),
                number(theirs, 1),
                number(ratio, 2),
                number(*at_most, 0),
                if broken { "  does not hold" } else { "" },
            );
            told.push_str(cells.trim_end());
            told.push('\n');
        }
        told
    }
}

/// The figures of one page with its name, as the script prints them.
fn page_of(line: &str) -> Result<(String, BTreeMap<String, f64>)> {
    let figures: Value = serde_json::from_str(line).with_context(|| line.to_owned())?;
    let page = figures["page"].as_str().with_context(|| format!("{line} names no page"))?;
    let fields = figures.as_object().into_iter().flatten();
    let numbers = fields.filter_map(|(name, value)| Some((name.clone(), value.as_f64()?))).collect();
    Ok((page.to_owned(), numbers))
}

/// Nothing where there is none, nor where nothing is divided by nothing.
fn number(figure: Option<f64>, digits: usize) -> String {
    let figure = figure.filter(|figure| figure.is_finite());
    figure.map(|figure| format!("{figure:.digits$}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"page":"home","lcp_ms":400,"kb":121.5,"foreign":0}
{"page":"explorer","ready_ms":500,"pan_world_p95":50,"foreign":0}
{"page":"flowmap.gl","ready_ms":1000,"kb":900,"foreign":0}"#;

    /// The line that begins so, its cells parted by one space each.
    fn line(begin: &str) -> String {
        let told = Pages::read(PRINTED).unwrap().told();
        let line = told.lines().find(|line| line.starts_with(begin)).unwrap_or_default().to_owned();
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_peer_stands_beside_with_how_many_times_as_much() {
        assert_eq!(line("explorer, usable"), "explorer, usable, ms 500.0 1000.0 2.00 3000");
        assert_eq!(line("explorer, requests"), "explorer, requests to others 0.0 0.0 0");
        assert_eq!(line("pan, world, p95"), "pan, world, p95 ms 50.0 150");
    }

    #[test]
    fn what_is_more_than_it_may_be_says_so() {
        assert_eq!(line("home, kB"), "home, kB 121.5 120 does not hold");
        assert_eq!(line("home, largest paint, ms"), "home, largest paint, ms 400.0 1500");
    }

    #[test]
    fn what_is_no_figure_is_refused_and_so_is_a_page_that_is_missing() {
        assert!(Pages::read("out of memory").is_err());
        let missing = Pages::read(r#"{"page":"home","kb":1}"#).map(drop).unwrap_err();
        assert_eq!(missing.to_string(), "nothing was measured of the explorer");
    }
}
