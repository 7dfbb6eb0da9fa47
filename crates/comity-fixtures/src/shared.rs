//! Material beside the project that a test may need, and a loud word when it is not there.

use std::io::Write;
use std::path::PathBuf;

/// Says loudly that a test, or a part of it, is skipped and why; `cargo xtask test` counts and repeats it.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
pub fn skip(why: &str) {
    eprintln!("skipped: {why}");
    let Some(path) = std::env::var_os("COMITY_SKIP_LOG") else { return };
    let log = std::fs::OpenOptions::new().append(true).create(true).open(path);
    let written = log.and_then(|mut log| writeln!(log, "{why}"));
    written.expect("the list of skipped tests can be written");
}

/// A file or folder of the shared material beside the project; skips where it is not there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).join(path);
    if found.exists() {
        return Some(found);
    }
    skip(&format!("needs {path} of the shared material, which is not beside this checkout"));
    None
}

/// The compiled gazetteer that `cargo xtask test` prepares; skips where there is none.
pub fn gazetteer_bytes() -> Option<Vec<u8>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/comity.gaz");
    let path = std::env::var("COMITY_GAZETTEER").unwrap_or_else(|_| default.to_owned());
    let bytes = std::fs::read(path).ok();
    if bytes.is_none() {
        skip("needs the compiled gazetteer (cargo xtask data)");
    }
    bytes
}
