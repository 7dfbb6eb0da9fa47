//! Ourselves and the peers, each timed by its own program on the same file, side by side with their ratio.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::command::{cargo, must, output};

const TWINS: &str = "../shared/data/wikidata-p190-2016/relations.tsv";

/// How many times larger the generated graphs are.
const LARGER: [&str; 2] = ["10", "100"];

/// The indicators on the twin graph and on one ten and a hundred times larger, beside networkx, igraph and networkit.
pub(super) fn graph(root: &Path) -> Result<()> {
    let twins = root.join(TWINS);
    ensure!(twins.exists(), "the graph bench needs {TWINS}");
    let python = venv(root, &["networkx==3.6.1", "igraph==1.0.0", "networkit==11.3", "scipy"])?;
    let ours = |arguments: &[&str]| ours(root, arguments);
    let mut files = vec![twins.clone()];
    for times in LARGER {
        let file = std::env::temp_dir().join(format!("comity-bench-graph-{times}.tsv"));
        std::fs::write(&file, output(ours(&["--generate", times]).arg(&twins))?)?;
        files.push(file);
    }
    let mut table = Command::new(&python);
    table.arg(root.join("bench/graph/table.py"));
    let mut smaller: Option<String> = None;
    for file in &files {
        let mine = output(ours(&[]).arg(file))?;
        let mut peers = Command::new(&python);
        peers.stderr(Stdio::inherit());
        let theirs = output(peers.arg(root.join("bench/graph/peers.py")).arg(file).args(&smaller))?;
        table.arg(file).args([&mine, &theirs]);
        smaller = Some(theirs);
    }
    must(&mut table)?;
    files[1..].iter().try_for_each(std::fs::remove_file).context("clear the generated graphs")
}

fn ours(root: &Path, arguments: &[&str]) -> Command {
    let example = ["--release", "--quiet", "--package", "comity-graph", "--example", "bench", "--"];
    let mut bench = cargo(root, "run", &example);
    bench.args(arguments);
    bench
}

/// Python with these packages, in a folder that is thrown away with `target`.
pub(crate) fn venv(root: &Path, packages: &[&str]) -> Result<std::path::PathBuf> {
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
