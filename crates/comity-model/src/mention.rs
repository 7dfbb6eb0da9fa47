//! The words a source used for an entity, with the context it gave them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::entity::EntityKind;
use crate::id::EntityId;
use crate::point::Point;
use crate::shortened::excerpt;

/// One entity as one source wrote it. Never an entity: what it means is a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// Verbatim. Empty for a thing without a name, such as "the agreement of A and B".
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub text: SmolStr,
    /// The country the source puts it in, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<SmolStr>,
    /// The state, province or county the source puts it in, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<SmolStr>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    /// What the source calls it: City, Region, County …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<SmolStr>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    /// The entity it means, where the record itself says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EntityId>,
    /// For an agreement named by its parties alone: the other parties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Mention>,
}

impl Mention {
    pub fn named(text: &str) -> Self {
        Self { text: SmolStr::new(text), ..Self::default() }
    }

    /// The agreement the subject of its claim made with these others.
    pub fn agreement_with(others: Vec<Mention>) -> Self {
        Self { kind: Some(EntityKind::Agreement), with: others, ..Self::default() }
    }

    #[must_use]
    pub fn known_as(mut self, id: EntityId) -> Self {
        self.id = Some(id);
        self
    }

    /// Without the identifiers: what the source itself wrote.
    #[must_use]
    pub fn verbatim(&self) -> Self {
        Self { id: None, with: self.with.iter().map(Self::verbatim).collect(), ..self.clone() }
    }
}

/// Which mention of a claim: a claim has a subject and an object; counts and opinions may have more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    Subject,
    Object,
    /// The n-th other party of an agreement named by its parties alone.
    With(u8),
}

impl std::fmt::Display for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Subject => f.write_str("subject"),
            Self::Object => f.write_str("object"),
            Self::With(n) => write!(f, "with-{n}"),
        }
    }
}

impl std::str::FromStr for Slot {
    type Err = BadSlot;

    fn from_str(text: &str) -> Result<Self, BadSlot> {
        let with = |n: &str| n.parse().ok().map(Self::With);
        match text {
            "subject" => Ok(Self::Subject),
            "object" => Ok(Self::Object),
            _ => text.strip_prefix("with-").and_then(with).ok_or_else(|| BadSlot { text: text.to_owned() }),
        }
    }
}

/// A text that names no mention of a claim.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a place in a claim: subject, object or with-N", excerpt(text))]
pub struct BadSlot {
    pub text: String,
}
