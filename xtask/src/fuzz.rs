//! `cargo xtask fuzz`: any bytes at all for the readers, by libFuzzer, with the compiler's own coverage counters.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, must};

/// What makes LLVM count where a program has been; a stable compiler does it too.
const COUNTED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// With a target named, the counters are not in what runs while the house is built.
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// What the engine is told: seconds for an input, MiB for all, bytes of an input.
const LIMITS: [&str; 4] = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=8192", "-print_final_stats=1"];

/// `TARGET [--minutes N]`: a target for so long; of what it finds, the input is kept.
pub(crate) fn fuzz(root: &Path, rest: &[String]) -> Result<ExitCode> {
    let (name, minutes) = match rest {
        [name] => (name, 10),
        [name, option, minutes] if option == "--minutes" => (name, minutes.parse().context("minutes")?),
        _ => bail!("which target? one of those in fuzz/corpus, and perhaps --minutes N"),
    };
    let kept = root.join("fuzz/corpus").join(name);
    if !kept.is_dir() {
        bail!("no target is called {name}: there are those in fuzz/corpus");
    }
    let program = built(root)?;
    let grown = root.join("target/fuzz/corpus").join(name);
    std::fs::create_dir_all(&grown)?;
    let mut search = std::process::Command::new(program);
    search.env("COMITY_FUZZ", name).args(LIMITS).arg(format!("-max_total_time={}", minutes * 60_u64));
    search.arg(format!("-artifact_prefix={}/{name}-", root.join("target/fuzz").display()));
    must(search.arg(grown).arg(kept))?;
    Ok(ExitCode::SUCCESS)
}

fn built(root: &Path) -> Result<PathBuf> {
    let arguments = ["-p", "comity-fuzz", "--features", "libfuzzer", "--profile", "fuzz", "--locked"];
    let folder = root.join("target/fuzz/build");
    let mut build = cargo(root, "build", &arguments);
    build.env("RUSTFLAGS", COUNTED).args(["--target", MACHINE, "--target-dir"]).arg(&folder);
    must(&mut build)?;
    Ok(folder.join(MACHINE).join("fuzz/comity-fuzz"))
}
