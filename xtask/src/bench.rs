//! `cargo xtask bench`: ourselves and the named peers on the same input in one run.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

pub(crate) fn bench(_root: &Path, rest: &[String]) -> Result<ExitCode> {
    bail!("no bench is called {rest:?}")
}
