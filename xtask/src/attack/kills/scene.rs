//! A register that is killed over and over, and what must be found in it.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::attack::dice::Dice;
use crate::attack::list;
use crate::attack::options::Options;
use crate::attack::target::{House, Target};

/// The register that is written to.
pub(super) const REGISTER: &str = "a.db";

pub(super) struct Scene<'t> {
    pub(super) house: House<'t>,
    pub(super) dice: Dice,
    /// Who wrote, or the title of what was written, of all that was answered.
    pub(super) answered: Vec<String>,
    pub(super) faults: Vec<String>,
    /// Kills that came before the end of what was being done.
    pub(super) in_the_midst: u64,
}

/// How something ended that was to be killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Killed,
    /// It was done before, and said so.
    Done,
    /// It was done before, and said that it could not.
    Refused,
}

impl<'t> Scene<'t> {
    pub(super) fn open(target: &'t Target, options: &Options) -> Result<Self> {
        let house = target.house("kills")?;
        let mut dice = Dice::new(options.seed);
        house.write("first.csv", &list::pairs(300, &mut dice))?;
        house.done(REGISTER, &["import", "first.csv"])?;
        let answered = vec!["first.csv".to_owned()];
        Ok(Self { house, dice, answered, faults: Vec::new(), in_the_midst: 0 })
    }

    /// Starts a command and kills it at some moment within `long`.
    pub(super) fn strike(&mut self, mut command: Command, long: Duration) -> Result<End> {
        let child =
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("start the program")?;
        let moment = long.mul_f64(f64::from(u32::try_from(self.dice.below(1_000))?) / 1_000.0);
        let end = killed(child, moment)?;
        self.in_the_midst += u64::from(end == End::Killed);
        Ok(end)
    }

    /// How long a command takes when it is left alone.
    pub(super) fn time(&self, register: &str, arguments: &[&str]) -> Result<Duration> {
        let started = Instant::now();
        self.house.done(register, arguments)?;
        Ok(started.elapsed())
    }

    /// What a register holds, without times and authors; an error where it is not sound.
    pub(super) fn content(&self, register: &str) -> Result<String> {
        let verified = self.house.run(register, &["--read-only", "verify", "--json"])?;
        let report: Value = serde_json::from_slice(&verified.stdout).unwrap_or_default();
        let said = String::from_utf8_lossy(&verified.stderr);
        ensure!(verified.status.success(), "verify {register}: {report} {}", said.trim());
        Ok(report["content"].as_str().context("no content digest")?.to_owned())
    }

    /// How two registers that should say the same do not.
    pub(super) fn differs(&self, one: &str, other: &str) -> Option<String> {
        match (self.content(one), self.content(other)) {
            (Err(error), _) | (_, Err(error)) => Some(format!("{error:#}")),
            (Ok(a), Ok(b)) => (a != b).then(|| format!("{one} and {other} do not hold the same")),
        }
    }

    /// Whether a name stands in any of the files of a register.
    pub(super) fn says(&self, register: &str, name: &str) -> Result<bool> {
        for ending in ["", "-wal", "-shm", "-journal"] {
            let path = self.house.folder.join(format!("{register}{ending}"));
            let bytes = if path.exists() { std::fs::read(path)? } else { Vec::new() };
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            if text.contains(&name.to_lowercase()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Removes the files that have these words in their name.
    pub(super) fn forget(&self, words: &str) -> Result<()> {
        for file in std::fs::read_dir(&self.house.folder)? {
            let path = file?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().contains(words)) {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    pub(super) fn fault(&mut self, deed: &str, kill: u64, what: &str) {
        let fault = format!("kill {kill} during {deed}: {what}");
        eprintln!("kills: {fault}");
        self.faults.push(fault);
    }

    /// The register is sound, derived as its ledger says, and holds what was answered.
    pub(super) fn check(&mut self, deed: &str, kill: u64) -> Result<()> {
        if let Some(fault) = unsound(&self.house, REGISTER)? {
            self.fault(deed, kill, &fault);
        }
        let log = self.house.done(REGISTER, &["log", "--limit", "10000", "--json"])?;
        let lost: Vec<String> = self.answered.iter().filter(|said| !is_in(&log, said)).cloned().collect();
        if !lost.is_empty() {
            self.fault(deed, kill, &format!("lost: {}", lost.join(", ")));
            self.answered.retain(|said| is_in(&log, said));
        }
        Ok(())
    }
}

fn is_in(log: &str, said: &str) -> bool {
    log.contains(&format!("\"{said}\""))
}

/// What is wrong with a register, or that it cannot be read.
pub(super) fn unsound(house: &House<'_>, register: &str) -> Result<Option<String>> {
    let verified = house.run(register, &["verify"])?;
    if !verified.status.success() {
        let said = [verified.stdout, verified.stderr].concat();
        return Ok(Some(format!("verify: {}", String::from_utf8_lossy(&said).trim())));
    }
    let rebuilt = house.run(register, &["rebuild", "--json"])?;
    let report: Value = serde_json::from_slice(&rebuilt.stdout).unwrap_or_default();
    let same = rebuilt.status.success() && report["as_before"] == true;
    Ok((!same).then(|| format!("rebuild: {report} {}", String::from_utf8_lossy(&rebuilt.stderr).trim())))
}

fn killed(mut child: Child, moment: Duration) -> Result<End> {
    let started = Instant::now();
    while started.elapsed() < moment {
        if let Some(status) = child.try_wait()? {
            return Ok(if matches!(status.code(), Some(0 | 1)) { End::Done } else { End::Refused });
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill()?;
    let status = child.wait()?;
    Ok(if status.code().is_some() { End::Done } else { End::Killed })
}
