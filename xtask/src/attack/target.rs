//! The program under attack, in a folder of its own and with four gigabytes of memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::gazetteer;
use crate::server::Server;

/// The program and what it needs.
pub(super) struct Target {
    pub(super) binary: PathBuf,
    gazetteer: PathBuf,
}

/// The admin token of every server under attack.
pub(super) const TOKEN: &str = "attack-attack-attack";

/// Kilobytes of memory that a process may ask for.
const MEMORY: u64 = 4_000_000;

/// Seconds after which any command is ended: longer than the longest takes, so that nothing hangs for ever.
const PATIENCE: u64 = 300;

impl Target {
    /// `binary`, or the one built for development.
    pub(super) fn new(root: &Path, binary: Option<&Path>) -> Result<Self> {
        let gazetteer = match std::env::var_os("COMITY_GAZETTEER") {
            Some(path) => path.into(),
            None => gazetteer::compiled(root, "dev")?,
        };
        let binary = match binary {
            Some(binary) => fs::canonicalize(binary).with_context(|| format!("{}", binary.display()))?,
            None => gazetteer::binary(root, "dev")?,
        };
        Ok(Self { binary, gazetteer })
    }

    /// A fresh folder for the attack of this name.
    pub(super) fn house(&self, name: &str) -> Result<House<'_>> {
        let folder = std::env::temp_dir().join(format!("comity-attack-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("create {}", folder.display()))?;
        Ok(House { target: self, folder })
    }

    /// Whether the program has this verb.
    pub(super) fn has(&self, verb: &str) -> bool {
        Command::new(&self.binary).args([verb, "--help"]).output().is_ok_and(|said| said.status.success())
    }
}

/// A folder with a register in it, removed when dropped.
pub(super) struct House<'t> {
    target: &'t Target,
    pub(super) folder: PathBuf,
}

impl House<'_> {
    /// The program at work in this folder, on the register of this name.
    pub(super) fn comity(&self, register: &str, arguments: &[&str]) -> Command {
        let mut command = self.bounded();
        command.arg("--register").arg(self.folder.join(register)).args(["--by", "attacker"]).args(arguments);
        command
    }

    /// The program under its memory limit, without arguments yet; it is the shell's own process in the end.
    fn bounded(&self) -> Command {
        let mut shell = Command::new("sh");
        let script = format!("ulimit -v {MEMORY}; exec \"$@\"");
        shell.args(["-c", &script, "sh"]).arg(&self.target.binary);
        shell.current_dir(&self.folder).env("COMITY_GAZETTEER", &self.target.gazetteer);
        shell.env_remove("COMITY_REGISTER").stdin(Stdio::null());
        shell
    }

    /// The same, ended when it takes too long.
    pub(super) fn patient(&self, register: &str, arguments: &[&str]) -> Command {
        let command = self.comity(register, arguments);
        let mut timed = Command::new("timeout");
        timed.arg(PATIENCE.to_string()).arg(command.get_program()).args(command.get_args());
        timed.current_dir(&self.folder).stdin(Stdio::null());
        timed.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        timed
    }

    /// Runs to the end, whatever comes of it.
    pub(super) fn run(&self, register: &str, arguments: &[&str]) -> Result<Output> {
        self.patient(register, arguments).output().context("start the program")
    }

    /// Runs and insists on success, or on problem rows.
    pub(super) fn done(&self, register: &str, arguments: &[&str]) -> Result<String> {
        let ran = self.run(register, arguments)?;
        if !matches!(ran.status.code(), Some(0 | 1)) {
            let said = String::from_utf8_lossy(&ran.stderr);
            bail!("`comity {}` ended with {}: {}", arguments.join(" "), ran.status, said.trim());
        }
        Ok(String::from_utf8_lossy(&ran.stdout).into_owned())
    }

    pub(super) fn serve(&self, register: &str) -> Result<Server> {
        Server::start(self.comity(register, &[]).env("COMITY_ADMIN_TOKEN", TOKEN))
    }

    pub(super) fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text).with_context(|| format!("write {name}"))?;
        Ok(path)
    }
}

impl Drop for House<'_> {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}
