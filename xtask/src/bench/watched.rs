//! A program run to its end, with the time it took and the most memory it held.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How a run went.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// The largest resident set seen, in MiB; 0 where the system does not say.
    pub(super) peak_mib: u64,
}

/// Runs to the end, looking at its memory twenty times a second. Exit status 1 (problem rows) is fine.
pub(super) fn watched(command: &mut Command) -> Result<Run> {
    let started = Instant::now();
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("start the program")?;
    let mut peak_kib = 0;
    loop {
        peak_kib = peak_kib.max(peak_of(child.id()).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            if !matches!(status.code(), Some(0 | 1)) {
                bail!("{} ended with {status}", command.get_program().to_string_lossy());
            }
            return Ok(Run { seconds: started.elapsed().as_secs_f64(), peak_mib: peak_kib / 1024 });
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The high-water mark of a process's memory in KiB, where the system has `/proc`.
pub(super) fn peak_of(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
