//! The TypeScript islands, bundled into what the binary embeds.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::Result;

use crate::command::must;

/// Builds `web/dist` unless it is newer than everything it is made from.
pub(crate) fn built(root: &Path) -> Result<()> {
    let web = root.join("web");
    let made = modified(&web.join("dist/explore.js"));
    if made.is_some() && newest_source(&web) <= made {
        return Ok(());
    }
    must(Command::new("npm").current_dir(&web).args(["ci", "--no-audit", "--no-fund", "--silent"]))?;
    must(Command::new("npm").current_dir(&web).args(["run", "--silent", "build"]))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn newest_in(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?;
    entries.flatten().filter_map(|entry| modified(&entry.path())).max()
}

fn newest_source(web: &Path) -> Option<SystemTime> {
    let roots = ["package-lock.json", "build.mjs"].map(|name| modified(&web.join(name)));
    roots.into_iter().chain([newest_in(&web.join("src"))]).max().flatten()
}
