//! `cargo xtask ci`: what must hold before anything lands, ending with the test command.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::command::{cargo, must};
use crate::{advisories, deny, islands, notice, test, tidy};

pub(crate) fn ci(root: &Path) -> Result<ExitCode> {
    let started = Instant::now();
    must(&mut cargo(root, "fmt", &["--all", "--check"]))?;
    ensure!(tidy::tidy(root)? == ExitCode::SUCCESS, "tidy found something");
    islands::built(root)?;
    let clippy = ["--workspace", "--locked", "--all-targets", "--quiet", "--", "-D", "warnings"];
    must(&mut cargo(root, "clippy", &clippy))?;
    let mut doc =
        cargo(root, "doc", &["--workspace", "--locked", "--no-deps", "--document-private-items", "--quiet"]);
    must(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
    deny::check(root)?;
    notice::check(root)?;
    let skipped = advisories::check(root)?;
    eprintln!("fmt, tidy, clippy, doc, licences and advisories took {} s", started.elapsed().as_secs());
    let outcome = test::test(root);
    for check in skipped {
        println!("SKIPPED: {check}");
    }
    eprintln!("all of it took {} s", started.elapsed().as_secs());
    outcome
}
