//! The web servers that an atlas may stand behind, to test the lines we document for them.

use anyhow::{Result, ensure};

use crate::command::{answers, apt_install, is_root};

/// Program and Debian package, and what it says its version to.
const PROXIES: [(&str, &str); 2] = [("nginx", "-v"), ("caddy", "version")];

/// Installs Debian's where they are missing and that is allowed. A test that misses one skips by its name.
pub(crate) fn installed() -> Result<()> {
    let missing = PROXIES.into_iter().filter(|(program, asked)| !answers(program, asked));
    let missing: Vec<&str> = missing.map(|(program, _)| program).collect();
    if missing.is_empty() {
        return Ok(());
    }
    ensure!(is_root(), "{} are not installed, and only root may install them", missing.join(", "));
    apt_install(&missing)
}
