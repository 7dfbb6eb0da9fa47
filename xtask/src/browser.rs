//! A Chromium to look at our own pages with.

use anyhow::{Result, ensure};

use crate::command::{answers, apt_install, is_root};

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The program's name, installing Debian's where that is allowed.
pub(crate) fn installed() -> Result<&'static str> {
    if let Some(found) = on_path() {
        return Ok(found);
    }
    ensure!(is_root(), "Chromium is not installed, and only root may install it (Debian: chromium)");
    apt_install(&["chromium"])?;
    let found = on_path();
    ensure!(found.is_some(), "Chromium was installed but does not answer");
    Ok(found.unwrap_or(NAMES[0]))
}

fn on_path() -> Option<&'static str> {
    NAMES.into_iter().find(|name| answers(name, "--version"))
}
