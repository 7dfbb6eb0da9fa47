//! The built binary, run as a stranger would run it.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]
mod command_line;
mod gazetteer;
mod reconcile;
mod story;

use std::path::Path;
use std::process::Command;

/// What one run printed, and how it ended.
struct Ran {
    out: String,
    err: String,
    code: i32,
}

fn comity(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.current_dir(folder).args(["--register", "test.db", "--by", "ana"]).args(arguments);
    if std::env::var_os("COMITY_GAZETTEER").is_none() {
        command
            .env("COMITY_GAZETTEER", concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/gazetteer/comity.gaz"));
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

/// Runs and insists on success.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let ran = comity(folder, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
    ran.out
}
