//! How something stands on the day asked about.

use schemars::JsonSchema;
use serde::Serialize;

/// The states a reader is told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Confirmed,
    /// "May still hold", with the day it was last seen.
    Possible,
    /// One source says it holds or may hold, another that it does not.
    Disputed,
    Ended,
    NotYet,
    /// Sources only say that it is not so.
    Denied,
}

impl State {
    pub fn is_certain(self) -> bool {
        self == Self::Confirmed
    }

    /// Some accepted source leaves it possible.
    pub fn is_possible(self) -> bool {
        matches!(self, Self::Confirmed | Self::Possible | Self::Disputed)
    }
}
