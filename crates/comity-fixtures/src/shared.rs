//! Material beside the project that a test may need, and a loud word when it is not there.

use std::path::PathBuf;

/// A file or folder of the shared material beside the project; says loudly when a test must be skipped.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")).join(path);
    if found.exists() {
        Some(found)
    } else {
        eprintln!("skipped: needs {path} of the shared material, which is not beside this checkout");
        None
    }
}

/// The compiled gazetteer that `cargo xtask test` prepares; says loudly when a test must be skipped.
#[expect(clippy::print_stderr, reason = "a skipped test must be seen")]
pub fn gazetteer_bytes() -> Option<Vec<u8>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/comity.gaz");
    let path = std::env::var("COMITY_GAZETTEER").unwrap_or_else(|_| default.to_owned());
    let bytes = std::fs::read(path).ok();
    if bytes.is_none() {
        eprintln!("skipped: needs the compiled gazetteer (cargo xtask data)");
    }
    bytes
}
