//! What the command line of an attack says.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How far an attack goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) names: Vec<String>,
    /// The program under attack; left out: built for development.
    pub(super) binary: Option<PathBuf>,
    /// Of everything that is left to chance.
    pub(super) seed: u64,
    /// Requests to send.
    pub(super) requests: u64,
    /// How long clients keep at it.
    pub(super) time: Duration,
    /// Times to kill.
    pub(super) kills: u64,
}

impl Default for Options {
    /// What the issue of hard use asks for.
    fn default() -> Self {
        Self {
            names: Vec::new(),
            binary: None,
            seed: 1,
            requests: 10_000,
            time: Duration::from_mins(5),
            kills: 100,
        }
    }
}

impl Options {
    pub(super) fn read(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} needs a value"));
            match word.as_str() {
                "--binary" => options.binary = Some(value()?.into()),
                "--seed" => options.seed = number(word, value()?)?,
                "--requests" => options.requests = number(word, value()?)?,
                "--seconds" => options.time = Duration::from_secs(number(word, value()?)?),
                "--kills" => options.kills = number(word, value()?)?,
                flag if flag.starts_with('-') => {
                    bail!("there is no `{flag}`; there are: --binary --seed --requests --seconds --kills")
                }
                name => options.names.push(name.to_owned()),
            }
        }
        Ok(options)
    }
}

fn number(flag: &str, text: &str) -> Result<u64> {
    text.parse().with_context(|| format!("{flag} takes a whole number, not `{text}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_names_are_told_apart() {
        let words = ["requests", "--seed", "7", "--requests", "10", "kills"].map(ToOwned::to_owned);
        let expect = Options {
            names: vec!["requests".to_owned(), "kills".to_owned()],
            seed: 7,
            requests: 10,
            ..Options::default()
        };
        assert_eq!(Options::read(&words).expect("options"), expect);
        assert!(Options::read(&["--seed".to_owned(), "x".to_owned()]).is_err());
        assert!(Options::read(&["--fast".to_owned()]).is_err());
    }
}
