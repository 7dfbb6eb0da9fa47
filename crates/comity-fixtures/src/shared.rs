//! Material that a test needs: in `cases`, the compiled gazetteer, and large files of others beside the project.

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

/// A large file or a folder of others, which is no part of the project: in the folder that `COMITY_SHARED` names, else
/// in `shared` beside the checkout. Skips where it is not there, once for each test.
pub fn shared(path: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared"));
    let found = std::env::var_os("COMITY_SHARED").map_or_else(beside, PathBuf::from).join(path);
    if found.exists() {
        return Some(found);
    }
    skip(&format!("needs {path}, a file of others that is not beside this checkout"));
    None
}

/// A file of `cases`.
///
/// # Panics
/// Where there is none.
pub fn case(path: &str) -> Vec<u8> {
    let found = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases")).join(path);
    std::fs::read(&found).unwrap_or_else(|error| panic!("{}: {error}", found.display()))
}

/// Worked values of `cases/golden`, as JSON.
///
/// # Panics
/// Where there are none of that name.
pub fn golden(name: &str) -> String {
    String::from_utf8(case(&format!("golden/{name}.json"))).expect("JSON is UTF-8")
}

/// Where the compiled gazetteer is that `cargo xtask test` prepares, or should be.
pub fn gazetteer_path() -> PathBuf {
    let default = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/comity.gaz"));
    std::env::var_os("COMITY_GAZETTEER").map_or_else(default, PathBuf::from)
}

/// What every test begins with that is about places.
///
/// # Panics
/// Where there is no compiled gazetteer: the test would pass otherwise without testing anything.
pub fn needs_gazetteer() {
    let path = gazetteer_path();
    assert!(
        path.exists(),
        "{} is not there: this test needs the compiled gazetteer, which `cargo xtask test` builds",
        path.display()
    );
}

/// The compiled gazetteer.
///
/// # Panics
/// Where there is none, as [`needs_gazetteer`].
pub fn gazetteer_bytes() -> Vec<u8> {
    needs_gazetteer();
    std::fs::read(gazetteer_path()).expect("the compiled gazetteer can be read")
}
