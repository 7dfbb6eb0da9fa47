//! Where a register lives: a file, or a PostgreSQL database.

use std::borrow::Cow;
use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;

use url::Url;

use crate::renaming::real;

/// `postgres://…` or `postgresql://…` is a database; anything else is the path of a file.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    File(PathBuf),
    /// May hold a password: shown by [`std::fmt::Display`] alone.
    Postgres(String),
}

/// Settings of an address that say where the database is, and are shown.
const PLACE: [&str; 5] = ["host", "hostaddr", "port", "dbname", "sslmode"];

impl FromStr for Location {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let database = text.starts_with("postgres://") || text.starts_with("postgresql://");
        Ok(if database { Self::Postgres(text.to_owned()) } else { Self::File(PathBuf::from(text)) })
    }
}

impl Location {
    /// Where the register itself lies: by the name of a link nothing would be found of what lies beside it.
    pub(crate) fn followed(&self) -> Cow<'_, Self> {
        match self {
            Self::File(path) if path.is_symlink() => Cow::Owned(Self::File(real(path))),
            _ => Cow::Borrowed(self),
        }
    }
}

/// Without user, password and whatever else is not a place: it is shown in messages.
impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Postgres(address) => {
                f.write_str(&place(address).unwrap_or_else(|| "postgres://…".to_owned()))
            }
        }
    }
}

/// As it is shown, so that no password gets into a message by way of a dump.
impl std::fmt::Debug for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// `None` where an address does not say clearly what is a password and what is not.
fn place(address: &str) -> Option<String> {
    let mut url = Url::parse(address).ok()?;
    let is_named = !url.username().is_empty() || url.password().is_some();
    url.set_username("").ok().filter(|()| url.set_password(None).is_ok());
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| PLACE.contains(&&**key))
        .map(|(k, v)| (k.into(), v.into()))
        .collect();
    url.set_fragment(None);
    url.set_query(None);
    if !kept.is_empty() {
        url.query_pairs_mut().extend_pairs(kept);
    }
    let shown = url.to_string();
    // An `@` that parts no user from a host belongs to a password that was not written as it should be.
    let clear = is_named || !address.contains('@');
    (clear && !shown.contains('@') && !shown.contains("%40")).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, expect: &str) {
        let location: Location = address.parse().unwrap();
        assert_eq!(location.to_string(), expect, "{address}");
        assert_eq!(format!("{location:?}"), expect, "{address}");
    }

    #[test]
    fn an_address_is_shown_without_its_password() {
        check("postgres://ana:secret@localhost/comity", "postgres://localhost/comity");
        check("postgresql://ana@db:5433/comity", "postgresql://db:5433/comity");
        check("postgres://localhost/comity?user=ana&password=secret", "postgres://localhost/comity");
        check(
            "postgres://localhost/comity?sslpassword=secret&sslmode=require",
            "postgres://localhost/comity?sslmode=require",
        );
        check(
            "postgres:///?host=/run/postgresql&dbname=comity&password=x",
            "postgres:///?host=%2Frun%2Fpostgresql&dbname=comity",
        );
        check("postgres://localhost/comity?PASSWORD=secret#secret", "postgres://localhost/comity");
    }

    /// Signs that should have been written as `%40`, `%2F` and so on.
    #[test]
    fn a_password_with_signs_in_it_is_not_shown_either() {
        check("postgres://ana:se@cret@localhost/comity", "postgres://localhost/comity");
        check("postgres://localhost/comity?password=se@cret", "postgres://…");
        for address in [
            "postgres://ana:1/secret@localhost/comity",
            "postgres://ana:1?secret@localhost/comity",
            "postgres://ana:1#secret@localhost/comity",
            "postgres://ana:s/secret@localhost/comity",
            "postgres://ana:secret@[localhost/comity",
        ] {
            check(address, "postgres://…");
        }
    }

    #[test]
    fn anything_else_is_a_file() {
        assert_eq!("comity.db".parse(), Ok(Location::File("comity.db".into())));
        check("folder/comity.db", "folder/comity.db");
    }
}
