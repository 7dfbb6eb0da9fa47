//! Ourselves and the peers, each timed by its own program on the same file, side by side with their ratio.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{cargo, must, output};

const TWINS: &str = "../shared/data/wikidata-p190-2016/relations.tsv";

/// The indicators on the twin graph and on one ten times larger, beside networkx, igraph and networkit.
pub(super) fn graph(root: &Path) -> Result<()> {
    let twins = root.join(TWINS);
    ensure!(twins.exists(), "the graph bench needs {TWINS}");
    let python = venv(root, &["networkx==3.6.1", "igraph==1.0.0", "networkit", "scipy"])?;
    let ours = |arguments: &[&str]| {
        let mut bench = cargo(
            root,
            "run",
            &["--release", "--quiet", "--package", "comity-graph", "--example", "bench", "--"],
        );
        bench.args(arguments);
        bench
    };
    let larger = std::env::temp_dir().join("comity-bench-graph-10.tsv");
    std::fs::write(&larger, output(ours(&["--generate", "10"]).arg(&twins))?)?;
    for file in [twins.as_path(), larger.as_path()] {
        let mine = output(ours(&[]).arg(file))?;
        let theirs = output(Command::new(&python).arg(root.join("bench/graph/peers.py")).arg(file))?;
        let table = root.join("bench/graph/table.py");
        must(Command::new(&python).arg(table).arg(file).args([&mine, &theirs]))?;
    }
    std::fs::remove_file(&larger).context("clear the generated graph")
}

/// Python with the peers, in a folder that is thrown away with `target`.
pub(super) fn venv(root: &Path, packages: &[&str]) -> Result<std::path::PathBuf> {
    let home = root.join("target/bench-peers");
    let python = home.join("bin/python3");
    if !python.exists() {
        must(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    }
    must(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(packages),
    )?;
    Ok(python)
}
