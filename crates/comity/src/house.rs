//! What every verb needs to know: which register, which gazetteer, who is asking, and what time it is.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use comity_gazetteer::Gazetteer;
use comity_model::PersonName;
use comity_register::{Location, Moment, Register};

use crate::gazetteer;
use crate::journal::Journal;

/// The options that stand before or after any verb.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct House {
    /// The register: a file (SQLite) or postgres://… [default: comity.db in your data folder]
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

impl House {
    /// Opens the register, making it where there is none.
    pub(crate) async fn open(&self) -> Result<Register> {
        let location = self.location()?;
        Register::open(&location).await.with_context(|| format!("register {location}"))
    }

    /// Opens the register and brings the built-in atlas into it where it is empty.
    pub(crate) async fn open_filled(&self) -> Result<Register> {
        let register = self.open().await?;
        if register.head().await?.seq.0 == 0 {
            let filled = comity_ingest::fill(&register, now()?).await?;
            let added: u64 = filled.added.values().sum();
            writeln!(std::io::stderr(), "a new register: the built-in atlas comes first, {added} records")?;
        }
        Ok(register)
    }

    /// The same with another register, where one was named after the question.
    pub(crate) fn with_register(&self, register: Option<String>) -> Self {
        Self { register: register.or_else(|| self.register.clone()), ..self.clone() }
    }

    pub(crate) fn location(&self) -> Result<Location> {
        let text = match &self.register {
            Some(text) => text.clone(),
            None => default_file()?.to_string_lossy().into_owned(),
        };
        text.parse().with_context(|| format!("register {text}"))
    }

    pub(crate) fn gazetteer(&self) -> Result<Gazetteer> {
        gazetteer::open_default(self.gazetteer.as_deref())
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
pub(crate) fn now() -> Result<Moment> {
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    now.parse().context("the clock")
}

/// Today, for questions without a date.
pub(crate) fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

fn default_file() -> Result<PathBuf> {
    let folder = gazetteer::data_folder().context("no data folder is known here: give --register FILE")?;
    let folder = folder.join("comity");
    std::fs::create_dir_all(&folder).with_context(|| format!("create {}", folder.display()))?;
    Ok(folder.join("comity.db"))
}
