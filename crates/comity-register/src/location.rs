//! Where a register lives: a file, or a PostgreSQL database.

use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;

/// `postgres://…` or `postgresql://…` is a database; anything else is the path of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    File(PathBuf),
    Postgres(String),
}

impl FromStr for Location {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let database = text.starts_with("postgres://") || text.starts_with("postgresql://");
        Ok(if database { Self::Postgres(text.to_owned()) } else { Self::File(PathBuf::from(text)) })
    }
}

/// Without the password: it is shown in messages.
impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Postgres(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
                write!(f, "{scheme}://{place}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_shown_without_its_password() {
        let location: Location = "postgres://ana:secret@localhost/comity".parse().unwrap();
        assert_eq!(location.to_string(), "postgres://localhost/comity");
        assert_eq!("comity.db".parse(), Ok(Location::File("comity.db".into())));
    }
}
