//! Where claims come from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::closed::closed;
use crate::date::FuzzyDate;
use crate::id::{EntityId, SourceId};

closed! {
    /// The ladder of evidence, strongest first.
    SourceKind, "kind of source" {
        SignedInstrument = "signed-instrument",
        CouncilRecord = "council-record",
        OfficialList = "official-list",
        OfficialPage = "official-page",
        ScholarlyWork = "scholarly-work",
        Report = "report",
        Press = "press",
        ThirdPartyList = "third-party-list",
        Unknown = "unknown",
    }
}

/// A publication, page, file, letter, or an office's own word: one edition of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: SourceId,
    pub kind: SourceKind,
    pub title: SmolStr,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub author: SmolStr,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub publisher: SmolStr,
    /// Whose own word it is: the side, body or association that speaks in it. `None`: nobody's in particular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<EntityId>,
    /// The source that it copies: what both say, one of them says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<SourceId>,
    /// When it was published. `None`: undated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<FuzzyDate>,
    /// When we saw this edition of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<FuzzyDate>,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub url: SmolStr,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub lang: SmolStr,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub licence: SmolStr,
    /// The digest of the bytes read, where it is a file.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub digest: SmolStr,
    /// What a reader of its claims must know: a translation, a mirror, an undated copy.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub caveat: SmolStr,
}

impl Source {
    pub fn new(id: SourceId, kind: SourceKind, title: &str) -> Self {
        let none = SmolStr::default;
        Self {
            id,
            kind,
            title: SmolStr::new(title),
            author: none(),
            publisher: none(),
            issuer: None,
            derived_from: None,
            date: None,
            seen: None,
            url: none(),
            lang: none(),
            licence: none(),
            digest: none(),
            caveat: none(),
        }
    }
}
