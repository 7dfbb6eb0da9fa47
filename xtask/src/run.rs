//! `cargo xtask run`: from a fresh clone to a URL.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::{gazetteer, islands};

/// Quicker to build than `release`, and nearly as quick.
const PROFILE: &str = "quick";

/// Builds what is missing and serves the atlas; `rest` goes to `comity serve`.
pub(crate) fn run(root: &Path, rest: &[String]) -> Result<ExitCode> {
    islands::built(root)?;
    let gazetteer = gazetteer::compiled(root, PROFILE)?;
    let binary = gazetteer::binary(root, PROFILE)?;
    let mut serve = Command::new(binary);
    serve.arg("serve").args(rest).env("COMITY_GAZETTEER", gazetteer);
    let status = serve.status().context("start `comity serve`")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
