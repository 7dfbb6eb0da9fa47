//! What every verb needs to know: which register, which gazetteer, who is asking, and what time it is.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, bail};
use comity_answer::SnapshotFile;
use comity_gazetteer::Gazetteer;
use comity_model::PersonName;
use comity_register::{Access, Location, Register, RegisterError, Timestamp};

use crate::gazetteer;
use crate::journal::Journal;
use crate::snapshot_file;

/// The options that stand before or after any verb.
#[derive(Clone, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct GlobalOptions {
    /// The register: a file (SQLite) or postgres://… [default: comity.db in your data folder]
    #[doc = "\nWhoever may list this machine's processes sees what stands on a command line: give a password in \
             COMITY_REGISTER, in PGPASSWORD or in a password file (PGPASSFILE, ~/.pgpass)."]
    #[arg(long, global = true, env = "COMITY_REGISTER", value_name = "FILE|URL", hide_env_values = true)]
    register: Option<String>,
    /// The compiled place index; looked for in the usual folders when not given.
    #[arg(long, global = true, value_name = "FILE")]
    gazetteer: Option<PathBuf>,
    /// Your name, recorded with every change [default: your user name on this machine]
    #[arg(long, global = true, env = "COMITY_BY", value_name = "NAME")]
    by: Option<String>,
    /// Print the result as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Change nothing on disk: for a register in a read-only folder, or one that is to stay as it is.
    #[arg(long, global = true)]
    pub(crate) read_only: bool,
    /// To be closed at the end.
    #[arg(skip)]
    opened: Arc<Mutex<Vec<Register>>>,
    /// What to note on the standard error of what goes on inside: off, error, warn, info, debug, trace, or parts such as
    /// info,sqlx=debug.
    #[arg(long = "log", global = true, env = "COMITY_LOG", value_name = "LEVEL", default_value = "info")]
    pub(crate) journal: Journal,
}

/// How a verb ended, when it could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Problem rows, faults or failed checks were found and reported.
    Problems,
}

impl Outcome {
    pub(crate) fn with_problems(count: usize) -> Self {
        if count == 0 { Self::Done } else { Self::Problems }
    }
}

impl GlobalOptions {
    /// Opens the register that is there, or makes one where `access` allows that.
    pub(crate) async fn open(&self, access: Access) -> Result<Register> {
        let location = match access {
            Access::Read => self.location()?,
            Access::Write => self.to_write()?,
            Access::Create => self.to_make()?,
        };
        let register = Register::open_for(&location, access).await?;
        for notice in register.notices() {
            writeln!(std::io::stderr(), "{location}: {notice}")?;
        }
        if let Some(behind) = register.head().await?.clock_behind(&now()?).filter(|_| access != Access::Read)
        {
            writeln!(std::io::stderr(), "{location}: {behind}")?;
        }
        self.opened.lock().expect("nobody panics while noting a register").push(register.clone());
        Ok(register)
    }

    /// Where a register is written to.
    pub(crate) fn to_write(&self) -> Result<Location> {
        let location = self.location()?;
        if self.read_only {
            bail!("{location}: this writes, and --read-only was given");
        }
        Ok(location)
    }

    /// Where a register may be made.
    pub(crate) fn to_make(&self) -> Result<Location> {
        let location = self.to_write()?;
        if let Location::File(path) = &location {
            make_default_folder(path)?;
        }
        Ok(location)
    }

    /// Opens the register, makes it where there is none, and brings the built-in atlas into it where it is empty.
    pub(crate) async fn open_filled(&self) -> Result<Register> {
        let register = self.open(Access::Create).await?;
        if is_empty(&register).await? {
            let _alone = register.alone().await?;
            if is_empty(&register).await? {
                let filled = comity_ingest::fill(&register, now()?).await?;
                let added: u64 = filled.added.values().sum();
                writeln!(
                    std::io::stderr(),
                    "a new register: the built-in atlas comes first, {added} records"
                )?;
            }
        }
        Ok(register)
    }

    /// Opens the register to read it, or an empty one that goes at the end, for a rehearsal.
    pub(crate) async fn open_or_empty(&self) -> Result<Register> {
        match self.open(Access::Read).await {
            Err(error) if matches!(error.downcast_ref(), Some(RegisterError::Missing { .. })) => {
                Ok(Register::temporary().await?)
            }
            opened => opened,
        }
    }

    /// Closes what was opened: a register in a file is one whole file then.
    pub(crate) async fn close(&self) {
        let opened = std::mem::take(&mut *self.opened.lock().expect("nobody panics while noting a register"));
        for register in opened {
            register.close().await;
        }
    }

    /// The same with another register, where one was named after the question.
    pub(crate) fn with_register(&self, register: Option<String>) -> Self {
        Self { register: register.or_else(|| self.register.clone()), ..self.clone() }
    }

    pub(crate) fn location(&self) -> Result<Location> {
        match &self.register {
            Some(text) => Ok(text.parse()?),
            None => Ok(Location::File(default_file()?)),
        }
    }

    /// Where the snapshot of this register is kept; only looked at where nothing is to change on disk.
    pub(crate) fn snapshot_file(&self, register: &Register) -> Option<SnapshotFile> {
        let file = snapshot_file::of(register, &self.location().ok()?)?;
        Some(if self.read_only { file.untouched() } else { file })
    }

    pub(crate) fn gazetteer(&self) -> Result<Gazetteer> {
        gazetteer::open_default(self.gazetteer.as_deref())
    }

    /// The same where there is one; one that is named has to be there.
    pub(crate) fn some_gazetteer(&self) -> Result<Option<Gazetteer>> {
        let is_named = self.gazetteer.is_some();
        self.gazetteer().map(Some).or_else(|error| if is_named { Err(error) } else { Ok(None) })
    }

    pub(crate) fn gazetteer_path(&self) -> Option<&std::path::Path> {
        self.gazetteer.as_deref()
    }

    /// The person who is asking: `--by`, else the user's name on this machine.
    pub(crate) fn by(&self) -> Result<PersonName> {
        match &self.by {
            Some(name) => name.parse().context("--by"),
            None => whoami::username()
                .unwrap_or_default()
                .parse()
                .context("your user name on this machine does not do: give --by NAME"),
        }
    }
}

/// Now, for the ledger.
pub(crate) fn now() -> Result<Timestamp> {
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    now.parse().context("the clock")
}

/// Today, for questions without a date.
pub(crate) fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

async fn is_empty(register: &Register) -> Result<bool> {
    Ok(register.head().await?.seq.0 == 0)
}

fn default_file() -> Result<PathBuf> {
    let folder = gazetteer::data_folder().context("no data folder is known here: give --register FILE")?;
    Ok(folder.join("comity").join("comity.db"))
}

/// Only the folder that we chose ourselves: any other is the caller's to make.
fn make_default_folder(file: &Path) -> Result<()> {
    let Some(folder) = file.parent().filter(|_| default_file().is_ok_and(|default| default == file)) else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))
}
