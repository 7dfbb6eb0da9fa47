//! For whom a link is printed, as `--link NAME[:SCOPE]` says it.

use std::str::FromStr;

use comity_model::PersonName;
use comity_web::SessionScope;

/// A person and how far the link reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinkFor {
    pub(super) name: PersonName,
    pub(super) scope: SessionScope,
}

impl FromStr for LinkFor {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        let (name, scope) = match text.rsplit_once(':') {
            Some((name, scope)) => (name, scope.trim().parse()?),
            None => (text, SessionScope::Review),
        };
        Ok(Self { name: name.parse()?, scope })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_for_somebody() {
        let read = |text: &str| text.parse::<LinkFor>().map(|link| (link.name.to_string(), link.scope));
        assert_eq!(read("Ana B.").unwrap(), ("Ana B.".to_owned(), SessionScope::Review));
        assert_eq!(read("Ben C.:edit").unwrap(), ("Ben C.".to_owned(), SessionScope::Edit));
        for bad in ["", ":edit", "Ana:admin", "Ana:everything", "Comity"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
