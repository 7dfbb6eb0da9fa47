//! Says who: one claim, its source and the place in it.

use comity_messages::say;
use comity_model::{ClaimId, Source, SourceId, Standing};
use schemars::JsonSchema;
use serde::Serialize;

use crate::wording;

/// One claim behind a figure or a row: always one step away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    pub claim: ClaimId,
    pub source: SourceRef,
    /// Where in the source.
    pub locator: String,
    /// What it says of the time, in plain words: "since 1981", "ended in March 2022", "is not so".
    pub says: String,
    /// The day it describes, EDTF; empty: not stated.
    pub observed: String,
    /// Where the source has it from, when it only reports it.
    #[serde(rename = "root", skip_serializing_if = "Option::is_none")]
    pub primary_source: Option<SourceRef>,
    pub standing: Standing,
    /// What to know before using it; may be empty.
    pub caveat: String,
}

/// A source as a row names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceRef {
    pub id: SourceId,
    pub title: String,
    /// In plain words: "press", "third-party list".
    pub kind: String,
    /// When it was published, in plain words: "18 March 2022", "undated".
    pub date: String,
}

impl SourceRef {
    /// By its id alone where the register does not hold it.
    pub fn of(id: &SourceId, source: Option<&Source>) -> Self {
        Self {
            id: id.clone(),
            title: source.map_or_else(|| id.to_string(), |source| source.title.to_string()),
            kind: source.map(|source| source.kind.as_str().replace('-', " ")).unwrap_or_default(),
            date: source
                .and_then(|source| source.date.as_ref())
                .map_or_else(|| say!("date-undated"), wording::date),
        }
    }
}
