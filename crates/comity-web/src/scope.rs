//! How far a session or the admin token reaches.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Serialize;

/// What one may do; each may also do what those before it may.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SessionScope {
    #[default]
    Read,
    /// Decide what waits for a check, and take one's own decisions back.
    Review,
    /// Take any batch back.
    Edit,
    /// Give others a link: the admin token alone.
    Admin,
}

/// A word that no link can be given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no scope of a link: expected review or edit")]
pub struct BadScope {
    text: String,
}

impl SessionScope {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Review => "review",
            Self::Edit => "edit",
            Self::Admin => "admin",
        }
    }

    /// What it lets a person do, in words.
    pub(crate) fn allows(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Review => "decide what waits for a check, and take your own decisions back",
            Self::Edit => "decide what waits for a check, and take any batch back",
            Self::Admin => "do everything",
        }
    }
}

/// Of a link: what everyone may do needs none, and the token is for nobody else.
impl FromStr for SessionScope {
    type Err = BadScope;

    fn from_str(text: &str) -> Result<Self, BadScope> {
        let scopes = [Self::Review, Self::Edit];
        let found = scopes.into_iter().find(|scope| scope.as_str() == text);
        found.ok_or_else(|| BadScope { text: text.to_owned() })
    }
}

impl std::fmt::Display for SessionScope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
