//! `cargo xtask bench`: ourselves and the named peers on the same input in one run.

mod ask;
mod explorer;
mod http;
mod import;
mod names;
mod peers;
mod reconcile;
mod snapshot;
mod watched;
mod web;
mod worlds;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

pub(crate) use self::peers::venv;

pub(crate) fn bench(root: &Path, rest: &[String]) -> Result<ExitCode> {
    let names: Vec<&str> = match rest {
        [] => vec!["import", "names", "reconcile", "graph", "snapshot", "ask", "web", "explorer"],
        some => some.iter().map(String::as_str).collect(),
    };
    for name in names {
        match name {
            "import" => import::bench(root)?,
            "names" => names::bench(root)?,
            "reconcile" => reconcile::bench(root)?,
            "graph" => peers::graph(root)?,
            "snapshot" => snapshot::bench(root)?,
            "ask" => ask::bench(root)?,
            "web" => web::bench(root)?,
            "explorer" => explorer::bench(root)?,
            other => bail!(
                "no bench is called {other}: there are import, names, reconcile, graph, snapshot, ask, web and explorer"
            ),
        }
    }
    Ok(ExitCode::SUCCESS)
}
