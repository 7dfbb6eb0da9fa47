//! A program run to its end, with the time it took and the most memory it held.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How a run went.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// The largest resident set seen, in MiB; 0 where the system does not say.
    pub(super) peak_mib: u64,
    /// The largest part of it that is no file's, which the system cannot take back: seen every few milliseconds.
    pub(super) anonymous_mib: u64,
}

/// Runs to the end, looking at its memory twenty times a second. Exit status 1 (problem rows) is fine.
pub(super) fn watched(command: &mut Command) -> Result<Run> {
    let started = Instant::now();
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("start the program")?;
    let (mut peak_kib, mut anonymous_kib) = (0, 0);
    loop {
        peak_kib = peak_kib.max(memory_of(child.id(), "VmHWM:").unwrap_or(0));
        anonymous_kib = anonymous_kib.max(memory_of(child.id(), "RssAnon:").unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            if !matches!(status.code(), Some(0 | 1)) {
                bail!("{} ended with {status}", command.get_program().to_string_lossy());
            }
            let seconds = started.elapsed().as_secs_f64();
            return Ok(Run { seconds, peak_mib: peak_kib / 1024, anonymous_mib: anonymous_kib / 1024 });
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A figure of a process's memory in KiB, where the system has `/proc`.
pub(super) fn memory_of(process: u32, figure: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(figure))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
