//! The built binary, run as a stranger would run it.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]
mod backup;
mod command_line;
mod erase;
mod gazetteer;
#[cfg(unix)]
mod inputs;
mod killed_import;
mod proxies;
mod reconcile;
mod register;
mod review;
mod serve;
mod server;
mod story;
mod terminal;
mod upgrade;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What one run printed, and how it ended.
struct Ran {
    out: String,
    err: String,
    code: i32,
}

fn comity(folder: &Path, arguments: &[&str]) -> Ran {
    ran(&mut command(folder, arguments))
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

/// Runs with these lines as the keys that a person presses, and insists on success.
fn pressed(folder: &Path, arguments: &[&str], keys: &str) -> String {
    let mut command = command(folder, arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(keys.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{arguments:?}: {told}");
    told
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    command_for(folder, "test.db", arguments)
}

fn command_for(folder: &Path, register: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.current_dir(folder).args(["--register", register, "--by", "ana"]).args(arguments);
    command.env("COMITY_GAZETTEER", comity_fixtures::gazetteer_path());
    command
}

/// Runs and insists on success.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let ran = comity(folder, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.out, ran.err);
    ran.out
}

/// A register with the built-in atlas, as `comity serve` makes it.
fn filled(folder: &Path) {
    let location = comity_register::Location::File(folder.join("test.db"));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let register = comity_register::Register::open(&location).await.unwrap();
        comity_ingest::fill(&register, "2026-05-01T10:00:00Z".parse().unwrap()).await.unwrap();
        register.close().await;
    });
}
