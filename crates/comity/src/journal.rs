//! What the program notes of its own running, a line a time on the standard error; never a secret.

use std::str::FromStr;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::EnvFilter;

/// What is noted: a level for Comity itself, the rest quieter; or each part by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Journal {
    directives: String,
}

impl FromStr for Journal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let directives = match text.parse::<LevelFilter>() {
            Ok(LevelFilter::OFF) => "off".to_owned(),
            // The database's own lines repeat ours, with the statements beside them.
            Ok(level) => format!("warn,sqlx=error,comity={level}"),
            Err(_) => text.to_owned(),
        };
        EnvFilter::try_new(&directives).map_err(|_| {
            "expected off, error, warn, info, debug or trace, or parts such as info,sqlx=debug".to_owned()
        })?;
        Ok(Self { directives })
    }
}

impl Journal {
    /// Begins to write what the program notes from now on.
    pub(crate) fn open(&self) {
        tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(&self.directives))
            .with_writer(std::io::stderr)
            .with_ansi(console::user_attended_stderr())
            .init();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_for_comity_and_parts_are_for_whoever_knows_them() {
        let read = |text: &str| text.parse::<Journal>().map(|journal| journal.directives);
        assert_eq!(read("debug").unwrap(), "warn,sqlx=error,comity=debug");
        assert_eq!(read("off").unwrap(), "off");
        assert_eq!(read("info,sqlx=debug").unwrap(), "info,sqlx=debug");
        assert!(read("info,sqlx=loud").is_err());
    }
}
