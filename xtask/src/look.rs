//! `cargo xtask pictures`, `axe` and `downloads`: pages looked at in a browser, their files in other programs, by hand and never in ci.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::bench::venv;
use crate::command::must;
use crate::{browser, gazetteer, islands};

/// `OUT [NAME…]`: pictures of each kind of page in both themes and at both widths, and a sheet of all.
pub(crate) fn pictures(root: &Path, rest: &[String]) -> Result<ExitCode> {
    let Some((out, names)) = rest.split_first() else {
        bail!("where to? cargo xtask pictures OUT [NAME…]");
    };
    let out = std::path::absolute(out)?;
    must(node(root)?.arg("e2e/pictures.mjs").arg(out).args(names))?;
    Ok(ExitCode::SUCCESS)
}

/// The whole matrix: each kind of page, wide and on a phone, light and dark.
pub(crate) fn axe(root: &Path) -> Result<ExitCode> {
    let tests = ["--test", "--test-reporter=spec", "e2e/everyone.test.mjs"];
    must(node(root)?.env("COMITY_AXE", "all").args(tests))?;
    Ok(ExitCode::SUCCESS)
}

/// What the files of the explorer are opened with.
const READERS: [&str; 3] = ["openpyxl==3.1.5", "geopandas==1.2.0", "networkx==3.6.1"];

/// The files of some looks of the explorer, opened in other programs: as many ties and places as its pages show.
pub(crate) fn downloads(root: &Path) -> Result<ExitCode> {
    let python =
        venv(root, &READERS).with_context(|| format!("{} are not to be had here", READERS.join(", ")))?;
    let out = root.join("target/downloads");
    if out.exists() {
        std::fs::remove_dir_all(&out)?;
    }
    must(node(root)?.arg("e2e/downloads.mjs").arg(&out))?;
    must(Command::new(python).arg(root.join("web/e2e/opened.py")).arg(&out))?;
    Ok(ExitCode::SUCCESS)
}

/// Node with the program, its places and a browser.
fn node(root: &Path) -> Result<Command> {
    islands::built(root)?;
    let (program, places) = gazetteer::program(root, "dev")?;
    let mut node = Command::new("node");
    node.current_dir(root.join("web")).env("COMITY_GAZETTEER", places).env("COMITY_BINARY", program);
    node.env("COMITY_CHROMIUM", browser::installed()?);
    Ok(node)
}
