//! `cargo xtask fit`: fits the weights of the reconciliation on places made messy, and draws how far scores can be believed.

use std::path::Path;

use anyhow::Result;

use crate::command::{cargo, must};

/// Again after the weights are written, because they are compiled in: to measure with them.
pub(crate) fn fit(root: &Path) -> Result<()> {
    for step in ["weights", "calibrate", "thresholds"] {
        let arguments = ["--release", "--locked", "-p", "comity-reconcile", "--example", "fit", "--", step];
        must(&mut cargo(root, "run", &arguments))?;
    }
    Ok(())
}
