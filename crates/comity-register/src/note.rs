//! What a take-down leaves in the ledger: which entries went, and why.

use comity_model::Seq;
use serde::{Deserialize, Serialize};

use crate::entry::damaged;
use crate::erase::Tags;
use crate::error::RegisterError;
use crate::timestamp::Timestamp;

/// The body of an entry of kind `note`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    pub(crate) erased: Vec<Erased>,
    pub(crate) why: String,
    /// What kind of thing was taken down: person, claim, author …
    #[serde(default)]
    pub(crate) what: String,
    /// When it was first done, where this does it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) at: Option<Timestamp>,
    #[serde(default)]
    pub(crate) tags: Tags,
}

/// One entry whose words went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Erased {
    pub(crate) seq: Seq,
    /// The digest of the payload that stands in its place, where only a name was taken out of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) instead: Option<String>,
}

impl Note {
    pub(crate) fn to_body(&self) -> String {
        serde_json::to_string(self).expect("a note is plain data")
    }

    pub(crate) fn from_body(seq: i64, body: &str) -> Result<Self, RegisterError> {
        serde_json::from_str(body).map_err(|error| damaged(seq, &error))
    }
}
