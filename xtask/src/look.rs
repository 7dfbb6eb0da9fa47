//! `cargo xtask pictures` and `axe`: every kind of page looked at in a browser, by hand and never in ci.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

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

/// Node with the program, its places and a browser.
fn node(root: &Path) -> Result<Command> {
    islands::built(root)?;
    let mut node = Command::new("node");
    node.current_dir(root.join("web")).env("COMITY_GAZETTEER", gazetteer::compiled(root, "dev")?);
    node.env("COMITY_CHROMIUM", browser::installed()?).env("COMITY_BINARY", gazetteer::binary(root, "dev")?);
    Ok(node)
}
